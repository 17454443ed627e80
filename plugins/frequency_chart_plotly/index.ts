import { toPage } from "../../src/chart/page.ts";
import { toSvg } from "../../src/chart/svg.ts";
import { defineVisualizer } from "../../src/engine/contract.ts";
import { draw } from "./draw.ts";
import { rank } from "./frequencies.ts";
import { formatCount, formatShare } from "./number.ts";
import { parameters } from "./parameters.ts";

/** Part of its natural width to which a chart may shrink before its page scrolls: its labels of 12 px stay legible. */
const smallestScale = 0.9;

export default defineVisualizer({
  id: "frequency_chart_plotly",
  name: "Frequency Chart",
  version: "1.0.0",
  description: "Draws the most frequent words as bars, a line or an area",
  provides: [],
  requires: ["word_frequencies"],
  formats: ["html", "svg"],
  parameters,
  resources: { echarts: () => import("./echarts.ts") },

  async render({ data, config, format, resources }) {
    const ranking = rank(data["word_frequencies"], config.max_items);
    const { renderSvg } = await resources.echarts();
    const drawing = draw(ranking, config, format !== "html", renderSvg);
    if (format !== "html") return toSvg(drawing);
    const { title, subtitle, width } = drawing;
    const rows = ranking.top.map(({ word, count, share }, index) => [
      String(index + 1),
      word,
      formatCount(count),
      formatShare(share),
    ]);
    const table = { headings: ["Rank", "Word", "Count", "Share"], rows };
    return toPage({ title, subtitle, svg: toSvg(drawing), minWidth: Math.round(width * smallestScale), table });
  },
});
