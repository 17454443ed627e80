import { escapeMarkup } from "./label.ts";
import { pageStyle } from "./page-style.ts";
import { tooltipScript } from "./tooltips.ts";

export interface Table {
  readonly headings: readonly string[];
  /** Cells as text; those after the first two are numbers. */
  readonly rows: readonly (readonly string[])[];
}

export interface Page {
  readonly title: string;
  readonly subtitle: string;
  /** A document of `toSvg`. */
  readonly svg: string;
  /** Width in pixels below which the chart scrolls instead of shrinking. */
  readonly minWidth: number;
  readonly table: Table;
}

/**
 * A page that holds a chart and its data, and works from a file: nothing in it can make a request, and its policy lets
 * no other script run than its own.
 */
export async function toPage({ title, subtitle, svg, minWidth, table }: Page): Promise<string> {
  const policy = `default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-${await sha256(tooltipScript)}'; base-uri 'none'; form-action 'none'`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escapeMarkup(title)}</title>
<style>${pageStyle}</style>
</head>
<body>
<main>
<h1 dir="auto">${escapeMarkup(title)}</h1>
<p>${escapeMarkup(subtitle)}</p>
<div class="frame"><div style="min-width:${minWidth}px">
${svg}
</div></div>
<div id="tip" dir="auto" hidden></div>
${toDetails(table)}
</main>
<script>${tooltipScript}</script>
</body>
</html>
`;
}

function toDetails({ headings, rows }: Table): string {
  if (rows.length === 0) return "";
  const head = headings.map((heading) => `<th scope="col">${escapeMarkup(heading)}</th>`).join("");
  const body = rows
    .map((row) => `<tr>${row.map((cell) => `<td><bdi>${escapeMarkup(cell)}</bdi></td>`).join("")}</tr>`)
    .join("\n");
  return `<details>
<summary>The data as a table</summary>
<div class="frame"><table>
<thead><tr>${head}</tr></thead>
<tbody>
${body}
</tbody>
</table></div>
</details>`;
}

async function sha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return btoa(String.fromCharCode(...new Uint8Array(digest)));
}
