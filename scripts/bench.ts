/**
 * Measures the built Worker on the local runtime and prints tables; what is measured, and why so, stands in each file.
 *
 *   node scripts/bench.ts                  all of it: about 5 minutes
 *   node scripts/bench.ts --quick          the short form, under 40 seconds
 *   node scripts/bench.ts --only speed     speed, inprocess or memory alone
 *   node scripts/bench.ts --direct         speed and memory past Miniflare's front door
 *
 * It fails on wrong answers. A missed target is printed as MISS, and is no failure: machines differ.
 */
import { execFileSync } from "node:child_process";
import { cpus } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { measureInProcess } from "./bench/inprocess.ts";
import { measureMemory } from "./bench/memory.ts";
import { bundleWorker, root } from "./bench/runtime.ts";
import { measureSpeed } from "./bench/speed.ts";
import { printTargets, type Target } from "./bench/table.ts";

const { values } = parseArgs({
  options: {
    quick: { type: "boolean", default: false },
    only: { type: "string" },
    direct: { type: "boolean", default: false },
  },
});
const { quick, only, direct } = values;
const parts = ["speed", "inprocess", "memory"];
if (only !== undefined && !parts.includes(only)) throw new Error(`--only takes ${parts.join(", ")}`);
const wanted = (part: string) => only === undefined || only === part;

execFileSync("npm", ["run", "--silent", "build"], { cwd: root, stdio: "inherit" });
const script = bundleWorker(join(root, "dist/bench"));
console.log(`${cpus().length} cores: ${cpus()[0]?.model.trim()}; Node ${process.version}`);

const targets: Target[] = [];
if (wanted("inprocess")) targets.push(...(await measureInProcess({ quick })));
if (wanted("speed")) {
  targets.push(
    ...(await measureSpeed(script, { quick, rounds: quick ? 5 : 12, sliceSeconds: quick ? 0.1 : 0.4, direct })),
  );
}
if (wanted("memory")) targets.push(...(await measureMemory(script, { quick, repeats: quick ? 1 : 3, direct })));
printTargets(targets);
