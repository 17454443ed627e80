/**
 * Sequential colour scales in nine steps, from the least to the most.
 *
 * Each is the part of the published scale (matplotlib's and ColorBrewer's) that keeps a contrast of 3:1 or more with the
 * surface it is drawn on (WCAG 1.4.11): the darker part on the light surface, the lighter part on the dark one. "More"
 * is always what stands out more.
 */
export const ramps = {
  Viridis: {
    light: ["#26a683", "#22958a", "#26838d", "#2d718e", "#355e8c", "#3e4a87", "#45347e", "#461b6b", "#440154"],
    dark: ["#306a8d", "#287e8d", "#21938b", "#26a683", "#3cb875", "#60c961", "#94d640", "#c8e02c", "#fde725"],
  },
  Plasma: {
    light: ["#e77059", "#d8586b", "#c5417e", "#af2a90", "#96149f", "#7804a7", "#5902a3", "#360498", "#0d0887"],
    dark: ["#b02a90", "#c4407f", "#d6556d", "#e56c5c", "#f1844c", "#fb9e3b", "#fcbb2d", "#f9d924", "#f0f921"],
  },
  Blues: {
    light: ["#4f9bcb", "#3f8fc5", "#3181bd", "#2474b6", "#1966ad", "#0e59a2", "#084b94", "#083e7f", "#08306b"],
    dark: ["#1967ad", "#3080bd", "#4c99ca", "#6dafd6", "#96c5df", "#b7d5ea", "#d0e2f2", "#e3eef9", "#f7fbff"],
  },
  Reds: {
    light: ["#f96245", "#f34c37", "#eb372a", "#d92623", "#c8171c", "#b61319", "#a30e15", "#850711", "#67000d"],
    dark: ["#c7171c", "#e22f27", "#f44f38", "#fb7151", "#fc9070", "#fcaf93", "#fdccb8", "#fee5d9", "#fff5f0"],
  },
  YlOrRd: {
    light: ["#fc602f", "#f94828", "#ef3223", "#e41d1d", "#d51120", "#c60624", "#b20026", "#990026", "#800026"],
    dark: ["#ca0923", "#e7231e", "#fc4e2a", "#fd8339", "#fea647", "#fec661", "#fee084", "#fff0a7", "#ffffcc"],
  },
  Cividis: {
    light: ["#9a9376", "#888478", "#757574", "#646770", "#51596d", "#3e4b6c", "#223d6e", "#0d2f66", "#00224e"],
    dark: ["#61656f", "#727373", "#848277", "#979176", "#aba072", "#c0b16a", "#d5c25d", "#ead44c", "#fee838"],
  },
} as const satisfies Record<string, Ramp>;

export interface Ramp {
  readonly light: readonly string[];
  readonly dark: readonly string[];
}

export type ColorScheme = keyof typeof ramps;

export const colorSchemes = [
  "Viridis",
  "Plasma",
  "Blues",
  "Reds",
  "YlOrRd",
  "Cividis",
] as const satisfies ColorScheme[];
