/** What large texts make the runtime hold, in a fresh workerd for each measurement: peak resident memory over idle. */
import { memoryOf, type Runtime, resetPeak, startRuntime } from "./runtime.ts";
import { below, figure, printTable, type Target } from "./table.ts";
import { portuguese, portugueseWithEmoji, transcript } from "./texts.ts";

const megabyte = 1024 * 1024;
const analyze = "/analyze/word_frequency";

/** What the callers got. */
interface Answers {
  answers: string;
  /** One call is answered 200, many 200 or 503; at least one each is taken. */
  isRight: boolean;
}

interface Measured extends Answers {
  idle: number;
  peak: number;
}

interface Case {
  name: string;
  load(url: URL): Promise<Answers>;
  target?: number;
}

const concurrent = 16;

const cases: Case[] = [
  {
    name: "one 5 MB text, word_frequency",
    target: 64,
    load: (url) => sendOne(url, analyze, portugueseWithEmoji(5 * megabyte)),
  },
  {
    name: "one 5 MB text, readability_analyzer",
    load: (url) => sendOne(url, "/analyze/readability_analyzer", portugueseWithEmoji(5 * megabyte)),
  },
  {
    name: "one 2 MB text, teams_cleaner",
    load: (url) => sendOne(url, "/process/teams_cleaner", `😀\n${transcript(2 * megabyte - 1024)}`),
  },
  { name: `${concurrent} of 5 MB at once, beside 1 MB calls`, target: 100, load: sendMany },
];

export interface MemoryOptions {
  /** Only the cases that have a target. */
  quick: boolean;
  repeats: number;
  /** Past Miniflare's front door, which holds a part of each body too. */
  direct: boolean;
}

/** Answers that may not be fail the process; the tables are printed all the same. */
export async function measureMemory(script: string, { quick, repeats, direct }: MemoryOptions): Promise<Target[]> {
  const rows: string[][] = [];
  const targets: Target[] = [];
  let allRight = true;
  for (const { name, target, load } of cases.filter((one) => !quick || one.target !== undefined)) {
    const over: number[] = [];
    for (let repeat = 0; repeat < repeats; repeat++) {
      const { idle, peak, answers, isRight } = await measure(script, load, direct);
      allRight &&= isRight;
      over.push(peak - idle);
      rows.push([name, figure(idle), figure(peak), figure(peak - idle), answers]);
    }
    if (target) targets.push(below(name, target, over, " MB"));
  }
  printTable(
    "memory: peak resident memory of workerd over idle, each in a fresh process; two-byte texts",
    ["case", "idle MB", "peak MB", "over MB", "answers"],
    rows,
  );
  if (!allRight) process.exitCode = 1;
  const measured = allRight ? "so it is" : "others: see the table";
  targets.push({ name: "answers to large texts", target: "200 or 503", measured, verdict: allRight ? "pass" : "MISS" });
  return targets;
}

async function measure(script: string, load: Case["load"], direct: boolean): Promise<Measured> {
  const runtime = await startRuntime(script);
  try {
    await warmUp(runtime);
    resetPeak(runtime.pid);
    const idle = memoryOf(runtime.pid).now;
    const answers = await load(direct ? runtime.directUrl : runtime.url);
    return { idle, peak: memoryOf(runtime.pid).peak, ...answers };
  } finally {
    await runtime.stop();
  }
}

/** Small calls, so that what every process loads once is not counted as a text's. */
async function warmUp({ url }: Runtime): Promise<void> {
  for (let call = 0; call < 100; call++) {
    for (const path of [analyze, "/analyze/readability_analyzer", "/process/teams_cleaner"]) {
      const status = await post(new URL(path, url), `Ana: ${call} ${portuguese(1024)} 😀`);
      if (status !== 200) throw new Error(`a warm-up call was answered ${status}`);
    }
  }
}

async function sendOne(url: URL, path: string, text: string): Promise<Answers> {
  const status = await post(new URL(path, url), cut(text, 5 * megabyte));
  return { answers: String(status), isRight: status === 200 };
}

/** Sixteen large texts at once, and small ones one after another on four connections for as long as those take. */
async function sendMany(base: URL): Promise<Answers> {
  const url = new URL(analyze, base);
  const bodies = Array.from({ length: concurrent }, (_, index) =>
    cut(portugueseWithEmoji(5 * megabyte, index + 1), 5 * megabyte),
  );
  const small = portugueseWithEmoji(megabyte - 64, 99);
  let over = false;
  const smallStatuses: number[] = [];
  const flow = async (lane: number) => {
    for (let call = 0; call < 200 && !over; call++) smallStatuses.push(await post(url, `${lane} ${call} ${small}`));
  };
  const large = Promise.all(bodies.map((body) => post(url, body))).finally(() => {
    over = true;
  });
  const [largeStatuses] = await Promise.all([large, ...Array.from({ length: 4 }, (_, lane) => flow(lane))]);
  const statuses = [...largeStatuses, ...smallStatuses];
  const isRight =
    statuses.every((status) => status === 200 || status === 503) &&
    largeStatuses.includes(200) &&
    smallStatuses.includes(200);
  return { answers: `5 MB: ${tally(largeStatuses)}; 1 MB: ${tally(smallStatuses)}`, isRight };
}

/** The status of an answer, or 0 where the connection broke before one came. */
async function post(url: URL, text: string): Promise<number> {
  try {
    const response = await fetch(url, {
      method: "POST",
      headers: { "content-type": "application/json", "accept-encoding": "identity" },
      body: JSON.stringify({ text }),
    });
    await response.arrayBuffer();
    return response.status;
  } catch {
    return 0;
  }
}

/** A text's first so many bytes. */
function cut(text: string, bytes: number): string {
  return new TextDecoder().decode(new TextEncoder().encode(text).subarray(0, bytes)).replace(/\uFFFD$/, "");
}

function tally(statuses: readonly number[]): string {
  const kinds = [...new Set(statuses)].sort();
  const count = (kind: number) => statuses.filter((status) => status === kind).length;
  return kinds.map((kind) => `${count(kind)}×${kind === 0 ? "broken" : kind}`).join(" ");
}
