/** Requests per second beside a hello-world Worker on the same runtime, in alternating rounds, with an A/A control. */
import { LoadClient, type Slice, type Sliced } from "./load.ts";
import { helloWorld, type Runtime, startRuntime } from "./runtime.ts";
import { atLeast, type Bounded, figure, median, medianWithBounds, printTable, quantile, type Target } from "./table.ts";
import { portuguese, transcript } from "./texts.ts";

const connections = 16;
/** An isolate admits 12 MB of bodies at once: more of 1 MB would be answered 503. */
const largeConnections = 8;
const kilobyte = 1024;

interface Case {
  name: string;
  path: string;
  text: string;
  connections: number;
  cached: boolean;
  target?: number;
}

const analyze = "/analyze/word_frequency";
const sizes: [name: string, bytes: number, connections: number, targets: { cached?: number; uncached?: number }][] = [
  ["1 KB", kilobyte, connections, { cached: 0.5, uncached: 0.35 }],
  ["50 KB", 50 * kilobyte, connections, {}],
  ["1 MB", kilobyte * kilobyte, largeConnections, {}],
];

function cases(quick: boolean): Case[] {
  const words = sizes.flatMap(([size, bytes, connections, targets]) =>
    ([true, false] as const).map((cached): Case => {
      const target = cached ? targets.cached : targets.uncached;
      const name = `word_frequency ${size} ${cached ? "cached" : "uncached"}`;
      return { name, path: analyze, text: portuguese(bytes), connections, cached, ...(target && { target }) };
    }),
  );
  const meeting = { path: "/process/teams_cleaner", text: transcript(100 * kilobyte), connections };
  if (quick) return words.filter(({ target }) => target !== undefined);
  return [
    ...words,
    { ...meeting, name: "teams_cleaner 100 KB cached", cached: true },
    { ...meeting, name: "teams_cleaner 100 KB uncached", cached: false },
  ];
}

interface Measured {
  rates: number[];
  ratios: number[];
  latencies: number[];
}

export interface SpeedOptions {
  /** Only texts of 1 KB, with their controls. */
  quick: boolean;
  rounds: number;
  /** About how long each slice lasts. */
  sliceSeconds: number;
  /** Past Miniflare's front door, at the Worker's own socket: a hello is then three times as fast. */
  direct: boolean;
}

/** @throws Error if any answer is not 200 with the `x-cache` its case claims */
export async function measureSpeed(script: string, options: SpeedOptions): Promise<Target[]> {
  const client = new LoadClient();
  const runtimes: Runtime[] = [];
  try {
    for (const source of [script, helloWorld, helloWorld]) runtimes.push(await startRuntime(source));
    const [worker = "", hello = "", again = ""] = runtimes.map(({ url, directUrl }) =>
      String(options.direct ? directUrl : url),
    );
    const measured = await takeRounds(client, { worker, hello, again }, options);
    return report(measured, options);
  } finally {
    await client.stop();
    for (const runtime of runtimes) await runtime.stop();
  }
}

interface Addresses {
  worker: string;
  hello: string;
  again: string;
}

