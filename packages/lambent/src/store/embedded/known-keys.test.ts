import fc from "fast-check";
import { expect, test } from "vitest";
import { KnownKeys } from "./known-keys.ts";

test("a key is new the first time and never again, as in a set", () => {
  // Few different halves, so that keys share slots and differ in one half only.
  const half = fc.oneof(
    fc.integer({ min: 0, max: 3 }),
    fc.constantFrom(0x1_0000, 0xffff_ffff, 0x8000_0000),
    fc.integer({ min: 0, max: 0xffff_ffff }),
  );
  fc.assert(
    fc.property(fc.array(fc.tuple(half, half), { maxLength: 200 }), (keys) => {
      const known = new KnownKeys();
      const set = new Set<string>();
      for (const [low, high] of keys) {
        // The high halves 0 and 1 are not told apart.
        const text = `${low} ${high === 0 ? 1 : high}`;
        expect(known.addNew(low, high)).toBe(!set.has(text));
        set.add(text);
      }
    }),
  );
});

test("it grows and forgets nothing", () => {
  const known = new KnownKeys();
  const keys = 200_000;
  let added = 0;
  for (let i = 0; i < keys; i++)
    added += Number(known.addNew(Math.imul(i, 2_654_435_761) >>> 0, i));
  expect(added).toBe(keys);
  let again = 0;
  for (let i = 0; i < keys; i++)
    again += Number(known.addNew(Math.imul(i, 2_654_435_761) >>> 0, i));
  expect(again).toBe(0);
});
