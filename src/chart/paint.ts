/** A colour on the light surface and the one that takes its place on the dark surface. */
export interface Paint {
  readonly light: string;
  readonly dark: string;
}

export const surface: Paint = { light: "#ffffff", dark: "#14171c" };
export const ink: Paint = { light: "#1f2328", dark: "#e6e8eb" };
export const mutedInk: Paint = { light: "#57606a", dark: "#a9b1bb" };
export const rule: Paint = { light: "#e4e7eb", dark: "#2d333b" };

export const chromePaints: readonly Paint[] = [surface, ink, mutedInk, rule];

/**
 * CSS that repaints a light drawing when the reader's system is dark. It selects by the colour itself, so that whatever
 * drew the picture needs no classes, and a renderer that knows no media queries still draws the light one.
 */
export function darkRules(scope: string, paints: readonly Paint[]): string {
  const rules = paints.flatMap(({ light, dark }) => [
    `${scope} [fill="${light}"]{fill:${dark}}`,
    `${scope} [stroke="${light}"]{stroke:${dark}}`,
  ]);
  return `@media (prefers-color-scheme: dark){${rules.join("")}}`;
}
