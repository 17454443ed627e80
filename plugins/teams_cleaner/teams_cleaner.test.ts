import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { z } from "zod";
import { expectLinear } from "../../test/support/linear.ts";
import { expectLinearPlugin, hostileUnits } from "../../test/support/plugins.ts";
import teamsCleaner from "./index.ts";
import recorded from "./recorded.json";

describe("as Qualia Core answers", () => {
  it.each(recorded)("$name", async ({ text, config, result }) => {
    const { quality_report: report, ...rest } = await clean(text, config);
    const counted = { ...report, issues: report.issues.length, warnings: report.warnings.length };
    expect({ ...rest, quality_report: counted }).toEqual(result);
  });

  it("counts Windows newlines in the original and shows none in the result", async () => {
    const { text, result } = recorded[0]!;
    const cleaned = await clean(text.replaceAll("\n", "\r\n"));
    expect(cleaned.original_length).toBe(630);
    expect(cleaned.cleaned_document).toBe(result.cleaned_document);
    expect(cleaned.quality_report.reduction_percentage).toBe(46.7);
  });
});

describe("what is exported by", () => {
  it("Teams as WebVTT", async () => {
    const text = [
      ...["WEBVTT", "", "00:00:03.120 --> 00:00:06.480", "<v Ana Silva (Guest)>Bom dia a todos.</v>", ""],
      ...["00:00:07.000 --> 00:00:09.000", "<v Ana Silva (Guest)>Vamos &amp; venhamos.</v>", ""],
      ...["01:02:10.000 --> 01:02:11.000", "<v JOSÉ>Quem começa</v>", "<v JOSÉ>agora?</v>"],
    ].join("\r\n");
    const result = await clean(text);
    expect(result.cleaned_document).toBe(
      "[00:00:03] Ana Silva: Bom dia a todos. Vamos & venhamos.\n\n[01:02:10] José: Quem começa agora?",
    );
    expect(result.metadata).toMatchObject({ start_time: "00:00:03", end_time: "01:02:10", duration: "1h 2min" });
  });

  it("Teams as a document, with the times of the recording", async () => {
    const text = "Reunião 03-12-2024\n\nAna Silva   0:05\nBom dia a todos\n\nbeto lima   59:40\nfalta a verba\n";
    const result = await clean(text);
    expect(result.cleaned_document).toBe("[0:05] Ana Silva: Bom dia a todos\n\n[59:40] Beto Lima: falta a verba");
    expect(result.metadata).toMatchObject({ date: "03-12-2024", duration: "0h 59min" });
  });

  it("Teams as a document in English, with the day, the length and what happened", async () => {
    const text = [
      ...["March 14, 2025, 5:02PM", "34m 12s", "", "Maria Silva started transcription", "", "Maria Silva   0:05"],
      ...["Bom dia a todos", "", "João Souza joined", "Recording has started", "", "João Souza   0:12", "Rua Um: é lá"],
    ].join("\n");
    const result = await clean(text);
    expect(result.cleaned_document).toBe("[0:05] Maria Silva: Bom dia a todos\n\n[0:12] João Souza: Rua Um: é lá");
  });

  it("Teams as an old document, and as its page is copied", async () => {
    const expected = "[00:00:05] Maria Silva: Bom dia a todos\n\n[00:00:09] José Souza: Vamos lá";
    const old = "0:0:5.120 --> 0:0:8.480\nMaria Silva\nBom dia a todos\n\n0:0:9.0 --> 0:0:9.9\nJosé Souza\nVamos lá\n";
    expect((await clean(old)).cleaned_document).toBe(expected);
    const page = "Maria Silva\n00:00:05\nBom dia a todos\n\nJosé Souza\n00:00:09\nVamos lá\n";
    expect((await clean(page)).cleaned_document).toBe(expected);
  });

  it("Zoom as chat", async () => {
    const text =
      "2025-03-14 10:02:11 From Ana to Everyone:\r\n\tbom dia\r\n10:03:00 De Carla Dias Para Todos: olá gente\r\n";
    expect((await clean(text)).cleaned_document).toBe("[10:02:11] Ana: bom dia\n\n[10:03:00] Carla Dias: olá gente");
  });

  it("Zoom as text", async () => {
    const result = await clean(
      "23:50:00 Ana: vamos lá\n23:55:00 Beto: https://exemplo.org veja\n00:10:00 Ana: fim da reunião",
    );
    expect(result.speakers.map(({ name }) => name)).toEqual(["Ana", "Beto"]);
    expect(result.metadata.duration).toBe("0h 20min");
  });
});

