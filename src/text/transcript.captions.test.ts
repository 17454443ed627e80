import { describe, expect, it } from "vitest";
import { readTranscript } from "./transcript.ts";

/** `line [timestamp] speaker: text`, with `*` on announcements. */
function outline(text: string): string[] {
  return readTranscript(text).map(
    ({ line, system, timestamp, speaker, text: said }) =>
      `${line}${system ? "*" : ""} [${timestamp ?? ""}] ${speaker}: ${said}`,
  );
}

describe("captions", () => {
  it("reads the WebVTT that Teams exports", () => {
    const text = [
      "\ufeffWEBVTT",
      "Kind: captions",
      "",
      "NOTE duration: 00:12:00",
      "recorded by Teams",
      "",
      "STYLE",
      "::cue { color: red }",
      "",
      "3f2a9c1e-77aa-4d55/12-0",
      "00:00:03.120 --> 00:00:06.480 align:start position:0%",
      "<v Ana Silva>Bom dia a todos,</v>",
      "",
      "3f2a9c1e-77aa-4d55/13-0",
      "00:07.000 --> 00:09.000",
      "<v.loud José (Guest)>Eu <c.red>que</c>ria falar &amp; ouvir,",
      "a &lt;verba&gt;&nbsp;<00:00:08.000>&quot;nova&quot; d&#39;água: 3 < 5</v>",
      "",
      "01:00:10.000 --> 01:00:11.000",
      "e mais isso",
      "",
      "01:00:12.000 --> 01:00:13.000",
      "<v Ana Silva>Sim.</v> <v Bia>Não.</v>",
      "",
      "01:00:14.000 --> 01:00:15.000",
      "Caio joined the meeting",
    ].join("\r\n");
    expect(outline(text)).toEqual([
      "11 [00:00:03] Ana Silva: Bom dia a todos,",
      `15 [00:00:07] José (Guest): Eu queria falar & ouvir, a <verba> "nova" d'água: 3 < 5 e mais isso`,
      "22 [01:00:12] Ana Silva: Sim.",
      "22 [01:00:12] Bia: Não.",
      "25* [01:00:14] System: Caio joined the meeting",
    ]);
  });

  it("reads the WebVTT that Zoom exports", () => {
    const text = [
      ...["WEBVTT", "", "1", "00:00:01.000 --> 00:00:02.000", "Ana Lima: bom dia", ""],
      ...["2", "00:00:03.000 --> 00:00:04.000", "tudo bem?", "", "3", "00:00:05.000 --> 00:00:06.000", "Beto: tudo"],
    ].join("\n");
    expect(outline(text)).toEqual(["4 [00:00:01] Ana Lima: bom dia tudo bem?", "12 [00:00:05] Beto: tudo"]);
  });

  it("reads the names of old Teams documents, below the times", () => {
    const text = [
      ...["0:0:5.120 --> 0:0:8.480", "Maria Silva", "Bom dia a todos", "e todas", ""],
      ...["00:00:09 --> 00:00:12", "José", "Olá: sou eu", "00:00:13 --> 00:00:14", "Ana Lima", ""],
      ...["00:00:15 --> 00:00:16", "Muito Obrigado", "gente", ""],
    ].join("\n");
    expect(outline(text)).toEqual([
      "1 [00:00:05] Maria Silva: Bom dia a todos e todas",
      "6 [00:00:09] José: Olá: sou eu Ana Lima Muito Obrigado gente",
    ]);
  });

  it("takes no first row of a numbered or a WebVTT cue for a name", () => {
    const cue = "00:00:03,000 --> 00:00:04,000\nMaria Silva\nfoi embora";
    expect(outline(`1\n00:00:01,000 --> 00:00:02,000\nAna: eu vi\n\n2\n${cue}`)).toEqual([
      "2 [00:00:01] Ana: eu vi Maria Silva foi embora",
    ]);
    expect(outline(`WEBVTT\n\n00:01.000 --> 00:02.000\nAna: eu vi\n\n${cue}`)).toEqual([
      "3 [00:00:01] Ana: eu vi Maria Silva foi embora",
    ]);
  });

  it("reads SRT, its blank lines there or not", () => {
    const text = [
      ...["1", "00:00:01,000 --> 00:00:02,000", "Ana: bom dia", "gente", "2"],
      ...["00:00:03,000 --> 00:00:04,000", "- Beto: oi", "- Ana: olá", "", "3", "", "Fim"],
    ].join("\n");
    expect(outline(text)).toEqual([
      "2 [00:00:01] Ana: bom dia gente",
      "6 [00:00:03] Beto: oi",
      "7 [00:00:03] Ana: olá Fim",
    ]);
  });

  it("gives a cue's rows to its voice until the tag closes", () => {
    const text = "00:01.000 --> 00:02.000\n<v Ana>ele disse\nBeto: não</v>\nCaio: sim\n<v Caio>e pronto";
    expect(outline(text)).toEqual([
      "1 [00:00:01] Ana: ele disse Beto: não",
      "3 [00:00:01] Caio: sim",
      "4 [00:00:01] Caio: e pronto",
    ]);
  });

  it("reads voice tags that lost their cues", () => {
    expect(outline("<v Ana>bom dia</v>\n<v Bia>boa tarde")).toEqual(["0 [] Ana: bom dia", "1 [] Bia: boa tarde"]);
  });

  it("reads them with the newlines of old Mac texts", () => {
    const text = "WEBVTT\r\r1\r00:01.000 --> 00:02.000\r<v Ana>oi\r\ra-b/2-0\r00:03.000 --> 00:04.000\r<v Bia>olá";
    expect(outline(text)).toEqual(["0 [00:00:01] Ana: oi", "0 [00:00:03] Bia: olá"]);
  });

  it("keep a number that was said before a blank line and the next cue", () => {
    const text = [
      ...["WEBVTT", "", "00:01.000 --> 00:02.000", "Ana: quantos?", "", "00:03.000 --> 00:04.000", "10"],
      ...["", "00:05.000 --> 00:06.000", "Bia: tudo isso"],
    ].join("\r\n");
    expect(outline(text)).toEqual(["3 [00:00:01] Ana: quantos? 10", "9 [00:00:05] Bia: tudo isso"]);
  });

  it("leave out the notes between them, which elsewhere are text", () => {
    const rows = "NOTE duration\nrecorded\n\nSTYLE\n::cue {}\n\n00:03.000 --> 00:04.000\n<v Bia>olá";
    expect(outline(`WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ana>oi\n\n${rows}`)).toEqual([
      "3 [00:00:01] Ana: oi",
      "12 [00:00:03] Bia: olá",
    ]);
    expect(outline(`Ana: oi\n\n${rows}`)).toEqual([
      "0 [] Ana: oi NOTE duration recorded STYLE ::cue {}",
      "9 [00:00:03] Bia: olá",
    ]);
  });

  it("are told from what was typed", () => {
    const text = "Ana: oi\n\n00:01.000 --> 00:02.000\nBia: sim\n\nCaio: não\n<v Davi>eu";
    expect(readTranscript(text).map(({ speaker, isCaption }) => [speaker, isCaption])).toEqual([
      ["Ana", false],
      ["Bia", true],
      ["Caio", false],
      ["Davi", true],
    ]);
  });
});
