import { describe, expect, it } from "vitest";
import { isName, trimMarks } from "./speaker-name.ts";

describe("isName", () => {
  it.each([
    ...["A", "E", "P1", "Eu", "__proto__", "constructor", "李明", "ana.silva", "Bia 🌻", "system"],
    ...["Silva, Ana (Guest)", "JOSÉ CARLOS (Guest)", "maria DA silva (Organizador)", "ana [Externo]"],
    ...["Maria dos Santos e Silva", "Profa. Maria J. de Souza", "Dr. João", "Prof. Ana", "Prof. ana", "A. Souza"],
    ...["maria clara", "Maria clara", "José carlos", "ana da costa", "Maria conceição", "Ana nascimento", "P1 mãe"],
    ...["Entrevistadora", "Entrevistador 1", "Speaker 2", "Participante 3 (mãe)", "Voz feminina", "Público"],
    ...["2º Secretário", "O SR. PRESIDENTE (Ana Lima)", "Professora da turma da tarde"],
  ])("believes %j", (label) => {
    expect(isName(label)).toBe(true);
  });

  it.each([
    ...["Nota", "Obs", "Item 1", "Nota técnica", "Data da Reunião", "PAUTA DO DIA", "Ponto importante", "Key point"],
    ...["Considerações finais", "Perfil socioeconômico", "Saúde pública", "formação inicial", "Faixa etária"],
    ...["Meu Deus", "Oh meu Deus", "Nossa Senhora", "Graças a Deus", "Bom dia", "Sim", "É verdade", "E Maria"],
    ...["Vou explicar", "Ficou assim", "Deixa ver", "Isso porque", "ela respondeu assim", "The Thing", "Let me"],
    ...[
      "A professora",
      "O gerente",
      "A Professora",
      "Maria e a irmã",
      "Secretaria de obras",
      "Ana paula souza",
      "ana paula souza",
    ],
    ...["Ana, Bia, Caio", "São Paulo, capital federal", "1", "(mãe", "mãe)", "Ana?", "Acabou. Ana", "", "…"],
    ...["Ana Bia Caio Davi Eva Fábio Gil Hugo", `A${"a".repeat(100)}`],
  ])("does not believe %j", (label) => {
    expect(isName(label)).toBe(false);
  });
});

describe("trimMarks", () => {
  it("leaves the marks within a name", () => {
    expect(trimMarks("- **Ana-Lúcia | Lima**, ")).toBe("Ana-Lúcia | Lima");
    expect(trimMarks(" –|– ")).toBe("");
  });
});
