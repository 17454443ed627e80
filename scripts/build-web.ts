/**
 * Builds what is published beside the Worker: `web/` and the files of Swagger UI that /docs needs, into `dist/web/`.
 * It replaces its own files only: whatever else is published from `dist/web/` stays.
 */
import { cpSync, mkdirSync, readdirSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const source = join(root, "web");
const target = join(root, "dist", "web");
const swagger = dirname(fileURLToPath(import.meta.resolve("swagger-ui-dist/package.json")));

const swaggerFiles = {
  "swagger-ui-bundle.js": "swagger-ui-bundle.js",
  "swagger-ui-bundle.js.LICENSE.txt": "swagger-ui-bundle.js.LICENSE.txt",
  "swagger-ui.css": "swagger-ui.css",
  LICENSE: "swagger-ui.LICENSE.txt",
  NOTICE: "swagger-ui.NOTICE.txt",
};

mkdirSync(target, { recursive: true });
for (const entry of readdirSync(source)) {
  rmSync(join(target, entry), { recursive: true, force: true });
  cpSync(join(source, entry), join(target, entry), { recursive: true });
}
for (const [from, to] of Object.entries(swaggerFiles)) {
  cpSync(join(swagger, from), join(target, "docs", to));
}
console.log(`Built ${target}`);
