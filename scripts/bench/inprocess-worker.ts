/**
 * The Worker that times the plugins inside workerd, whose clock moves while code runs when it is local: without HTTP,
 * JSON or cache around them.
 */
import { registrations } from "../../plugins/index.ts";
import { acceptsMedia, type Fields, InputError, isHeavy, isMergeable, type Plugin } from "../../src/engine/contract.ts";
import { normalizeText } from "../../src/text/normalize.ts";
import * as texts from "./texts.ts";

export interface Timing {
  plugin: string;
  config: Fields;
  /** A kind of text, or the name of a hostile pattern. */
  text: keyof typeof kinds | { hostile: string };
  /** About its length: UTF-16 units of a hostile text, bytes of the others. */
  length: number;
  warmUps: number;
  runs: number;
  /** How many times the plugin goes through the text in one run: workerd's clock knows whole milliseconds only. */
  repeats?: number;
}

export interface Timed {
  bytes: number;
  milliseconds: number[];
  refused: boolean;
}

const kinds = {
  portuguese: texts.portuguese,
  portugueseWithEmoji: texts.portugueseWithEmoji,
  transcript: texts.transcript,
  transcriptWithEmoji: (bytes: number) => `😀\n${texts.transcript(bytes)}`,
  distinctWords: texts.distinctWords,
};

/** One timing may last so long in all: what is quadratic must not hang the bench. */
const longestMs = 20_000;

export default {
  async fetch(request: Request): Promise<Response> {
    const timing: Timing = JSON.parse(await request.text());
    return Response.json(await time(timing));
  },
};

async function time({ plugin: id, config, text: kind, length, warmUps, runs, repeats = 1 }: Timing): Promise<Timed> {
  const plugin = registrations.find((registration) => registration.plugin.id === id)?.plugin;
  if (!plugin) throw new Error(`no plugin '${id}'`);
  const made =
    typeof kind === "string" ? kinds[kind](length) : texts.hostileText(texts.hostile[kind.hostile] ?? "", length);
  // through JSON, so that the runtime holds it as it holds a text that was sent: flat, in one or two bytes a character
  const text = normalizeText(JSON.parse(JSON.stringify(made)));
  const milliseconds: number[] = [];
  let refused = false;
  const endsAt = performance.now() + longestMs;
  for (let run = -warmUps; run < runs && (run < 1 || performance.now() < endsAt); run++) {
    const startedAt = performance.now();
    try {
      for (let i = 0; i < repeats; i++) await runPlugin(plugin, text, plugin.parameters.parse(config));
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      refused = true;
    }
    if (run >= 0) milliseconds.push((performance.now() - startedAt) / repeats);
    await pause();
  }
  return { bytes: new TextEncoder().encode(text).length, milliseconds, refused };
}

async function runPlugin(plugin: Plugin, text: string, config: Fields): Promise<unknown> {
  const tools = {
    context: {},
    checkpoint: pause,
    resources: {},
    fetch: () => Promise.reject(new Error("nothing is fetched here")),
    secrets: {},
  };
  if (plugin.type === "document" && !acceptsMedia(plugin)) return plugin.process({ ...tools, text, config });
  if (plugin.type !== "analyzer" || isHeavy(plugin)) throw new Error(`'${plugin.id}' is not timed in one go`);
  if (isMergeable(plugin)) return plugin.finish(await plugin.measure({ ...tools, text, config }), config);
  return plugin.analyze({ ...tools, text, config });
}

function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}
