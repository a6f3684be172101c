import { expect, test } from "vitest";
import type { Saving } from "../model/saving.ts";
import { describeSaving, savingRange } from "./saving-text.ts";

const HOW = { basis: "predicted", how: "Counted." } as const;
const said = (saving: Omit<Saving, "basis" | "how">): string => {
  const text = describeSaving({ ...saving, ...HOW });
  return `${text?.headline ?? ""} | ${savingRange(text)}`;
};
const usd = (low: number, mid: number, high: number): Omit<Saving, "basis" | "how"> => ({
  usdPerMonth: { low, mid, high },
});
const ms = (low: number, high: number): Omit<Saving, "basis" | "how"> => ({
  ...usd(1, 1, 1),
  ms: { low, mid: (low + high) / 2, high },
});

test.each([
  [usd(18.2, 31.2, 44.1), "$31.20 a month | $18.20 to $44.10 a month"],
  [usd(2.1, 2.1, 2.1), "$2.10 a month | "],
  // Both ends print the same: no interval to show.
  [usd(2.1001, 2.1002, 2.1003), "$2.10 a month | "],
  [usd(0.0004, 0.0007, 0.0073), "under $0.01 a month | "],
  [usd(0, 0.0084, 0.02), "under $0.01 a month | $0.00 to $0.02 a month"],
  [usd(-0.02, 0.24, 0.5), "$0.24 a month | −$0.02 to $0.50 a month"],
  [usd(-0.5, -0.2, 0), "−$0.20 a month | −$0.50 to $0.00 a month"],
])("dollars %#", (saving, expected) => {
  expect(said(saving)).toBe(expected);
});

test.each([
  [ms(-30_500, 0), "up to 30.5 s slower a call"],
  [ms(0, 326), "up to 326 ms faster a call"],
  [ms(120, 326), "120 ms to 326 ms faster a call"],
  [ms(-326, -120), "120 ms to 326 ms slower a call"],
  [ms(338, 338), "338 ms faster a call"],
  [ms(-60, 40), "between 60 ms slower and 40 ms faster a call"],
  [ms(0, 0.2), ""],
])("time of a call %#", (saving, expected) => {
  expect(said(saving)).toBe(`$1.00 a month | ${expected}`);
});

test("no number, no text", () => {
  expect(describeSaving(HOW)).toBeNull();
});
