import type { EChartsCoreOption } from "echarts/core";
import { ink, mutedInk, type Paint, rule } from "../../src/chart/paint.ts";
import { fontFamily, placeholder } from "../../src/chart/svg.ts";
import type { WordCount } from "./frequencies.ts";
import { countSize, type Layout, labelSize } from "./layout.ts";
import { formatCount } from "./number.ts";
import type { ChartConfig } from "./parameters.ts";

/** The ECharts option of a chart. The words are placeholders: ECharts never sees the caller's text. */
export function toOption(
  words: readonly WordCount[],
  type: ChartConfig["chart_type"],
  layout: Layout,
  steps: readonly Paint[],
): EChartsCoreOption {
  const isHorizontal = type === "horizontal_bar";
  const names = {
    type: "category",
    data: words.map((_, index) => placeholder(index)),
    inverse: isHorizontal,
    axisTick: { show: false },
    axisLine: { lineStyle: { color: rule.light } },
    axisLabel: { interval: 0, rotate: layout.rotate, fontSize: labelSize, color: ink.light, margin: 8 },
  };
  const counts = {
    type: "value",
    min: 0,
    ...(words.every(({ count }) => Number.isInteger(count)) ? { minInterval: 1 } : {}),
    splitLine: { lineStyle: { color: rule.light } },
    axisLabel: { fontSize: labelSize, color: mutedInk.light, formatter: formatCount, hideOverlap: true },
  };
  return {
    animation: false,
    textStyle: { fontFamily },
    grid: { ...layout.grid, containLabel: false },
    xAxis: isHorizontal ? counts : names,
    yAxis: isHorizontal ? names : counts,
    series: [toSeries(words, type, layout, steps)],
  };
}

function toSeries(
  words: readonly WordCount[],
  type: ChartConfig["chart_type"],
  layout: Layout,
  steps: readonly Paint[],
): Record<string, unknown> {
  const toStep = stepper(words, steps.length);
  const stroke = steps[Math.floor(steps.length / 2)]?.light;
  const common = {
    silent: true,
    emphasis: { disabled: true },
    data: words.map(({ count }) => ({ value: toHeight(count), itemStyle: { color: steps[toStep(count)]?.light } })),
    label: {
      show: layout.showsCounts,
      position: type === "horizontal_bar" ? "right" : "top",
      color: mutedInk.light,
      fontSize: countSize,
      formatter: ({ dataIndex }: { dataIndex: number }) => formatCount(words[dataIndex]?.count ?? 0),
    },
  };
  if (type === "bar" || type === "horizontal_bar") {
    return { type: "bar", barCategoryGap: "25%", barMaxWidth: 72, ...common };
  }
  return {
    type: "line",
    clip: false,
    symbol: "circle",
    symbolSize: 7,
    showAllSymbol: true,
    lineStyle: { color: stroke, width: 2 },
    ...(type === "area" ? { areaStyle: { color: stroke, opacity: 0.25 } } : {}),
    ...common,
  };
}

/** ECharts fails to divide an axis as short as some denormal numbers: what is no count is drawn as none. */
function toHeight(count: number): number {
  return count < 1e-9 ? 0 : count;
}

/** Maps a count to a step of the colour scale, linearly from the least count drawn to the most. */
function stepper(words: readonly WordCount[], steps: number): (count: number) => number {
  const most = words[0]?.count ?? 0;
  const least = words.at(-1)?.count ?? 0;
  return (count) => (most === least ? steps - 1 : Math.round(((count - least) / (most - least)) * (steps - 1)));
}
