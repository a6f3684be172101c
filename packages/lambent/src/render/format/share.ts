import { UNKNOWN } from "./unknown.ts";

/**
 * A share (0 to 1) in percent: `0 %`, `0.03 %`, `1.2 %`, `38 %`. A share that is not quite all is
 * never shown as 100 %, one that is not quite none never as 0 %. Unknown is a dash.
 */
export function formatShare(share: number | null): string {
  if (share === null || !Number.isFinite(share)) return UNKNOWN;
  if (share < 0) return `−${formatShare(-share)}`;
  const percent = share * 100;
  if (percent === 0) return "0 %";
  if (percent < 0.01) return "<0.01 %";
  if (percent < 0.095) return `${percent.toFixed(2)} %`;
  if (percent < 9.95) return `${percent.toFixed(1)} %`;
  if (percent < 99.5 || percent >= 100) return `${Math.round(percent)} %`;
  return percent < 99.95 ? `${percent.toFixed(1)} %` : ">99.9 %";
}
