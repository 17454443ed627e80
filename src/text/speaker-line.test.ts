import { describe, expect, it } from "vitest";
import { readSpeakerLine } from "./speaker-line.ts";

describe("readSpeakerLine", () => {
  it.each([
    ["[09:00:01] Lívia: a prova", { speaker: "Lívia", text: "a prova", timestamp: "09:00:01" }],
    ["9:05:10 Téo: longa", { speaker: "Téo", text: "longa", timestamp: "9:05:10" }],
    ["[9:05] Téo: longa", { speaker: "Téo", text: "longa", timestamp: "9:05" }],
    ["10:30 Ana: vamos", { speaker: "Ana", text: "vamos", timestamp: "10:30" }],
    ["[10:30 PM] Ana: vamos", { speaker: "Ana", text: "vamos", timestamp: "10:30 PM" }],
    ["[00:00:05.250] Ana: vamos", { speaker: "Ana", text: "vamos", timestamp: "00:00:05" }],
    ["Rute (09:06:00): a história", { speaker: "Rute", text: "a história", timestamp: "09:06:00" }],
    ["Téo: difícil", { speaker: "Téo", text: "difícil" }],
    ["Ana: oi\r", { speaker: "Ana", text: "oi" }],
    ["Ana: 10:30", { speaker: "Ana", text: "10:30" }],
    [
      "[14:00:05] Ana: fica decidido: quinta —",
      { speaker: "Ana", text: "fica decidido: quinta —", timestamp: "14:00:05" },
    ],
    ["[14:02] Nota: vale", { speaker: "Nota", text: "vale", timestamp: "14:02" }],
    ["14:02:00 Nota: vale", { speaker: "Nota", text: "vale", timestamp: "14:02:00" }],
    ["Nota (14:02:00): vale", { speaker: "Nota", text: "vale", timestamp: "14:02:00" }],
    ["10:02:11 From Ana Lima to Everyone: oi", { speaker: "Ana Lima", text: "oi", timestamp: "10:02:11" }],
    ["10:02:11 De Ana Lima para Todos: oi", { speaker: "Ana Lima", text: "oi", timestamp: "10:02:11" }],
    ["[10:00:00] De Sica: oi", { speaker: "De Sica", text: "oi", timestamp: "10:00:00" }],
    ["10:03:00 De Carla Dias Para Todos: x", { speaker: "Carla Dias", text: "x", timestamp: "10:03:00" }],
    ["10:03:00 From Ana To Everyone: x", { speaker: "Ana", text: "x", timestamp: "10:03:00" }],
    ["2025-03-14 10:02:11 From Ana to Everyone: x", { speaker: "Ana", text: "x", timestamp: "10:02:11" }],
    ["[14/03/2025, 10:02:11] Ana: x", { speaker: "Ana", text: "x", timestamp: "10:02:11" }],
    ["[10:00:00] ana@exemplo.org: x", { speaker: "ana@exemplo.org", text: "x", timestamp: "10:00:00" }],
    ["Maria clara: oi", { speaker: "Maria clara", text: "oi" }],
    ["Prof. Ana: oi", { speaker: "Prof. Ana", text: "oi" }],
    ["- Ana: oi", { speaker: "Ana", text: "oi" }],
  ])("reads %j", (line, expected) => {
    expect(readSpeakerLine(line)).toEqual(expected);
  });

  it.each([
    ...["https://exemplo.org/a", "http: //exemplo.org", "[10:00:00] https://exemplo.org", "veja https://exemplo.org"],
    ...["www.exemplo.org: x", "exemplo.com.br: x", "docs.google.com/abc: x", "a.b@c.org: x", "R$ 10: x", "Art. 5: x"],
    ...["[10:00:00] www.exemplo.org: x", "[10:00:00] docs.google.com/abc: x", "exemplo.com:8080/a"],
    ...["Note: late", "Nota: atrasou", "Obs: atrasou", "Observação: atrasou", "Link: aqui", "P.S.: até", "PS: até"],
    ...["Aviso: hoje", "Pauta: creche", "Data: 14/03/2025", "Date: today", "Participantes: Ana", "Attendees: Ana"],
    ...["Asunto: obra", "Data da Reunião: hoje", "PAUTA DO DIA: creche", "Item 1: creche", "Nota técnica: não"],
    ...["Às 10:30: vamos", "às 10:30 eu disse", "Ana 10:30", "10:30 eu disse: vamos", "10:30"],
    ...["14:02 Nota: vale", "Nota (14:02): vale", "Meu Deus: não", "A professora: oi"],
    ...["Eu disse pra ela: vamos embora", "Bom, vou dizer uma coisa: não", "O que eu quero dizer é: não"],
    ...["ela respondeu assim: não", "Resumindo: não", "Sim. Ele disse: não", "Você viu? Ela: não", "Olha, Maria: não"],
    ...[
      "The thing is: no",
      "I told her: no",
      "São Paulo, 10 de maio: chuva",
      "Ana, Bia, Caio: aqui",
      "Ponto importante: não",
      "1: não",
      "(mãe: não",
    ],
    ...["", ":", ": não", "Ana:", "Ana: ", "sem fala", "C:\\pasta", "::::", "[10:00:00]", "[10:00:00] : não"],
  ])("finds no speaker in %j", (line) => {
    expect(readSpeakerLine(line)).toBeUndefined();
  });
});
