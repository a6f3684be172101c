import { expect, test } from "vitest";
import { asyncRequests } from "./async-requests.ts";

test.each([
  [0, 1],
  [1, 1],
  [256, 1],
  [256.001, 2],
  [257, 2],
  [320, 2],
  [321, 3],
  [1_024, 13],
])("an event of %d KB is billed as %i requests", (payloadKb, requests) => {
  expect(asyncRequests(payloadKb)).toBe(requests);
});
