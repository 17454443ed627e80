/**
 * The built Worker on the local runtime: workerd under Miniflare's API, with the bindings wrangler.toml names. Never
 * `wrangler dev`, whose proxies cost more than the Worker.
 */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { convertV4MiniflareOptions, Log, LogLevel, Miniflare } from "miniflare";
import { unstable_getMiniflareWorkerOptions } from "wrangler";

export const root = join(dirname(fileURLToPath(import.meta.url)), "../..");

/** wrangler's environment: it must ask nothing of the network. */
const quiet = {
  ...process.env,
  WRANGLER_SEND_METRICS: "false",
  WRANGLER_HIDE_BANNER: "true",
  CLOUDFLARE_CF_FETCH_ENABLED: "false",
};

/** Runs wrangler and returns what it printed. @throws Error with that, if it fails */
export function wrangler(...args: string[]): string {
  const cli = fileURLToPath(import.meta.resolve("wrangler/package.json"));
  return execFileSync(process.execPath, [join(dirname(cli), "bin/wrangler.js"), ...args], {
    cwd: root,
    env: quiet,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "pipe"],
  });
}

/** Builds the Worker as production gets it into a directory; its pages must be built already. */
export function bundleWorker(directory: string): string {
  wrangler("deploy", "--dry-run", "--outdir", directory, "--env", "production", "--metafile");
  return readFileSync(join(directory, "index.js"), "utf8");
}

export interface Runtime {
  /** Miniflare's front door. */
  url: URL;
  /** The socket of the Worker itself, past that door. */
  directUrl: URL;
  /** The workerd process. */
  pid: number;
  stop(): Promise<void>;
}

/** Starts a script in a workerd of its own, with bindings, flags and dates as wrangler.toml has them for development. */
export function startRuntime(script: string): Promise<Runtime> {
  const { modulesRules: _, ...options } = configured();
  return start(script, options);
}

/** Starts a script with the flags and dates of wrangler.toml, and no bindings. */
export function startPlain(script: string): Promise<Runtime> {
  const { compatibilityDate, compatibilityFlags } = configured();
  return start(script, { compatibilityDate, compatibilityFlags });
}

function configured() {
  return unstable_getMiniflareWorkerOptions(join(root, "wrangler.toml")).workerOptions;
}

async function start(script: string, options: Partial<ReturnType<typeof configured>>): Promise<Runtime> {
  const directory = mkdtempSync(join(tmpdir(), "bench-"));
  const before = new Set(children());
  const miniflare = new Miniflare(
    convertV4MiniflareOptions({
      host: "127.0.0.1",
      port: 0,
      cf: false,
      log: new Log(LogLevel.ERROR),
      resourcePersistencePath: directory,
      workers: [
        {
          ...options,
          name: "bench",
          rootPath: root,
          modules: [{ type: "ESModule", path: "index.js", contents: script }],
          unsafeDirectSockets: [{ host: "127.0.0.1", port: 0 }],
        },
      ],
    }),
  );
  const stop = async () => {
    await miniflare.dispose();
    rmSync(directory, { recursive: true, force: true });
  };
  try {
    const url = await miniflare.ready;
    const pid = children().find((child) => !before.has(child) && /workerd/.test(commandOf(child)));
    if (pid === undefined) throw new Error("the workerd process was not found");
    return { url, directUrl: await miniflare.unsafeGetDirectURL("bench"), pid, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** The yardstick: a Worker that does nothing. It has the class the bindings name, or the runtime would not start. */
export const helloWorld = `
import { DurableObject } from "cloudflare:workers";
export class Heartbeat extends DurableObject {}
export default {
  fetch: () => new Response("Hello World!"),
  queue() {},
  scheduled() {},
};
`;

/** Memory of a process in MB: what it holds now and the most it held since the peak was last reset. */
export function memoryOf(pid: number): { now: number; peak: number } {
  const status = readFileSync(`/proc/${pid}/status`, "utf8");
  const megabytes = (name: string) => Number(new RegExp(`^${name}:\\s+(\\d+) kB$`, "m").exec(status)?.[1]) / 1024;
  return { now: megabytes("VmRSS"), peak: megabytes("VmHWM") };
}

/** Makes the peak start anew at what the process holds now. */
export function resetPeak(pid: number): void {
  writeFileSync(`/proc/${pid}/clear_refs`, "5");
}

function children(): number[] {
  return readdirSync("/proc/self/task").flatMap((task) =>
    readFileSync(`/proc/self/task/${task}/children`, "utf8").trim().split(/\s+/).filter(Boolean).map(Number),
  );
}

function commandOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8");
  } catch {
    return "";
  }
}
