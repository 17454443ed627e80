import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readLongTranscript, readTranscript } from "./transcript.ts";

/** `line [timestamp] speaker: text`, with `*` on announcements. */
function outline(text: string): string[] {
  return readTranscript(text).map(
    ({ line, system, timestamp, speaker, text: said }) =>
      `${line}${system ? "*" : ""} [${timestamp ?? ""}] ${speaker}: ${said}`,
  );
}

describe("readTranscript", () => {
  it("continues the utterance above with a line of no form, over blank lines too", () => {
    const text =
      "Conselho de escola\nAna: primeiro\na creche\n\nNota: o som caiu\nhttps://exemplo.org\n[10:00:00] Bia: certo\nàs 10:30 eu disse";
    expect(outline(text)).toEqual([
      "1 [] Ana: primeiro a creche Nota: o som caiu https://exemplo.org",
      "6 [10:00:00] Bia: certo às 10:30 eu disse",
    ]);
  });

  it("lets no carriage return into names or texts", () => {
    expect(outline("Ana: oi\r\ntudo bem\r\n\r\nBia: sim\r\r\n")).toEqual(["0 [] Ana: oi tudo bem", "3 [] Bia: sim"]);
    expect(outline("Ana: oi\rBia: sim")).toEqual(["0 [] Ana: oi", "0 [] Bia: sim"]);
  });

  it("reads names on a line of their own, as Teams exports them", () => {
    const text = [
      ...[
        "Reunião do conselho",
        "",
        "Ana Silva   0:05",
        "Bom dia a todos.",
        "Vamos lá.",
        "",
        "José  0:12",
        "",
        "Tudo certo?",
      ],
      ...[
        "Bia | 01:23",
        "sim",
        "[00:02:00] Caio (Guest)",
        "oi gente",
        "00:03:00 Davi",
        "olá",
        "Eva 00:04:00",
        "opa",
        "segue",
      ],
      ...["Fábio 10:30", "boa", "ENTREVISTADORA:", "quem fala?"],
    ].join("\n");
    expect(outline(text)).toEqual([
      "2 [0:05] Ana Silva: Bom dia a todos. Vamos lá.",
      "6 [0:12] José: Tudo certo?",
      "9 [01:23] Bia: sim",
      "11 [00:02:00] Caio (Guest): oi gente",
      "13 [00:03:00] Davi: olá",
      "15 [00:04:00] Eva: opa segue",
      "18 [10:30] Fábio: boa",
      "20 [] ENTREVISTADORA: quem fala?",
    ]);
  });

  it("reads names in brackets before a time, as Zoom saves them", () => {
    const text = "[Ana Lima] 10:02:11\nBom dia, pessoal.\n\n[Beto] 10:02:15\nolá\n[risos] 10:02:20\ngente";
    expect(outline(text)).toEqual([
      "0 [10:02:11] Ana Lima: Bom dia, pessoal.",
      "3 [10:02:15] Beto: olá [risos] 10:02:20 gente",
    ]);
  });

  it("reads a time on a line of its own between the name and the text, as Teams' page copies them", () => {
    const text = "Maria Silva\n0:05\nBom dia\na todos\n\nJosé\n1:02:10\nOlá\nAna saiu\nBia\n10:30\n\nfim";
    expect(outline(text)).toEqual([
      "0 [0:05] Maria Silva: Bom dia a todos",
      "5 [1:02:10] José: Olá Bia 10:30 fim",
      "8* [] System: Ana saiu",
    ]);
    expect(outline("Bia: às\n10:30\nem ponto")).toEqual(["0 [] Bia: às 10:30 em ponto"]);
  });

  it("reads the chat of Zoom, its text below", () => {
    const text = [
      "2025-03-14 10:02:11 From Ana Lima to Everyone:",
      "\tbom dia",
      "\tgente",
      "2025-03-14 10:02:15 De Beto para Todos:",
      "\tolá",
      "10:03:00 De Carla Dias Para Todos: x",
    ].join("\r\n");
    expect(outline(text)).toEqual([
      "0 [10:02:11] Ana Lima: bom dia gente",
      "3 [10:02:15] Beto: olá",
      "5 [10:03:00] Carla Dias: x",
    ]);
  });

  it("takes the day and the length above a Teams document for nobody", () => {
    const text = "March 14, 2025, 5:02PM\n34m 12s\n\nMaria Silva started transcription\n\nMaria Silva   0:05\nBom dia";
    expect(outline(text)).toEqual(["3* [] System: Maria Silva started transcription", "5 [0:05] Maria Silva: Bom dia"]);
    expect(outline("14 de março de 2025 17:02\n1h 2m\nQuinta-feira 17:02\nFriday 5:02 PM\n34m")).toEqual([]);
  });

  it("reads interviews by questions and answers", () => {
    expect(outline("Pergunta: quem?\nResposta: eu\nEntrev.: sei\nmaria das dores silva: é")).toEqual([
      "0 [] Pergunta: quem?",
      "1 [] Resposta: eu",
      "2 [] Entrev.: sei",
      "3 [] maria das dores silva: é",
    ]);
  });

  it("takes a name and a clock time for text where no text follows them", () => {
    expect(outline("Bia: falamos com\nAna 10:30\n\ne fim")).toEqual(["0 [] Bia: falamos com Ana 10:30 e fim"]);
    expect(outline("Bia: falamos com\nAna 10:30")).toEqual(["0 [] Bia: falamos com Ana 10:30"]);
    expect(outline("Bia: saiu\nàs 10:30\nde casa")).toEqual(["0 [] Bia: saiu às 10:30 de casa"]);
    expect(outline("Bia: saiu\n[10:30:00] Ana\n[10:31:00] Bia: voltou")).toEqual([
      "0 [] Bia: saiu",
      "2 [10:31:00] Bia: voltou",
    ]);
  });

  it("reads headers again once a cue has ended", () => {
    const text = "00:01.000 --> 00:02.000\n<v Ana>oi\n\nBia  10:00\ntudo bem";
    expect(outline(text)).toEqual(["1 [00:00:01] Ana: oi", "3 [10:00] Bia: tudo bem"]);
  });

  it("takes words in lower case after a time for text where no text follows them", () => {
    expect(outline("Bia: sim\n[10:30:00] Concordo plenamente\n[10:31:00] Ana: e eu")).toEqual([
      "0 [] Bia: sim Concordo plenamente",
      "2 [10:31:00] Ana: e eu",
    ]);
    expect(outline("[10:30:00] Maria clara\noi\n[10:31:00] Maria de Souza\n\nolá")).toEqual([
      "0 [10:30:00] Maria clara: oi",
      "2 [10:31:00] Maria de Souza: olá",
    ]);
  });

  it("leaves the time in front of a continuation out of the text", () => {
    const text = "[10:00:00] Ana: veja\n[10:00:05] https://exemplo.org\n[10:00:09]";
    expect(outline(text)).toEqual(["0 [10:00:00] Ana: veja https://exemplo.org"]);
  });

  it("keeps announcements apart from what is said around them", () => {
    const text = [
      "Bia: eu acho",
      "[14:02:10] Ana joined the meeting",
      "que sim",
      "Gravação iniciada",
      "João Souza  14:03",
      "Recording Stopped",
      "Ana: RECORDING STARTED by the organizer",
      "Bia: o João saiu da reunião.",
    ].join("\n");
    expect(outline(text)).toEqual([
      "0 [] Bia: eu acho que sim",
      "1* [14:02:10] System: Ana joined the meeting",
      "3* [] System: Gravação iniciada",
      "4* [14:03] João Souza: Recording Stopped",
      "6* [] Ana: RECORDING STARTED by the organizer",
      "7* [] Bia: o João saiu da reunião.",
    ]);
  });

  it("leaves sentences that hold the words of an announcement to their speakers", () => {
    const text = [
      "Bia: o gerente entrou na reunião atrasado e gritou",
      "quando ele saiu da reunião",
      "Ana: ela está apresentando sintomas",
      "Ana: Entrou na reunião sem dizer nada e saiu batendo a porta",
    ].join("\n");
    expect(readTranscript(text).map(({ system }) => system)).toEqual([false, false, false]);
  });

  it("takes at most seven words for an announcement", () => {
    const text = [
      "Bia: acho que o João saiu da reunião",
      "Bia: eu acho que o João saiu da reunião",
      "Ana joined the meeting and left at once",
      "Ana joined the meeting and left it at once",
    ].join("\n");
    expect(outline(text)).toEqual([
      "0* [] Bia: acho que o João saiu da reunião",
      "1 [] Bia: eu acho que o João saiu da reunião Ana joined the meeting and left it at once",
      "2* [] System: Ana joined the meeting and left at once",
    ]);
  });

  it("drops what nobody is known to have said", () => {
    expect(readTranscript("Só um parágrafo\n[10:00:00] bom dia a todos\nhttps://exemplo.org")).toEqual([]);
    expect(readTranscript("")).toEqual([]);
  });

  it("never throws, and gives no empty text, empty name or newline", () => {
    const pieces = fc.constantFrom(
      ...[
        "Ana",
        ": ",
        "[10:00:00] ",
        "(9:05)",
        "\n",
        "\r",
        "\n\n",
        " ",
        "<v Bia>",
        "</v>",
        "<",
        ">",
        "&nbsp;",
        "WEBVTT\n\n",
      ],
      ...[
        "00:00:01.000 --> 00:00:02.000\n",
        "1\n",
        "joined the meeting",
        "10:30",
        "|",
        "-",
        "oi tudo",
        "\u2028",
        "NOTE x\n",
      ],
    );
    const texts = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.array(pieces, { maxLength: 40 }).map((all) => all.join("")),
    );
    fc.assert(
      fc.property(texts, (text) => {
        const lines = text.split("\n").length;
        for (const { speaker, text: said, line } of readTranscript(text)) {
          expect(said.trim()).not.toBe("");
          expect(speaker.trim()).not.toBe("");
          expect(speaker + said).not.toMatch(/[\r\n]/);
          expect(line).toBeLessThan(lines);
        }
      }),
      { numRuns: 2000 },
    );
  });
});

describe("readLongTranscript", () => {
  it("reads the same and pauses after every so many lines, whatever ends them", async () => {
    const text = "Ana: oi\nBia: olá\n".repeat(25);
    let pauses = 0;
    const utterances = await readLongTranscript(text, 10, async () => {
      pauses += 1;
    });
    expect(utterances).toEqual(readTranscript(text));
    expect(pauses).toBe(5);
    await readLongTranscript(text.replaceAll("\n", "\r"), 10, async () => {
      pauses += 1;
    });
    expect(pauses).toBe(9);
  });
});
