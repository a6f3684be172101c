import fc from "fast-check";
import { expect, test } from "vitest";
import { SeenRecords } from "./seen-records.ts";

test("a record is new once, and a retry of the same request is another record", () => {
  const seen = SeenRecords.for(100);
  expect(seen.add("8f5a1c9e-0000-4000-8000-000000000001", 1_700_000_000_000, 12.34)).toBe(true);
  expect(seen.add("8f5a1c9e-0000-4000-8000-000000000001", 1_700_000_000_000, 12.34)).toBe(false);
  expect(seen.add("8f5a1c9e-0000-4000-8000-000000000001", 1_700_000_060_000, 12.34)).toBe(true);
  expect(seen.add("8f5a1c9e-0000-4000-8000-000000000001", 1_700_000_000_000, 12.35)).toBe(true);
  expect(seen.add("8f5a1c9e-0000-4000-8000-000000000002", 1_700_000_000_000, 12.34)).toBe(true);
});

test("without a time every record is new", () => {
  const seen = SeenRecords.for(100);
  expect(seen.add("a", null, 1)).toBe(true);
  expect(seen.add("a", null, 1)).toBe(true);
});

test("another view on the same memory knows the same records", () => {
  const seen = SeenRecords.for(100);
  seen.add("a", 1, 1);
  expect(new SeenRecords(seen.buffer).add("a", 1, 1)).toBe(false);
});

test("it agrees with a set of all records", () => {
  const record = fc.tuple(
    fc.string({ maxLength: 3 }),
    fc.integer({ min: 0, max: 5 }),
    fc.integer({ min: 0, max: 3 }),
  );
  fc.assert(
    fc.property(fc.array(record, { maxLength: 200 }), (records) => {
      const seen = SeenRecords.for(1_000);
      const known = new Set<string>();
      for (const [id, timestamp, durationMs] of records) {
        const key = JSON.stringify([id, timestamp, durationMs]);
        expect(seen.add(id, timestamp, durationMs)).toBe(!known.has(key));
        known.add(key);
      }
    }),
  );
});

test("300,000 distinct records are all new; then the table says that it is full", () => {
  const seen = SeenRecords.for(300_000);
  let isNew = 0;
  for (let i = 0; i < 300_000; i += 1)
    if (seen.add(`request-${i}`, 1_700_000_000_000 + (i % 977), i % 313)) isNew += 1;
  expect(isNew).toBe(300_000);
  expect(seen.full).toBe(false);
  const small = SeenRecords.for(1);
  for (let i = 0; i < 20_000; i += 1) small.add(`request-${i}`, i, 1);
  expect(small.full).toBe(true);
  expect(small.add("request-0", 0, 1)).toBe(false);
  expect(small.add("one more", 0, 1)).toBe(true);
  expect(small.add("one more", 0, 1)).toBe(true);
});
