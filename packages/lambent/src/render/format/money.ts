import type { Interval } from "../../model/interval.ts";
import { grouped } from "./grouped.ts";
import { UNKNOWN } from "./unknown.ts";

const SMALLEST_USD = 0.000_001;

/**
 * US dollars for people: `$12.34`, `$1,234.50`. Below a cent two digits that matter are kept
 * (`$0.0012`), below a millionth `<$0.000001`. Unknown is a dash.
 */
export function formatUsd(usd: number | null): string {
  if (usd === null || !Number.isFinite(usd)) return UNKNOWN;
  const size = Math.abs(usd);
  const sign = usd < 0 ? "−" : "";
  if (size === 0) return "$0.00";
  if (size < SMALLEST_USD) return sign === "" ? "<$0.000001" : "−$0.000001";
  // 0.00995 is the first value that rounds to a whole cent.
  if (size >= 0.00995) return `${sign}$${grouped(size, 2)}`;
  const decimals = 1 - Math.floor(Math.log10(size));
  return `${sign}$${size.toFixed(decimals)}`;
}

/** For columns of a table, at most eight signs below $10,000: amounts under $0.0001 are not told apart. */
export function formatUsdShort(usd: number | null): string {
  if (usd === null || usd <= 0 || usd >= 0.000_095) return formatUsd(usd);
  return "<$0.0001";
}

/** The ends of an interval in US dollars: `$24.10 to $38.80`. */
export function formatUsdRange(interval: Interval): string {
  return `${formatUsd(interval.low)} to ${formatUsd(interval.high)}`;
}
