import { describe, expect, test } from "vitest";
import { readText } from "../source.contract.ts";
import { jsonText } from "./json-text.ts";

const LEVELS = 100_000;
const deep = `${"[".repeat(LEVELS)}${"]".repeat(LEVELS)}`;

test("what can be written is, and what is too deep is not", () => {
  expect(jsonText({ a: [1, null] }, "x")).toBe('{"a":[1,null]}');
  expect(jsonText(undefined, "x")).toBe("x");
  expect(jsonText(JSON.parse(deep), "x")).toBe("x");
});

describe("sources that hold JSON of a hundred thousand levels", () => {
  const TIME = "2026-03-04T05:06:07.089Z";
  test.each([
    ["a printed record", `{"time":"${TIME}","type":"function","record":${deep}}`],
    [
      "a record over two lines",
      `{"time":"${TIME}",\n"type":"function","record":"Error","x":${deep}}`,
    ],
    ["an event", `{"events":[{"timestamp":1,"message":"a"},{"timestamp":1,"message":${deep}}]}`],
    ["a subscription", `{"messageType":"DATA_MESSAGE","logEvents":[${deep}]}`],
    ["a Firehose record", `{"messageType":"OTHER","x":${deep}}`],
    ["Insights", `{"results":[{"@timestamp":"${TIME}","@message":{"a":${deep}}}]}`],
  ])("%s", async (_, text) => {
    const after = `\n{"time":"${TIME}","type":"function","record":"after"}\n`;
    const read = await readText(text + after);
    for (const sample of read.unreadable) expect(sample.length).toBeLessThanOrEqual(600);
  });
});
