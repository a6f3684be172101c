/** A number with a fixed count of decimals and commas between thousands: `1,234.50`. */
export function grouped(value: number, decimals = 0): string {
  const fixed = Math.abs(value).toFixed(decimals);
  const [whole = "0", fraction] = fixed.split(".");
  const withCommas = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  const sign = value < 0 && Number(fixed) !== 0 ? "−" : "";
  return sign + withCommas + (fraction === undefined ? "" : `.${fraction}`);
}
