import { z } from "zod";
import { colorSchemes } from "../../src/chart/ramps.ts";

export const parameters = z.object({
  chart_type: z.enum(["bar", "horizontal_bar", "line", "area"]).default("bar").describe("How the counts are drawn"),
  max_items: z.int().min(5).max(100).default(20).describe("How many of the most frequent words to draw"),
  title: z.string().max(200).default("Word Frequency").describe("Title of the chart, at most 200 characters"),
  color_scheme: z.enum(colorSchemes).default("Viridis").describe("Colour scale: the more frequent, the stronger"),
});

export type ChartConfig = z.output<typeof parameters>;
