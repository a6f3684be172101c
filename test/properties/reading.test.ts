import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { events } from "../../tools/fuzz/corpus.mjs";
import { chunks, FORMS, WRAPPERS } from "../../tools/fuzz/forms.mjs";
import { damaged } from "../../tools/fuzz/mutate.mjs";
import { Random } from "../../tools/synthetic-logs/random.mjs";
import { readEvery, readFast } from "./read-bytes.ts";

const seed = fc.integer({ min: 0, max: 2 ** 31 });
const formName = fc.constantFrom(...Object.keys(FORMS));
const wrapperName = fc.constantFrom(...Object.keys(WRAPPERS));

/** Text of some events in a form; some messages damaged where `isDamaged`. */
function text(random: Random, form: string, isDamaged: boolean): Buffer {
  const all = events(random, random.whole(1, 12));
  const list = all.map((event) =>
    isDamaged && random.chance(0.2)
      ? { ...event, message: damaged(random, event.message, random.pick(all).message) }
      : event,
  );
  return Buffer.from(FORMS[form]?.(list) ?? "");
}

describe("looking only at events that hold a needle", () => {
  test.each([
    ["true logs", false],
    ["damaged logs", true],
  ])("gives exactly what looking at all gives: %s", async (_, isDamaged) => {
    await fc.assert(
      fc.asyncProperty(seed, formName, async (number, form) => {
        const random = new Random(String(number));
        const bytes = text(random, form, isDamaged);
        const every = await readEvery([bytes]);
        const fast = await readFast(chunks(random, bytes));
        const withEvents = await readFast(chunks(random, bytes), true);
        expect(fast.invocations).toEqual(every.invocations);
        expect(fast.reading.tally).toEqual(every.tally);
        expect(withEvents.invocations).toEqual(every.invocations);
        expect(withEvents.reading.tally).toEqual(every.tally);
        expect(withEvents.messages).toEqual(every.messages);
        // A test that reads nothing would prove nothing.
        if (!isDamaged && bytes.includes("REPORT"))
          expect(every.messages.length).toBeGreaterThan(0);
      }),
      { numRuns: 600 },
    );
  });
});

test("every form gives the invocations that are in the events", async () => {
  // Where some lines have a prefix, one without belongs to the event above: that may hide a REPORT.
  const wholeForm = fc.constantFrom(...Object.keys(FORMS).filter((form) => form !== "mixed"));
  await fc.assert(
    fc.asyncProperty(seed, wholeForm, wrapperName, async (number, form, wrapper) => {
      const random = new Random(String(number));
      const all = events(random, random.whole(1, 10));
      const stored = WRAPPERS[wrapper]?.(Buffer.from(FORMS[form]?.(all) ?? "")) ?? Buffer.alloc(0);
      const { invocations, reading } = await readFast(chunks(random, stored));
      const count = (isOne: (message: string) => boolean): number =>
        all.filter((event) => isOne(event.message)).length;
      const reports =
        count((message) => message.startsWith("REPORT ")) +
        count((message) => message.includes('"type":"platform.report","record"'));
      // Lambda Insights tells of invocations only where no REPORT does.
      const insights = count((message) => message.startsWith('{"cpu_total_time"'));
      // Which of the two kinds counts is decided over all objects, in the account of the log.
      const ofInsights = invocations.filter((one) => one.billingIdentity === "lambda-insights");
      expect([invocations.length, ofInsights.length]).toEqual([reports + insights, insights]);
      expect(reading.tally).toMatchObject({ malformedReports: 0 });
      expect(reading.problem).toBeNull();
    }),
    { numRuns: 400 },
  );
});

test("a log gives the same invocations in every form that carries its times and streams", async () => {
  const SAME = ["aws-logs-tail", "sam-logs", "filter-log-events"];
  await fc.assert(
    fc.asyncProperty(seed, async (number) => {
      const all = events(new Random(String(number)), 20);
      const read = SAME.map(async (form) => readFast([Buffer.from(FORMS[form]?.(all) ?? "")]));
      const [first, ...others] = (await Promise.all(read)).map((one) =>
        one.invocations.map((each) => ({ ...each, functionName: null })),
      );
      expect(first?.length).toBeGreaterThan(0);
      for (const other of others) expect(other).toEqual(first);
    }),
    { numRuns: 60 },
  );
});
