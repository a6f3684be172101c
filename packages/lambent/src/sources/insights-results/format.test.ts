import { expect, test } from "vitest";
import { logEvent, readText, sourceContract } from "../source.contract.ts";

const REPORT = "REPORT RequestId: 7d1f0c52-3c5e-4bb0-9c1d-1a2b3c4d5e6f\tDuration: 3.10 ms\t";
const STREAM = "2026/03/04/[$LATEST]5ad1c7e09b3f4c2e8d6a7b9c0d1e2f30";
const cells = (fields: Record<string, string>): { field: string; value: string }[] =>
  Object.entries(fields).map(([field, value]) => ({ field, value }));
const answer = (rows: unknown[]): object => ({
  queryLanguage: "CWLI",
  results: rows,
  statistics: { recordsMatched: 2, recordsScanned: 9, bytesScanned: 900 },
  status: "Complete",
});

const row = {
  "@timestamp": "2026-03-04 05:06:07.089",
  "@message": `${REPORT}\n`,
  "@logStream": STREAM,
  "@log": "123456789012:/aws/lambda/pay",
  "@ptr": "CmEKJgoiMTIz",
};
const event = logEvent(REPORT, {
  timestamp: Date.UTC(2026, 2, 4, 5, 6, 7, 89),
  logGroup: "/aws/lambda/pay",
  logStream: STREAM,
});
/** `filter @type = "REPORT"`, with the fields that Insights finds in the line itself. */
const found = {
  "@requestId": "7d1f0c52-3c5e-4bb0-9c1d-1a2b3c4d5e6f",
  "@duration": "3.1",
  "@billedDuration": "203.0",
  "@memorySize": "1.024E9",
  "@maxMemoryUsed": "6.1E7",
  "@initDuration": "199.5",
  "@timestamp": "2026-03-04 05:06:07.089",
};
const rebuilt = logEvent(
  "REPORT RequestId: 7d1f0c52-3c5e-4bb0-9c1d-1a2b3c4d5e6f\tDuration: 3.1 ms\tBilled Duration: 203 ms\tMemory Size: 1024 MB\tMax Memory Used: 61 MB\tInit Duration: 199.5 ms\t",
  { timestamp: event.timestamp },
);

sourceContract([
  {
    title: "GetQueryResults",
    text: JSON.stringify(answer([cells(row), cells(row)]), null, 4),
    format: "insights-results",
    events: [event, event],
  },
  {
    title: "GetQueryResults, only the rows",
    text: JSON.stringify([cells(row)]),
    format: "insights-results",
    events: [event],
  },
  {
    title: "the console's JSON",
    text: JSON.stringify([row, row], null, 2),
    format: "insights-results",
    events: [event, event],
  },
  {
    title: "the console's JSON, a message that is JSON",
    text: JSON.stringify([{ "@message": { type: "platform.start", a: [1] } }]),
    format: "insights-results",
    events: [logEvent('{"type":"platform.start","a":[1]}')],
  },
  {
    title: "rows without the message, with the fields of REPORT",
    text: JSON.stringify(answer([cells(found)])),
    format: "insights-results",
    events: [rebuilt],
  },
  {
    title: "the same with a trace",
    text: JSON.stringify([
      {
        "@requestId": "r",
        "@duration": 1,
        "@type": "REPORT",
        "@xrayTraceId": "1-5-9",
        "@xraySegmentId": "7f",
      },
    ]),
    format: "insights-results",
    events: [
      logEvent("REPORT RequestId: r\tDuration: 1 ms\t\nXRAY TraceId: 1-5-9\tSegmentId: 7f\t", {
        initUnknown: true,
      }),
    ],
  },
]);

test("no rows", async () => {
  expect(await readText(JSON.stringify(answer([])))).toMatchObject({
    format: "insights-results",
    events: [],
    unreadable: [],
  });
});

test("rows of figures over many events are no events, and are told", async () => {
  const read = await readText(
    JSON.stringify(
      answer([cells({ "avg(@duration)": "12", "bin(5m)": "2026-03-04 05:05:00.000" }), cells(row)]),
    ),
  );
  expect(read.events).toEqual([event]);
  expect(read.unreadable).toHaveLength(1);
});

const figures = (id: string, more: Record<string, string> = {}): Record<string, string> => ({
  "@requestId": id,
  "@duration": "2.5",
  ...more,
});
const unknownIn = async (rows: unknown): Promise<unknown[]> => {
  const { events } = await readText(JSON.stringify(rows));
  return events.map((one) => [/RequestId: (\w+)/.exec(one.message)?.[1], one.initUnknown]);
};

test("rows of a query without inits do not say that there were none", async () => {
  expect(await unknownIn(answer([cells(figures("a")), cells(figures("b"))]))).toEqual([
    ["a", true],
    ["b", true],
  ]);
});

test("of a query with inits, rows without one are known to have had none", async () => {
  const rows = [figures("a"), figures("b", { "@initDuration": "99" }), figures("c")];
  const known = rows.map((one) => [one["@requestId"], undefined]);
  expect(await unknownIn(answer(rows.map(cells)))).toEqual(known);
  // The console gives every field that was asked for.
  expect(await unknownIn([figures("a", { "@initDuration": "" })])).toEqual([["a", undefined]]);
});

test("more rows than an answer can have are not all held back, and keep their order", async () => {
  const rows = Array.from({ length: 10_002 }, (_, i) => cells(figures(`r${i}`)));
  rows.push(cells(figures("last", { "@initDuration": "1" })));
  const read = await unknownIn(answer(rows));
  expect(read).toHaveLength(10_003);
  expect([read[0], read[9_999]]).toEqual([
    ["r0", true],
    ["r9999", true],
  ]);
  expect([read[10_000], read[10_002]]).toEqual([
    ["r10000", undefined],
    ["last", undefined],
  ]);
});
