import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { errorPattern } from "./error-pattern.ts";

const CASES: readonly (readonly [message: string, pattern: string])[] = [
  ["order 17 of 230 failed after 1.5 s", "order <*> of <*> failed after <*> s"],
  ["no item 0c5a1f60-7d2e-4a51-9f3e-0b7a6c2d1e10", "no item <*>"],
  ["span 1c0aa43118a5d54708c0da61 lost", "span <*> lost"],
  [
    "not authorized on arn:aws:dynamodb:eu-west-1:123456789012:table/orders",
    "not authorized on <arn>",
  ],
  ["at /var/task/src/index.js:12:34 in load", "at <path> in load"],
  ["No module named 'daily'", "No module named <value>"],
  ['"abc" is not valid JSON', "<value> is not valid JSON"],
  [
    "'utf-8' codec can't decode byte 0x80 in position 7",
    "<value> codec can't decode byte <*> in position <*>",
  ],
  ["expired at 2026-02-03T04:05:06.789Z", "expired at <time>"],
  ["connect ECONNREFUSED 10.0.3.17:5432", "connect ECONNREFUSED <ip>"],
  ["unknown user jane.doe+x@example.org", "unknown user <email>"],
  ["GET https://api.example.org/v1/orders?id=7 returned 502", "GET <url> returned <*>"],
  [
    "ENOENT: no such file or directory, open '/tmp/a1/b.json'",
    "ENOENT: no such file or directory, open <value>",
  ],
  ["first line\nsecond line 2", "first line"],
  ["don't split, can't stop", "don't split, can't stop"],
];

describe("errorPattern", () => {
  it.each(CASES)("%s", (message, pattern) => {
    expect(errorPattern(message)).toBe(pattern);
  });

  it("is the same for messages that differ only in what varies", () => {
    fc.assert(
      fc.property(
        fc.uuid(),
        fc.uuid(),
        fc.nat(),
        fc.nat(),
        fc.ipV4(),
        fc.ipV4(),
        (a, b, m, n, x, y) => {
          const of = (id: string, count: number, host: string): string =>
            errorPattern(`order ${id} has ${count} items, sent by ${host}`);
          expect(of(a, m, x)).toBe(of(b, n, y));
        },
      ),
    );
  });

  it("takes out ids behind a word that tells what they are of", () => {
    expect(errorPattern("card was declined (request req_1hG7f2Kd)")).toBe(
      errorPattern("card was declined (request req_9Zk3a8Qx)"),
    );
    expect(errorPattern("no such order order-58213907")).toBe("no such order order-<*>");
    expect(errorPattern("no_such_table")).toBe("no_such_table");
  });

  it("takes ids out whether or not they hold a letter", () => {
    const hex = fc.string({
      unit: fc.constantFrom(..."0123456789abcdef".split("")),
      minLength: 12,
      maxLength: 24,
    });
    fc.assert(
      fc.property(hex, (id) => {
        fc.pre(/\d/.test(id));
        expect(errorPattern(`stream ${id} is gone`)).toBe("stream <*> is gone");
      }),
    );
  });

  it.each(["a1-", "1:", "/", "'", '"', "a@", "1.", "arn:aws:", "x://", "0"])(
    "takes little time on 1 MB of %s",
    (unit) => {
      const text = unit.repeat(Math.ceil(1_000_000 / unit.length));
      const startedMs = performance.now();
      errorPattern(text);
      expect(performance.now() - startedMs).toBeLessThan(200);
    },
  );
});
