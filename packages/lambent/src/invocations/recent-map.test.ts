import fc from "fast-check";
import { expect, test } from "vitest";
import { RecentMap } from "./recent-map.ts";

test("holds the last half of its room at least, never more than its room, and tells what it drops", () => {
  const step = fc.record({ key: fc.nat(12), action: fc.constantFrom("use", "delete", "forget") });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 200 }), (steps) => {
      const dropped: number[] = [];
      const map = new RecentMap<number, number>(8, (value) => dropped.push(value));
      let made = 0;
      let deleted = 0;
      /** Values in the order of their last use. */
      let used: { key: number; value: number }[] = [];
      for (const { key, action } of steps) {
        if (action === "forget" && key === 0) {
          map.forgetOld();
          map.forgetOld();
          used = [];
        } else if (action === "delete") {
          if (map.get(key) !== undefined) deleted += 1;
          map.delete(key);
          used = used.filter((one) => one.key !== key);
        } else {
          let value = map.get(key);
          if (value === undefined) {
            value = made;
            made += 1;
            map.add(key, value);
          }
          used = [...used.filter((one) => one.key !== key), { key, value }];
        }
        expect(map.size).toBeLessThanOrEqual(8);
        expect(made).toBe(map.size + dropped.length + deleted);
        const values = [...map.values()];
        expect(values).toHaveLength(map.size);
        for (const one of used.slice(-4)) expect(values).toContain(one.value);
      }
    }),
    { numRuns: 500 },
  );
});

test("a million keys cost no more each than a hundred", () => {
  const map = new RecentMap<number, object>(20_000);
  const started = performance.now();
  for (let key = 0; key < 1_000_000; key += 1) map.add(key, map);
  expect(performance.now() - started).toBeLessThan(10_000);
  expect(map.size).toBeLessThanOrEqual(20_000);
  expect(map.get(990_001)).toBe(map);
});