async function takeRounds(client: LoadClient, { worker, hello, again }: Addresses, options: SpeedOptions) {
  const pairs = [
    ...cases(options.quick).map((one) => ({
      one,
      yardstick: helloSlice(hello, one.connections),
      slices: slicesOf(worker, one),
    })),
    {
      one: { name: "hello world again (A/A control)" },
      yardstick: helloSlice(hello, connections),
      slices: () => helloSlice(again, connections),
    },
  ];
  const measured = new Map<string, Measured & { target?: number }>();
  const hellos: Measured = { rates: [], ratios: [], latencies: [] };
  const counts = new Map<string, { own: number; yardstick: number }>();
  for (const { one, yardstick, slices } of pairs) {
    // the warm-up: lets the code be optimised and finds how many requests a slice takes
    const own = await calibrate(client, slices, options.sliceSeconds);
    const hi = await calibrate(client, () => yardstick, options.sliceSeconds);
    counts.set(one.name, { own, yardstick: hi });
    measured.set(one.name, { rates: [], ratios: [], latencies: [], ...("target" in one && { target: one.target }) });
  }
  for (let round = 0; round < options.rounds; round++) {
    for (const { one, yardstick, slices } of pairs) {
      const count = counts.get(one.name) ?? { own: 1, yardstick: 1 };
      const results = measured.get(one.name);
      const takeYardstick = async () => client.run({ ...yardstick, requests: count.yardstick });
      // who comes first changes from round to round, so that a drift favours neither
      const first = round % 2 === 0 ? await takeYardstick() : undefined;
      const own = await takePrimed(client, slices, count.own);
      const hi = first ?? (await takeYardstick());
      const rate = count.own / own.seconds;
      const helloRate = count.yardstick / hi.seconds;
      results?.rates.push(rate);
      results?.ratios.push(rate / helloRate);
      results?.latencies.push(...own.latencies);
      if (yardstick.connections === connections) {
        hellos.rates.push(helloRate);
        hellos.latencies.push(...hi.latencies);
      }
    }
  }
  return { measured, hellos };
}

function helloSlice(url: string, connections: number): Slice {
  return { url, path: "/", connections, requests: 1, expect: { status: 200 } };
}

/** Slices of a case; the uncached go on counting, so that no text comes twice. */
function slicesOf(url: string, { path, text, connections, cached }: Case): (requests: number) => Slice {
  let from = 0;
  const mark = "#";
  return (requests) => {
    const slice: Slice = {
      url,
      path,
      body: JSON.stringify({ text: cached ? text : `${mark.repeat(8)} ${text}` }),
      connections,
      requests,
      expect: { status: 200, cache: cached ? "HIT" : "MISS" },
      ...(!cached && { stamp: { mark, from } }),
    };
    from += requests;
    return slice;
  };
}

/** A slice after one request of the same, since the texts of other cases may have driven a cached answer out. */
async function takePrimed(client: LoadClient, slices: (requests: number) => Slice, requests: number): Promise<Sliced> {
  await client.run({ ...slices(1), requests: 1, expect: { status: 200 } });
  return client.run({ ...slices(requests), requests });
}

async function calibrate(client: LoadClient, slices: (requests: number) => Slice, seconds: number): Promise<number> {
  let requests = 2 * connections;
  for (let attempt = 0; attempt < 4; attempt++) {
    const taken = await takePrimed(client, slices, requests);
    requests = Math.min(20_000, Math.max(connections, Math.ceil((requests * seconds) / taken.seconds)));
  }
  return requests;
}

function report(
  { measured, hellos }: Awaited<ReturnType<typeof takeRounds>>,
  { rounds, direct }: SpeedOptions,
): Target[] {
  const row = (name: string, { rates, latencies }: Measured, ratio?: Bounded) => [
    name,
    figure(median(rates)),
    figure(quantile(latencies, 0.5)),
    figure(quantile(latencies, 0.99)),
    ratio ? ratio.median.toFixed(2) : "1",
    ratio ? `${ratio.low.toFixed(2)} to ${ratio.high.toFixed(2)}` : "",
  ];
  const withRatios = Array.from(measured, ([name, results]) => ({
    name,
    results,
    ratio: medianWithBounds(results.ratios),
  }));
  printTable(
    `speed: ${rounds} alternating rounds, ${connections} connections (1 MB: ${largeConnections}), ${direct ? "the Worker's own socket" : "Miniflare's front door"}; Worker and client share the machine's cores`,
    ["case", "requests/s", "p50 ms", "p99 ms", "of hello", "95 % interval"],
    [row("hello world", hellos), ...withRatios.map(({ name, results, ratio }) => row(name, results, ratio))],
  );
  return withRatios.flatMap(({ name, results, ratio }) =>
    results.target === undefined ? [] : [atLeast(`${name}, of hello world's rate`, results.target, ratio)],
  );
}