describe("announcements", () => {
  const text =
    "[14:00:00] Ana: bom dia\n[14:02:10] Bia joined the meeting\nMicrosoft Teams: bem vindos todos\nAna: até logo";

  it("go, with what the software says", async () => {
    expect((await clean(text)).cleaned_document).toBe("[14:00:00] Ana: bom dia até logo");
  });

  it("stay as the words of System if asked for, and are no participants", async () => {
    const result = await clean(text, { remove_system_messages: false });
    expect(result.cleaned_document).toBe(
      "[14:00:00] Ana: bom dia\n\n[14:02:10] System: Bia joined the meeting\n\nMicrosoft Teams: bem vindos todos\n\nAna: até logo",
    );
    expect(result.document_variants["participants_only"]).toBe("[14:00:00] Ana: bom dia\n\nAna: até logo");
  });

  it("are told from a sentence that holds their words", async () => {
    const result = await clean("Bia: o gerente entrou na reunião atrasado e gritou\nBia: Ana entrou na reunião");
    expect(result.cleaned_document).toBe("Bia: o gerente entrou na reunião atrasado e gritou");
  });
});

describe("the minimum length", () => {
  it("drops single words but takes a clock time for two", async () => {
    expect((await clean("Ana: sim\nBia: 10:30")).cleaned_document).toBe("Bia: 10:30");
  });

  it("counts before utterances are merged", async () => {
    const text = "Ana: um dois três\nAna: sim\nAna: quatro cinco seis";
    expect((await clean(text, { min_utterance_length: 3 })).cleaned_document).toBe(
      "Ana: um dois três quatro cinco seis",
    );
    expect((await clean(text, { min_utterance_length: 0 })).cleaned_document).toBe(
      "Ana: um dois três sim quatro cinco seis",
    );
  });
});

describe("captions, which end where their time did", () => {
  const captions = (...rows: string[]) =>
    rows.map((row, i) => `00:0${i}.000 --> 00:0${i + 1}.000\n${row}\n`).join("\n");

  it("lose no word of a speaker who goes on in the next", async () => {
    const text = captions("<v Ana>sim</v>", "<v ANA (Guest)>eu</v>", "<v Ana>vou</v>", "<v Bia>é</v>", "<v Ana>já</v>");
    const result = await clean(text);
    expect(result.cleaned_document).toBe("[00:00:00] Ana: sim eu vou");
    expect(result.metadata["total_words"]).toBe(3);
  });

  it("are joined over an announcement, and then merge with the utterances around them", async () => {
    const text = `Bia: olá a todos\n\n${captions("Bia: bom", "Ana joined the meeting", "Bia: dia")}\nBia: então vamos\nBia: sim`;
    expect((await clean(text)).cleaned_document).toBe("Bia: olá a todos bom dia então vamos");
  });

  it("count one by one if not to be merged", async () => {
    const text = captions("<v Ana>sim</v>", "<v Ana>eu vou</v>");
    expect((await clean(text, { merge_consecutive: false })).cleaned_document).toBe("[00:00:01] Ana: eu vou");
  });
});

