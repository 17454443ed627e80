/** A count as a person writes it: `1,234`, `0.5`, `0.00012`. */
export function formatCount(count: number): string {
  if (count > 0 && count < 1e-6) return count.toExponential(1);
  return format(count > 0 && count < 1 ? "small" : "plain", count);
}

/** A share of 0…1 as a percentage: `12.3%`. */
export function formatShare(share: number): string {
  return share > 0 && share < 0.001 ? "<0.1%" : format("percent", share);
}

const styles = {
  plain: { maximumFractionDigits: 2 },
  small: { maximumSignificantDigits: 3 },
  percent: { style: "percent", maximumFractionDigits: 1 },
} as const;

// made at first use: the first formatter of an isolate loads ICU, which would be start-up time
const formatters = new Map<keyof typeof styles, Intl.NumberFormat>();

function format(style: keyof typeof styles, value: number): string {
  let formatter = formatters.get(style);
  if (!formatter) {
    formatter = new Intl.NumberFormat("en", styles[style]);
    formatters.set(style, formatter);
  }
  return formatter.format(value);
}
