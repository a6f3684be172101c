/** A share as an SVG length: `12.345%`; what is outside 0 to 1 stands at the end. Keeps pictures the width of the page without scaling their text. */
export function percent(share: number): string {
  const bounded = Number.isFinite(share) ? Math.min(1, Math.max(0, share)) : share > 0 ? 1 : 0;
  return `${Number((bounded * 100).toFixed(3))}%`;
}