describe("names", () => {
  it.each([
    ["maria DA silva (Organizador)", "Maria da Silva"],
    ["Silva, Ana (Guest)", "Silva, Ana"],
    ["ANA - (convidado)", "Ana"],
    ["Ana; (Guest)", "Ana"],
    ["ana [EXTERNO] (Presenter)", "Ana"],
    ["Participante 3 (mãe)", "Participante 3 (mãe)"],
    ["Dr. JOÃO", "Dr. João"],
  ])("%j becomes %j", async (name, expected) => {
    const result = await clean(`[10:00:00] ${name}: bom dia`);
    expect(result.speakers.map((speaker) => speaker.name)).toEqual([expected]);
  });

  it("capitalises a connective that comes first", async () => {
    expect((await clean("[10:00:00] de SOUZA E lima: bom dia")).speakers[0]?.name).toBe("De Souza e Lima");
  });

  it("stay as written if not to be normalised, and are merged only if the same", async () => {
    const text = "ANA (Guest): bom dia\nAna: boa tarde";
    expect((await clean(text, { normalize_speakers: false })).utterance_count).toBe(2);
    expect((await clean(text)).cleaned_document).toBe("Ana: bom dia boa tarde");
  });

  it("may be those of an object's own members", async () => {
    const result = await clean("__proto__: bom dia\nconstructor: boa tarde\n__proto__: boa noite", {
      normalize_speakers: false,
    });
    expect(result.speakers.map(({ name, utterance_count }) => [name, utterance_count])).toEqual([
      ["__proto__", 2],
      ["constructor", 1],
    ]);
    expect(Object.keys(result.document_variants)).toEqual([
      "participants_only",
      "speaker___proto__",
      "speaker_constructor",
    ]);
  });
});

describe("variants", () => {
  it("keep apart speakers whose names differ only by what a key cannot hold", async () => {
    const { document_variants: variants } = await clean("Bia 🌻: bom dia\nBia 🌞: boa tarde\nBia _2: boa noite");
    expect(variants).toEqual({
      participants_only: "Bia 🌻: bom dia\n\nBia 🌞: boa tarde\n\nBia _2: boa noite",
      speaker_bia_: "Bia 🌻: bom dia",
      speaker_bia__2: "Bia 🌞: boa tarde",
      speaker_bia__2_2: "Bia _2: boa noite",
    });
  });

  it("are none if not asked for", async () => {
    expect((await clean("Ana: bom dia?", { create_variants: false })).document_variants).toEqual({});
  });
});

describe("the quality report", () => {
  it("has one issue and no score where nobody spoke", async () => {
    const { quality_report: report } = await clean("");
    expect(report).toEqual({
      quality_score: 0,
      issues: ["Nenhuma fala identificada - verificar formato"],
      warnings: [],
      reduction_percentage: 0,
      avg_utterance_length: 0,
      statistics: { original_chars: 0, cleaned_chars: 0, total_utterances: 0, unique_speakers: 0 },
    });
  });

  it("names each fault", async () => {
    const { quality_report: short } = await clean("Ana: bom dia\n");
    expect([short.quality_score, short.issues, short.warnings]).toEqual([
      60,
      ["100% das falas são muito curtas (< 5 palavras)"],
      ["Nenhum timestamp encontrado", "Apenas um participante identificado"],
    ]);
    const long = "um dois três quatro cinco";
    const { quality_report: crowd } = await clean(
      Array.from(
        { length: 21 },
        (_, i) => `${i === 0 ? "[10:00:00] " : ""}P${i}: ${i % 3 === 0 ? "um dois" : long}`,
      ).join("\n"),
    );
    expect([crowd.quality_score, crowd.issues, crowd.warnings]).toEqual([
      70,
      [],
      [
        "33% das falas são curtas",
        "Poucos timestamps encontrados",
        "Muitos participantes (21) - possível erro de parsing",
      ],
    ]);
  });

  it("tolerates exactly half the utterances short, or without a time", async () => {
    const { quality_report: report } = await clean("[10:00:00] Ana: um dois\nBia: um dois três quatro cinco");
    expect([report.issues, report.warnings]).toEqual([[], ["50% das falas são curtas"]]);
  });
});

