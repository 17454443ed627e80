import { describe, expect, it } from "vitest";
import { isName, trimMarks } from "./speaker-name.ts";

describe("isName", () => {
  it.each([
    ...["A", "E", "P1", "Eu", "__proto__", "constructor", "李明", "ana.silva", "Bia 🌻", "system"],
    ...["Silva, Ana (Guest)", "JOSÉ CARLOS (Guest)", "maria DA silva (Organizador)", "ana [Externo]"],
    ...["Maria dos Santos e Silva", "Profa. Maria J. de Souza", "Dr. João", "Prof. Ana", "Prof. ana", "A. Souza"],
    ...["maria clara", "Maria clara", "José carlos", "ana da costa", "Maria conceição", "Ana nascimento", "P1 mãe"],
    ...["Entrevistadora", "Entrevistador 1", "Speaker 2", "Participante 3 (mãe)", "Voz feminina", "Público"],
    ...["Ana paula souza", "ana paula souza", "maria clara de souza", "maria das dores silva", "Maria da silva"],
    ...["Jurema da silva", "joana dos santos", "Entrev.", "Entrev. 1", "Pergunta", "Resposta", "Question", "Answer"],
    ...["April", "May Silva", "Domingos Souza", "Marco Antônio", "Art Silva", "Augusto 2"],
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
      "Secretaria municipal de obras",
      "falta de verba",
      "Maria chegou de viagem",
      "jurema paula andou",
    ],
    ...["Ana, Bia, Caio", "São Paulo, capital federal", "1", "(mãe", "mãe)", "Ana?", "Acabou. Ana", "", "…"],
    ...["Ana Bia Caio Davi Eva Fábio Gil Hugo", `A${"a".repeat(100)}`],
    ...["March 14, 2025", "14 de março de 2025", "Março de 2025", "Março", "Mar 14", "14/03/2025", "Turma 14/03/2025"],
    ...["Friday", "Quinta-feira", "Sexta-feira, 14 de março", "Viernes 14 de mayo", "34m 12s", "1h 2m"],
    ...["www.exemplo.org", "exemplo.com.br", "docs.google.com/abc", "Veja exemplo.org", "a.b@c.org", "Ana.pdf"],
    ...["R$ 10", "Art. 5", "Artigo 5", "Fig. 1", "CPF", "CEP", "Rua das Flores", "Av. Brasil", "Praça da Sé"],
    ...["Travessa Lima", "Rodovia Dutra", "Avenida Paulista", "Pergunta importante", "Resposta 1", "pergunta"],
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
