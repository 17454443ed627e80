import { columnsOf, escapeMarkup, shorten } from "./label.ts";
import { chromePaints, darkRules, ink, mutedInk, type Paint, surface } from "./paint.ts";

/** A drawing in the making: what ECharts drew, and the texts it was not shown. */
export interface Drawing {
  /** The SVG that ECharts rendered, with placeholders for the caller's texts. */
  readonly raw: string;
  readonly width: number;
  readonly height: number;
  readonly title: string;
  /** A line under the title. */
  readonly subtitle: string;
  /** Says in words what the picture shows. */
  readonly description: string;
  /** Legible texts drawn for the placeholders, by number. */
  readonly labels: readonly string[];
  /** Legible texts that name the marks, by data index: shown by the browser when one points at a mark. */
  readonly markNames: readonly string[];
  /** The paints used besides those of the chrome. */
  readonly paints: readonly Paint[];
  /** Whether the title and subtitle are drawn, or left to the page around it. */
  readonly isTitled: boolean;
}

/** Height that a drawn title and subtitle take. */
export const titleHeight = 60;

export const fontFamily = "system-ui, sans-serif";
const titleSize = 18;
const margin = 16;
const scope = ".qualia-chart";

/**
 * Stands for the caller's text while ECharts draws. ECharts must never see the text itself: zrender keeps measured
 * strings as keys of a plain object, so that a word such as `constructor` or `__proto__` corrupts its cache and writes
 * to `Object.prototype`, which every later request of the isolate would share.
 */
export function placeholder(number: number): string {
  return `\uE000${number}\uE001`;
}

/** Turns a drawing into a reproducible, accessible, self-contained SVG document that follows the reader's theme. */
export function toSvg(drawing: Drawing): string {
  const { width, height, title, description } = drawing;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" class="qualia-chart" role="img" aria-label="${escapeMarkup(title)}" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${fontFamily}">`,
    `<title>${escapeMarkup(title)}</title>`,
    `<desc>${escapeMarkup(description)}</desc>`,
    `<style>${darkRules(scope, [...chromePaints, ...drawing.paints])}</style>`,
    `<rect width="${width}" height="${height}" fill="${surface.light}"/>`,
    ...(drawing.isTitled ? headings(drawing) : []),
    fillIn(normalize(drawing.raw), drawing),
    "</svg>",
  ].join("\n");
}

function headings({ title, subtitle, width }: Drawing): string[] {
  const letterWidth = titleSize * 0.58;
  const shown = shorten(title, Math.floor((width - 2 * margin) / letterWidth));
  return [
    `<text x="${margin}" y="30" font-size="${titleSize}" font-weight="600" fill="${ink.light}">${escapeMarkup(shown)}</text>`,
    `<text x="${margin}" y="50" font-size="12" fill="${mutedInk.light}">${escapeMarkup(subtitle)}</text>`,
  ];
}

/**
 * The content of ECharts' SVG without classes and clips, whose names differ from draw to draw and would clash where two
 * charts share a page, and without what serves its own runtime. Safe as text replacement: no caller's text is in it yet.
 */
function normalize(raw: string): string {
  const inner = raw.slice(raw.indexOf(">") + 1, raw.lastIndexOf("</svg>"));
  return inner
    .replace(/<style[^>]*>[^<]*(?:<!\[CDATA\[[^\]]*\]\]>)?[^<]*<\/style>/g, "")
    .replace(/<clipPath[^>]*>[^<]*<path[^>]*><\/path>[^<]*<\/clipPath>/g, "")
    .replace(/<defs[^>]*>\s*<\/defs>/g, "")
    .replace(/ (?:class|clip-path|pointer-events|xml:space|ecmeta_(?!data_index)\w+)="[^"]*"/g, "")
    .trim();
}

/** Puts the texts in, in one pass, so that nothing in a text can be taken for a placeholder. */
function fillIn(content: string, { labels, markNames }: Drawing): string {
  return content.replace(/\uE000(\d+)\uE001|<path ([^>]*?) ecmeta_data_index="(\d+)"([^>]*)>/g, (...match) => {
    const [, label, before, mark, after] = match;
    if (label !== undefined) return escapeMarkup(labels[Number(label)] ?? "");
    const name = escapeMarkup(markNames[Number(mark)] ?? "");
    return `<path ${before} data-index="${mark}"${after}><title>${name}</title>`;
  });
}

/** Estimated width in pixels of legible text. There is no font to measure with; errs on the wide side. */
export function estimateWidth(text: string, fontSize: number): number {
  return Math.ceil(columnsOf(text) * fontSize * 0.58);
}
