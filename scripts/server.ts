import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** The Worker on this machine, with stores of its own that go when it stops. */
export interface Server {
  url: string;
  stop(): Promise<void>;
}

const startsWithinMs = 60_000;

/**
 * Builds, migrates a fresh database and serves on a free port, as `npm run dev` does on 8787.
 * @throws Error with what the server wrote, if it does not answer within a minute
 */
export async function startServer(): Promise<Server> {
  const stores = mkdtempSync(join(tmpdir(), "qualia-edge-"));
  npm(["run", "--silent", "build"]);
  npm(["run", "--silent", "migrate", "--", "--persist-to", stores]);
  const port = await freePort();
  const child = spawn(
    "npm",
    [
      "exec",
      "--silent",
      "--",
      "wrangler",
      "dev",
      "--local",
      "--port",
      String(port),
      "--inspector-port",
      "0",
      "--persist-to",
      stores,
    ],
    { env: { ...process.env, ...quiet }, stdio: ["ignore", "pipe", "pipe"], detached: true },
  );
  let written = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk: Buffer) => {
      written = (written + chunk.toString()).slice(-10_000);
    });
  }
  const url = `http://127.0.0.1:${port}`;
  const server = {
    url,
    async stop() {
      await endGroup(child);
      rmSync(stores, { recursive: true, force: true });
    },
  };
  if (await answers(url, child)) return server;
  await server.stop();
  throw new Error(`the server does not answer:\n${written}`);
}

const quiet = {
  WRANGLER_SEND_METRICS: "false",
  WRANGLER_HIDE_BANNER: "true",
  CLOUDFLARE_CF_FETCH_ENABLED: "false",
  X_LOCAL_OBSERVABILITY: "false",
};

function npm(args: string[]): void {
  const { status, stdout, stderr } = spawnSync("npm", args, { encoding: "utf8", env: { ...process.env, CI: "true" } });
  if (status !== 0) throw new Error(`npm ${args.join(" ")} failed:\n${stdout}${stderr}`);
}

async function answers(url: string, child: ChildProcess): Promise<boolean> {
  const until = Date.now() + startsWithinMs;
  while (Date.now() < until && child.exitCode === null) {
    const response = await fetch(`${url}/health`).catch(() => undefined);
    if (response?.ok) return true;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  return false;
}

/** Ends the child and all it started: it leads a process group of its own. */
async function endGroup(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.pid === undefined) return;
  const ended = new Promise((resolve) => child.once("exit", resolve));
  process.kill(-child.pid, "SIGTERM");
  await ended;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}
