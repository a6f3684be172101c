import { events } from "./corpus.mjs";
import { chunks, FORMS, WRAPPERS } from "./forms.mjs";
import { damaged, damagedBytes } from "./mutate.mjs";

/** @typedef {import("./corpus.mjs").Event} Event */
/** @typedef {import("../synthetic-logs/random.mjs").Random} Random */

/**
 * One log to read.
 * @typedef {object} Batch
 * @property {string} name
 * @property {number} lines
 * @property {Iterable<Buffer>} chunks
 * @property {() => ReportCount | null} reports how many messages hold a REPORT line, once the chunks have been read; null where damage leaves that open
 */

/**
 * @typedef {object} ReportCount
 * @property {number} first messages that begin like a REPORT line: each must be told of
 * @property {number} anywhere messages that hold the beginning of one anywhere: no more may be
 */

/**
 * Batches without end: every form, every way of storing, every kind of damage.
 * @param {Random} random
 * @param {readonly string[]} others lines from elsewhere, to be mixed in
 * @returns {Generator<Batch>}
 */
export function* batches(random, others) {
  const forms = Object.keys(FORMS);
  for (let i = 0; ; i += 1) {
    if (i % 40 === 0) yield longStream(random, others, 20_000);
    else if (i % 4 === 0) yield countable(random, others);
    else yield anyBatch(random, others, /** @type {string} */ (forms[i % forms.length]));
  }
}

/**
 * Lines damaged in themselves only, one an event, so that REPORT lines can be counted without Lambent.
 * @param {Random} random
 * @param {readonly string[]} others
 * @returns {Batch}
 */
function countable(random, others) {
  const form = random.pick(["s3-export", "aws-logs-tail", "subscription", "filter-log-events"]);
  const list = damagedEvents(random, others, 60).map(alone);
  const bytes = Buffer.from(FORMS[form]?.(list) ?? "");
  const reports = counted(list);
  return {
    name: `${form}, lines damaged`,
    lines: list.length,
    chunks: chunks(random, bytes),
    reports: () => reports,
  };
}

/**
 * @param {Random} random
 * @param {readonly string[]} others
 * @param {string} form
 * @returns {Batch}
 */
function anyBatch(random, others, form) {
  const list = damagedEvents(random, others, 60);
  let bytes = Buffer.from(FORMS[form]?.(list) ?? "");
  const isCut = random.chance(0.5);
  if (isCut) bytes = Buffer.from(damagedBytes(random, bytes));
  const wrapper = random.pick(["plain", "plain", ...Object.keys(WRAPPERS)]);
  let stored = WRAPPERS[wrapper]?.(bytes) ?? bytes;
  if (random.chance(0.3)) stored = damagedBytes(random, stored);
  return {
    name: `${form}, ${wrapper}${isCut ? ", bytes damaged" : ""}`,
    lines: list.length,
    chunks: chunks(random, stored),
    reports: () => null,
  };
}

/**
 * A long log that is never in memory as a whole.
 * @param {Random} random
 * @param {readonly string[]} others
 * @param {number} lines
 * @returns {Batch}
 */
function longStream(random, others, lines) {
  const reports = { first: 0, anywhere: 0 };
  function* written() {
    for (let done = 0; done < lines;) {
      const list = damagedEvents(random, others, 60).map(alone);
      const { first, anywhere } = counted(list);
      reports.first += first;
      reports.anywhere += anywhere;
      done += list.length;
      yield Buffer.from(FORMS["s3-export"]?.(list) ?? "");
    }
  }
  return { name: "a long s3-export", lines, chunks: written(), reports: () => reports };
}

/**
 * @param {Random} random
 * @param {readonly string[]} others
 * @param {number} invocations
 * @returns {Event[]}
 */
function damagedEvents(random, others, invocations) {
  const all = events(random, invocations);
  return all.map((event) => {
    if (others.length > 0 && random.chance(0.05)) return { ...event, message: random.pick(others) };
    if (!random.chance(0.3)) return event;
    return { ...event, message: damaged(random, event.message, random.pick(all).message) };
  });
}

/**
 * The event in one line, and not to be taken for a line with a prefix or for JSON.
 * @param {Event} event
 * @returns {Event}
 */
function alone(event) {
  const message = event.message.replaceAll(/[\r\n]/g, " ").trimEnd();
  return { ...event, message: /^(?:[\d{]|$)/.test(message) ? `.${message}` : message };
}

/**
 * @param {readonly Event[]} list
 * @returns {ReportCount}
 */
function counted(list) {
  const first = list.filter(({ message }) => /^REPORT\s+RequestId:/.test(message)).length;
  const anywhere = list.filter(({ message }) => /REPORT\s+RequestId:/.test(message)).length;
  return { first, anywhere };
}
