import { expect, test } from "vitest";
import { placeOf } from "./place.ts";

const TASK = "0b6c1d7e-22aa-4f0e-9b1d-5f7e1c0d9a11";
const GUID = "9f86d081884c7d659a2feaa0c55ad015";

test.each([
  ["a plain file", "logs/today.log", null, null, null],
  [
    "an export",
    `orders/${TASK}/2026-01-31-[$LATEST]${GUID}/000000.gz`,
    null,
    `2026/01/31/[$LATEST]${GUID}`,
    "orders",
  ],
  [
    "an export of a version",
    `in/orders/${TASK}/2026-01-31-[12]${GUID}/000003.gz`,
    null,
    `2026/01/31/[12]${GUID}`,
    "orders",
  ],
  [
    "an export with AWS's own prefix",
    `exportedlogs/${TASK}/2026-01-31-[$LATEST]${GUID}/000000.gz`,
    null,
    `2026/01/31/[$LATEST]${GUID}`,
    null,
  ],
  [
    "an export without a prefix",
    `${TASK}/2026-01-31-[$LATEST]${GUID}/000000.gz`,
    null,
    `2026/01/31/[$LATEST]${GUID}`,
    null,
  ],
  [
    "an export of a stream with a name of its own",
    `p/${TASK}/my-stream/000000.gz`,
    null,
    "my-stream",
    "p",
  ],
  [
    "a shared log group",
    `all/${TASK}/2026-01-31-pay-out[$LATEST]${GUID}/000000.gz`,
    null,
    `2026/01/31/pay-out[$LATEST]${GUID}`,
    "pay-out",
  ],
  [
    "the group as folders",
    `backup/aws/lambda/pay_out/2026/01/31/[$LATEST]${GUID}.log`,
    "/aws/lambda/pay_out",
    `2026/01/31/[$LATEST]${GUID}`,
    "pay_out",
  ],
  [
    "the group as prefix of an export",
    `aws/lambda/pay/${TASK}/2026-01-31-[$LATEST]${GUID}/000000.gz`,
    "/aws/lambda/pay",
    `2026/01/31/[$LATEST]${GUID}`,
    "pay",
  ],
  [
    "the group with dashes",
    "logs/aws-lambda-pay-out.json.gz",
    "/aws/lambda/pay-out",
    null,
    "pay-out",
  ],
  [
    "Windows",
    `C:\\logs\\orders\\${TASK}\\2026-01-31-[$LATEST]${GUID}\\000000.gz`,
    null,
    `2026/01/31/[$LATEST]${GUID}`,
    "orders",
  ],
  ["a date that is no stream", "logs/2026/01/31/app.log", null, null, null],
  ["a word that only ends like it", "logs/my-aws-lambda-notes.txt", null, null, null],
])("%s", (_, path, logGroup, logStream, functionName) => {
  expect(placeOf(path)).toEqual({ logGroup, logStream, functionName });
});
