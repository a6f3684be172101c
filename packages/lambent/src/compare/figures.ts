import type { MeasureUnit } from "../model/comparison.ts";

/** The size of a difference, with its unit: `23 ms`, `$1.20`, shares in points: `1.5 points`. */
export function sizeOf(difference: number, unit: MeasureUnit): string {
  const shown = shownIn(unit, difference);
  const size = Math.abs(difference) * shown.factor;
  const text = withCommas(size.toFixed(decimalsFor(size, unit)));
  return unit === "USD" ? `$${text}` : `${text} ${shown.name}`;
}

/** Both ends of an interval of a difference, signed, the unit once: `−30 to −15 ms`. */
export function rangeOf(low: number, high: number, unit: MeasureUnit): string {
  const shown = shownIn(unit, Math.max(Math.abs(low), Math.abs(high)));
  const ends = [low * shown.factor, high * shown.factor] as const;
  const decimals = decimalsFor(Math.max(Math.abs(ends[0]), Math.abs(ends[1])), unit);
  const currency = unit === "USD" ? "$" : "";
  const text = ends.map((end) => signed(end, decimals, currency)).join(" to ");
  return unit === "USD" ? text : `${text} ${shown.name}`;
}

/** A signed share in percent: `−18 %`, `+0.3 %`. */
export function percent(share: number): string {
  return `${signed(share * 100, decimalsFor(Math.abs(share * 100), "share"), "")} %`;
}

/** Shares are shown in points, and milliseconds as seconds from ten thousand on. */
function shownIn(unit: MeasureUnit, size: number): { factor: number; name: string } {
  if (unit === "share") return { factor: 100, name: "points" };
  if (unit === "ms" && Math.abs(size) >= 10_000) return { factor: 1 / 1_000, name: "s" };
  return { factor: 1, name: unit };
}

function signed(value: number, decimals: number, currency: string): string {
  const text = Math.abs(value).toFixed(decimals);
  // What rounds to nothing has no direction.
  const sign = Number(text) === 0 ? "" : value < 0 ? "−" : "+";
  return `${sign}${currency}${withCommas(text)}`;
}

/** Decimals that keep two digits that matter, none from 10 up; cents at least for dollars. */
function decimalsFor(size: number, unit: MeasureUnit): number {
  const least = unit === "USD" ? 2 : 0;
  if (!(size > 0)) return least;
  return Math.min(9, Math.max(least, 1 - Math.floor(Math.log10(size))));
}

function withCommas(fixed: string): string {
  const [whole = "0", fraction] = fixed.split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}