describe("metadata", () => {
  it.each([
    ["01/02/2024 e 2024-03-04", "2024-03-04"],
    ["01-02-2024 e 05/06/2024", "05/06/2024"],
    [`${"🌻".repeat(490)}2024-03-04`, "2024-03-04"],
    [`${"🌻".repeat(491)}2024-03-04`, undefined],
  ])("finds the date in %j", async (text, expected) => {
    expect((await clean(text)).metadata["date"]).toBe(expected);
  });

  it.each([
    ["14:05", "15:00", "0h 55min"],
    ["0:05", "1:00:03", "0h 59min"],
    ["5:10", "1:02:10", "0h 57min"],
    ["23:50:00", "00:10:00", "0h 20min"],
    ["11:50 AM", "12:10 PM", "0h 20min"],
    ["14:00:00", "16:01:59", "2h 1min"],
  ])("from %s to %s is %s", async (start, end, duration) => {
    expect((await clean(`[${start}] Ana: bom dia\n[${end}] Bia: boa tarde`)).metadata["duration"]).toBe(duration);
  });

  it("tells no times unless both the first and the last utterance have one", async () => {
    expect((await clean("[10:00:00] Ana: bom dia\nBia: boa tarde")).metadata).toEqual({
      total_speakers: 2,
      total_utterances: 2,
      total_words: 4,
    });
  });
});

describe("texts from strangers", () => {
  it("are cleaned without a fault, a carriage return or a count that is wrong", async () => {
    const pieces = fc.constantFrom(
      "Ana: ",
      "[10:00:00] ",
      "\r\n",
      "\n",
      "oi tudo",
      "(Guest)",
      "?",
      "<v Bia>",
      "🌻",
      "10:30",
    );
    const texts = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.array(pieces, { maxLength: 30 }).map((all) => all.join("")),
    );
    await fc.assert(
      fc.asyncProperty(texts, async (text) => {
        const result = await clean(text);
        expect(result.cleaned_document).not.toContain("\r");
        expect(result.speakers.reduce((sum, speaker) => sum + speaker.utterance_count, 0)).toBe(result.utterance_count);
        expect(result.speakers.reduce((sum, speaker) => sum + speaker.word_count, 0)).toBe(
          result.metadata["total_words"],
        );
      }),
      { numRuns: 1000 },
    );
  });

  it.each(hostileUnits)("take time linear in their length: %j repeated", async (unit) => {
    await expectLinearPlugin(teamsCleaner, unit);
  });

  it("take time linear in their length, however many the speakers", async () => {
    const line = (i: number) => `S${i} ${i % 2 === 0 ? "🌻" : "🌞"}: oi oi`;
    await expectLinear("speakers", 60_000, (length) => clean(Array.from({ length }, (_, i) => line(i)).join("\n")));
  });

  it("pass a checkpoint every 20 000 lines, every 20 000 utterances and between the steps after", async () => {
    let checkpoints = 0;
    const count = async () => {
      checkpoints += 1;
    };
    await clean("Ana: bom dia\nBia: boa tarde\n".repeat(9_999), {}, count);
    expect(checkpoints).toBe(0);
    await clean("Ana: bom dia\nBia: boa tarde\n".repeat(30_000), {}, count);
    expect(checkpoints).toBe(11);
  });
});

interface Cleaned {
  cleaned_document: string;
  original_length: number;
  utterance_count: number;
  document_variants: Record<string, string>;
  speakers: { name: string; utterance_count: number; word_count: number }[];
  quality_report: { quality_score: number; issues: string[]; warnings: string[]; reduction_percentage: number };
  metadata: Record<string, unknown>;
}

async function clean(text: string, config = {}, checkpoint = () => Promise.resolve()): Promise<Cleaned> {
  if (teamsCleaner.accepts === "media") throw new Error("the cleaner reads text");
  const parsed: z.output<typeof teamsCleaner.parameters> = teamsCleaner.parameters.parse(config);
  const tools = { context: {}, resources: {}, secrets: {}, fetch, checkpoint };
  return (await teamsCleaner.process({ ...tools, text, config: parsed })) as unknown as Cleaned;
}
