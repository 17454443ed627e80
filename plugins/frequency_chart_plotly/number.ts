const plain = new Intl.NumberFormat("en", { maximumFractionDigits: 2 });
const small = new Intl.NumberFormat("en", { maximumSignificantDigits: 3 });
const percent = new Intl.NumberFormat("en", { style: "percent", maximumFractionDigits: 1 });

/** A count as a person writes it: `1,234`, `0.5`, `0.00012`. */
export function formatCount(count: number): string {
  if (count > 0 && count < 1e-6) return count.toExponential(1);
  return (count > 0 && count < 1 ? small : plain).format(count);
}

/** A share of 0…1 as a percentage: `12.3%`. */
export function formatShare(share: number): string {
  return share > 0 && share < 0.001 ? "<0.1%" : percent.format(share);
}
