import { estimateWidth, titleHeight } from "../../src/chart/svg.ts";

/** Where things are, in pixels. */
export interface Layout {
  readonly width: number;
  readonly height: number;
  /** Distances of the plot from the edges. */
  readonly grid: { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number };
  /** Degrees by which the words are turned. */
  readonly rotate: number;
  /** Whether each count fits beside its mark. */
  readonly showsCounts: boolean;
}

export const labelSize = 12;
export const countSize = 11;
/** Columns of a word that are drawn; the whole word is in the mark's name. */
export const maxLabelColumns = 24;

const baseWidth = 800;
const plotHeight = 340;
const gap = 16;

/** A canvas on which the words stand below the plot; it grows with their number so that none is left out. */
export function layOutColumns(labels: readonly string[], counts: readonly string[], isTitled: boolean): Layout {
  const words = widest(labels);
  const scale = widest(counts) + gap;
  const width = Math.max(baseWidth, labels.length * 17 + scale + 2 * gap);
  const step = (width - scale - 2 * gap) / Math.max(labels.length, 1);
  const rotate = words + 8 <= step ? 0 : labels.length <= 40 ? 45 : 90;
  const turn = (rotate * Math.PI) / 180;
  const fall = Math.ceil(words * Math.sin(turn) + labelSize * Math.cos(turn));
  // A word turned by 45° ends under its mark and starts to the left of it: the first one needs room there.
  const overhang = rotate === 45 ? Math.ceil(words * Math.cos(turn) - step / 2) : 0;
  const top = (isTitled ? titleHeight : 0) + 24;
  const bottom = fall + gap + 8;
  return {
    width,
    height: top + plotHeight + bottom,
    grid: { left: Math.max(scale, overhang) + gap, right: gap, top, bottom },
    rotate,
    showsCounts: widest(counts, countSize) + 4 <= step,
  };
}

/** A canvas on which the words stand to the left of the plot, one to a row. */
export function layOutRows(labels: readonly string[], counts: readonly string[], isTitled: boolean): Layout {
  const top = (isTitled ? titleHeight : 0) + 8;
  const bottom = 36;
  return {
    width: baseWidth,
    height: top + Math.max(labels.length * 24, 72) + bottom,
    grid: { left: widest(labels) + gap + 8, right: widest(counts) + gap + 8, top, bottom },
    rotate: 0,
    showsCounts: true,
  };
}

function widest(texts: readonly string[], fontSize = labelSize): number {
  return texts.reduce((width, text) => Math.max(width, estimateWidth(text, fontSize)), 0);
}
