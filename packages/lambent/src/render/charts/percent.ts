/** A share (0 to 1) as an SVG length: `12.345%`. Keeps pictures the width of the page without scaling their text. */
export function percent(share: number): string {
  return `${Number((share * 100).toFixed(3))}%`;
}
