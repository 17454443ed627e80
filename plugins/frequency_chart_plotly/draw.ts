import { shorten, toLegible } from "../../src/chart/label.ts";
import { ink } from "../../src/chart/paint.ts";
import { ramps } from "../../src/chart/ramps.ts";
import { type Drawing, placeholder, titleHeight } from "../../src/chart/svg.ts";
import type { Ranking, WordCount } from "./frequencies.ts";
import { layOutColumns, layOutRows, maxLabelColumns } from "./layout.ts";
import { formatCount, formatShare } from "./number.ts";
import { toOption } from "./option.ts";
import type { ChartConfig } from "./parameters.ts";

type RenderSvg = typeof import("./echarts.ts").renderSvg;

const kinds: Record<ChartConfig["chart_type"], string> = {
  bar: "Bar chart",
  horizontal_bar: "Horizontal bar chart",
  line: "Line chart",
  area: "Area chart",
};

const nothing = "No words to show";

/** Draws the ranking. `renderSvg` is ECharts, not called when there is nothing to draw. */
export function draw(ranking: Ranking, config: ChartConfig, isTitled: boolean, renderSvg: RenderSvg): Drawing {
  const { top } = ranking;
  const labels = top.map(({ word }) => shorten(word, maxLabelColumns));
  const counts = top.map(({ count }) => formatCount(count));
  const layout = (config.chart_type === "horizontal_bar" ? layOutRows : layOutColumns)(labels, counts, isTitled);
  const paints = toPaints(config);
  const heading = { ...toHeading(ranking, config), isTitled };
  if (top.length === 0) return { ...heading, ...notice(isTitled), paints: [] };
  return {
    ...heading,
    raw: renderSvg(toOption(top, config.chart_type, layout, paints), layout),
    width: layout.width,
    height: layout.height,
    description: describe(labels, counts, config, heading.subtitle),
    labels,
    markNames: top.map(nameMark),
    paints,
  };
}

function toHeading({ top, total }: Ranking, { title }: ChartConfig): { title: string; subtitle: string } {
  const named = title.trim() === "" ? "Word Frequency" : toLegible(title);
  if (top.length === 0) return { title: named, subtitle: nothing };
  if (top.length < total)
    return { title: named, subtitle: `${top.length} most frequent of ${formatCount(total)} words` };
  return { title: named, subtitle: total === 1 ? "1 word" : `${total} words` };
}

function describe(labels: readonly string[], counts: readonly string[], config: ChartConfig, extent: string): string {
  const list = labels.map((label, index) => `${label} ${counts[index]}`).join(", ");
  return `${kinds[config.chart_type]} of word counts, most frequent first. ${extent}: ${list}.`;
}

function nameMark({ word, count, share }: WordCount): string {
  return `${word}: ${formatCount(count)} (${formatShare(share)})`;
}

function toPaints({ color_scheme }: ChartConfig) {
  const { light, dark } = ramps[color_scheme];
  return light.map((color, step) => ({ light: color, dark: dark[step] ?? color }));
}

/** What stands in for a chart without words, in the form that ECharts' output has. */
function notice(isTitled: boolean) {
  const [width, height] = [800, 240];
  const y = (height + (isTitled ? titleHeight : 0)) / 2;
  const text = `<text x="${width / 2}" y="${y}" text-anchor="middle" font-size="16" fill="${ink.light}">${placeholder(0)}</text>`;
  return { raw: `<svg>${text}</svg>`, width, height, description: nothing, labels: [nothing], markNames: [] };
}
