import { expect, test } from "vitest";
import { events } from "../../tools/fuzz/corpus.mjs";
import { chunks, FORMS, WRAPPERS } from "../../tools/fuzz/forms.mjs";
import { impossible } from "../../tools/fuzz/log-object.mjs";
import { damaged, damagedBytes } from "../../tools/fuzz/mutate.mjs";
import { Random } from "../../tools/synthetic-logs/random.mjs";
import { readFast } from "./read-bytes.ts";

/** The same lines each time; `npm run soak` reads a million others. */
const SEED = "fuzz of the tests";
const LINES = 20_000;

test("20,000 damaged lines in damaged files of every form: no throw, no impossible figure, little time", async () => {
  const random = new Random(SEED);
  const forms = Object.keys(FORMS);
  const wrappers = Object.keys(WRAPPERS);
  let lines = 0;
  let invocations = 0;
  for (let file = 0; lines < LINES; file += 1) {
    const all = events(random, 20);
    const list = all.map((event) =>
      random.chance(0.4)
        ? { ...event, message: damaged(random, event.message, random.pick(all).message) }
        : event,
    );
    const form = forms[file % forms.length] ?? "";
    let bytes: Buffer = Buffer.from(FORMS[form]?.(list) ?? "");
    if (random.chance(0.5)) bytes = damagedBytes(random, bytes);
    let stored = WRAPPERS[random.chance(0.5) ? "plain" : random.pick(wrappers)]?.(bytes) ?? bytes;
    if (random.chance(0.2)) stored = damagedBytes(random, stored);
    const started = performance.now();
    const read = await readFast(chunks(random, stored));
    expect(performance.now() - started, `file ${file} (${form})`).toBeLessThan(3_000);
    for (const one of read.invocations) {
      const wrong = impossible(one);
      if (wrong !== null) expect.fail(`file ${file} (${form}): ${wrong}`);
    }
    lines += list.length;
    invocations += read.invocations.length;
  }
  expect(invocations).toBeGreaterThan(500);
});
