/** `$12.34`; two digits that count below a cent: `$0.0012`. */
export function usd(value: number): string {
  const size = Math.abs(value);
  const sign = value < 0 ? "-" : "";
  if (size === 0 || size >= 0.995) return `${sign}$${grouped(size.toFixed(2))}`;
  if (size >= 0.01) return `${sign}$${size.toFixed(2)}`;
  const digits = Math.min(12, 1 - Math.floor(Math.log10(size)));
  return `${sign}$${size.toFixed(digits)}`;
}

/** `38 ms`, `1.24 s`, `2 min 5 s`. */
export function time(ms: number): string {
  const size = Math.abs(ms);
  if (size < 10) return `${trimmed(ms.toFixed(1))} ms`;
  if (size < 1_000) return `${Math.round(ms)} ms`;
  if (size < 120_000) return `${trimmed((ms / 1_000).toFixed(2))} s`;
  const seconds = Math.round(ms / 1_000);
  const rest = seconds % 60;
  return `${Math.floor(seconds / 60)} min${rest === 0 ? "" : ` ${rest} s`}`;
}

/** `12 %`, `1.2 %`, `0.034 %` of a share of 0 to 1. */
export function percent(share: number): string {
  const value = share * 100;
  if (value >= 10 || value === 0) return `${Math.round(value)} %`;
  return `${Number(value.toPrecision(2))} %`;
}

/** `1,234,567` */
export function count(value: number): string {
  return grouped(String(value));
}

/** `1 timeout`, `2 timeouts`: for words that take an s. */
export function counted(value: number, noun: string): string {
  return `${count(value)} ${noun}${value === 1 ? "" : "s"}`;
}

/** `512 MB`, with at most one decimal. */
export function megabytes(value: number): string {
  return `${grouped(trimmed(value.toFixed(1)))} MB`;
}

function grouped(digits: string): string {
  const [whole = "", rest] = digits.split(".");
  const withCommas = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return rest === undefined ? withCommas : `${withCommas}.${rest}`;
}

function trimmed(decimal: string): string {
  return decimal.includes(".") ? decimal.replace(/\.?0+$/, "") : decimal;
}
