import fc from "fast-check";
import { expect, test } from "vitest";
import { functionNameOf } from "./function-name.ts";

test.each([
  ["/aws/lambda/orders", null, "orders"],
  ["aws/lambda/orders", null, "orders"],
  ["arn:aws:logs:eu-west-1:123456789012:log-group:/aws/lambda/orders:*", null, "orders"],
  ["123456789012:/aws/lambda/orders", null, "orders"],
  ["arn:aws:lambda:eu-west-1:123456789012:function:orders", null, "orders"],
  ["arn:aws:lambda:eu-west-1:123456789012:function:orders:7", null, "orders"],
  [
    "arn:aws:lambda:eu-west-1:123456789012:function:orders:7/durable-execution/nightly/0b1c",
    null,
    "orders",
  ],
  ["arn:aws-us-gov:lambda:us-gov-west-1:123456789012:function:orders:live", null, "orders"],
  ["shared-group", "2026/01/31/orders[$LATEST]0a1b2c", "orders"],
  ["shared-group", "2026/01/31/orders[12]0a1b2c", "orders"],
  [null, "2026/01/31/orders-eu_1[$LATEST]0a1b2c", "orders-eu_1"],
  // The group is sure; a stream's name may be anybody's.
  ["/aws/lambda/orders", "2026/01/31/other[$LATEST]0a1b2c", "orders"],
  [null, "2026/01/31/[$LATEST]0a1b2c", null],
  ["shared-group", null, null],
  ["/aws/lambda-insights", "orders", null],
  ["/aws/lambda/", null, null],
  ["my/aws/lambda/orders", null, "orders"],
  [null, "2026/01/31/orders", null],
  ["", "", null],
  [null, null, null],
])("group %j, stream %j: %j", (group, stream, expected) => {
  expect(functionNameOf(group, stream)).toBe(expected);
});

test("hostile names: no throw, no blank in a name, linear time", () => {
  const text = fc.array(
    fc.oneof(
      fc.constantFrom(
        "/aws/lambda/",
        "2026/01/31/",
        "[",
        "]",
        "arn:aws:lambda:",
        ":function:",
        "a",
      ),
      fc.string({ unit: "binary", maxLength: 4 }),
    ),
  );
  fc.assert(
    fc.property(text, text, (group, stream) => {
      const name = functionNameOf(group.join(""), stream.join(""));
      if (name !== null) expect(name).toMatch(/^[^:/\s]+$/);
    }),
    { numRuns: 2_000 },
  );
  const started = performance.now();
  for (const piece of [
    "arn:aws-",
    "aws/lambda",
    "/aws/lambda/",
    "2026/01/31/a",
    "arn:aws:lambda:a:",
  ])
    functionNameOf(piece.repeat(100_000), piece.repeat(100_000));
  expect(performance.now() - started).toBeLessThan(2_000);
});
