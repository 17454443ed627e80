/** `npm run demo`: an interview from transcript to figures and a chart, over HTTP from the Workers runtime. */
import { readFileSync } from "node:fs";
import { z } from "zod";
import { startServer } from "./server.ts";

const transcript = readFileSync(new URL("demo/entrevista.txt", import.meta.url), "utf8");

const cleaned = z.object({
  cleaned_document: z.string(),
  speakers: z.array(z.object({ name: z.string(), utterance_count: z.int(), word_count: z.int() })).min(3),
  metadata: z.object({ date: z.string(), duration: z.string(), total_words: z.int() }),
  quality_report: z.object({ quality_score: z.number(), reduction_percentage: z.number() }),
});
const counted = z.object({
  top_words: z.array(z.tuple([z.string(), z.int()])).min(10),
  vocabulary_size: z.int(),
  total_words: z.int(),
});
const frequencies = z.object({ ...counted.shape, by_speaker: z.record(z.string(), counted.partial()) });
const readability = z.object({
  readability_score: z.number(),
  readability_level: z.string(),
  sentence_count: z.int(),
  avg_words_per_sentence: z.number(),
  longest_sentence: z.int(),
});
const chart = z.object({ format: z.literal("svg"), data: z.base64() });
const answerSchema = z.object({
  steps_executed: z.literal(4),
  results: z.tuple([
    z.object({ plugin_id: z.literal("teams_cleaner"), result: cleaned }),
    z.object({ plugin_id: z.literal("word_frequency"), result: frequencies }),
    z.object({ plugin_id: z.literal("readability_analyzer"), result: readability }),
    z.object({ plugin_id: z.literal("frequency_chart_plotly"), result: chart }),
  ]),
});

const server = await startServer();
try {
  const response = await fetch(`${server.url}/pipeline`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({
      text: transcript,
      steps: [
        { plugin_id: "teams_cleaner", config: { remove_timestamps: true } },
        { plugin_id: "word_frequency", config: { by_speaker: true, max_words: 12 } },
        { plugin_id: "readability_analyzer" },
        { plugin_id: "frequency_chart_plotly", config: { output_format: "svg", chart_type: "horizontal_bar" } },
      ],
    }),
  });
  const body = await response.text();
  if (!response.ok) throw new Error(`POST /pipeline answered ${response.status}: ${body}`);
  const [clean, words, reading, drawn] = answerSchema.parse(JSON.parse(body)).results;
  show(clean.result, words.result, reading.result);
  const svg = Buffer.from(drawn.result.data, "base64").toString();
  if (!svg.startsWith("<svg")) throw new Error("the chart is no SVG");
  print("chart", `horizontal bars, ${svg.length} characters of SVG`);
} finally {
  await server.stop();
}

function show(
  clean: z.output<typeof cleaned>,
  words: z.output<typeof frequencies>,
  reading: z.output<typeof readability>,
): void {
  const { date, duration, total_words } = clean.metadata;
  const { quality_score, reduction_percentage } = clean.quality_report;
  print("teams_cleaner", `interview of ${date}, ${duration}, ${total_words} words`);
  print("", `quality ${quality_score}/100, ${reduction_percentage} % of the characters were noise`);
  for (const { name, utterance_count, word_count } of clean.speakers) {
    print(
      "",
      `${name.padEnd(24)} ${String(utterance_count).padStart(3)} utterances ${String(word_count).padStart(5)} words`,
    );
  }
  print("", `« ${clean.cleaned_document.split("\n\n")[1]?.slice(0, 90)}… »`);
  const most = clean.speakers.toSorted((a, b) => b.word_count - a.word_count)[0]?.name ?? "";
  print("word_frequency", `${words.vocabulary_size} different words of ${words.total_words}; most by ${most}:`);
  const [first, ...rest] = words.by_speaker[most]?.top_words ?? [];
  if (!first) throw new Error(`word_frequency counted no words of ${most}`);
  for (const [word, count] of [first, ...rest]) {
    print("", `${word.padEnd(14)} ${String(count).padStart(3)} ${"█".repeat(Math.round((24 * count) / first[1]))}`);
  }
  print("readability", `${reading.readability_score}/100, ${reading.readability_level}`);
  print(
    "",
    `${reading.sentence_count} sentences, ${reading.avg_words_per_sentence} words each; the longest has ${reading.longest_sentence}`,
  );
}

function print(title: string, line: string): void {
  console.log(`${title.padEnd(16)}${line}`);
}
