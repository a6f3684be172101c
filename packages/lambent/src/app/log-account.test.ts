import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sampleInvocation } from "../../../../test/sample-invocation.ts";
import type { Invocation } from "../model/invocation.ts";
import { assess } from "./assess.ts";
import { LogAccount } from "./log-account.ts";
import { sumUnread } from "./sum-readings.ts";

const NOON = Date.UTC(2026, 2, 4, 12);
const reported = (name: string | null, n: number): Invocation =>
  sampleInvocation({
    functionName: name,
    requestId: `report-${name}-${n}`,
    timestamp: NOON + n,
    region: "eu-west-1",
    billingIdentity: "duration",
  });
const insights = (name: string | null, n: number): Invocation =>
  sampleInvocation({
    functionName: name,
    requestId: `insights-${name}-${n}`,
    timestamp: NOON + 60_000 + n,
    billingIdentity: "lambda-insights",
  });
const many = (one: (name: string | null, n: number) => Invocation, name: string, count: number) =>
  Array.from({ length: count }, (_, n) => one(name, n));

const accountOf = (invocations: readonly Invocation[]): LogAccount => {
  const account = new LogAccount();
  for (const one of invocations) account.add(one);
  return account;
};
const counts = (account: LogAccount): unknown =>
  account.settled().metrics.functions.map((one) => [one.identity.name, one.counts.invocations]);

describe("invocations that Lambda Insights tells of", () => {
  test("count where their function has no REPORT, and do not where it has", () => {
    const account = accountOf([
      ...many(insights, "orders", 600),
      ...many(reported, "orders", 3),
      ...many(insights, "seats", 2),
    ]);
    expect(counts(account)).toEqual([
      ["orders", 3],
      ["seats", 2],
    ]);
    expect(account.settled().notes).toEqual([
      expect.stringMatching(/^600 Lambda Insights events are left out/),
      expect.stringMatching(/^2 invocations are known .*failures among them are not seen/),
    ]);
    expect(counts(account)).toEqual(counts(account));
  });

  test("one of each", () => {
    const { notes } = accountOf([
      insights("orders", 1),
      reported("orders", 1),
      insights("seats", 1),
    ]).settled();
    expect(notes[0]).toMatch(/^1 Lambda Insights event is /);
    expect(notes[1]).toMatch(/^1 invocation is /);
  });

  test("a log without them has nothing to tell", () => {
    expect(accountOf([reported("orders", 1)]).settled().notes).toEqual([]);
  });

  test("REPORT lines without a name may be of any function: nothing counts twice, and that is told", () => {
    const account = accountOf([insights("orders", 1), reported(null, 1)]);
    expect(counts(account)).toEqual([[null, 1]]);
    expect(account.settled().notes.at(-1)).toContain("--function NAME");
    expect(counts(accountOf([insights(null, 1), reported(null, 1)]))).toEqual([[null, 1]]);
  });

  test("give the same in any order, in parts, and through another thread", () => {
    const name = fc.constantFrom("orders", "seats", null);
    const one = fc
      .tuple(fc.constantFrom(reported, insights), name, fc.nat(20))
      .map(([of, by, n]) => of(by, n));
    const said = (account: LogAccount): unknown =>
      assess(
        { account, sources: [], unread: sumUnread([]), notes: [] },
        { region: "eu-west-1", architecture: "x86_64" },
      );
    fc.assert(
      fc.property(fc.array(one, { maxLength: 40 }), fc.nat(40), (invocations, at) => {
        const parts = [invocations.slice(at).reverse(), invocations.slice(0, at)].map(accountOf);
        const whole = new LogAccount();
        for (const part of parts) {
          whole.merge(LogAccount.fromState(structuredClone(part.toState())));
        }
        expect(said(whole)).toEqual(said(accountOf(invocations)));
      }),
      { numRuns: 100 },
    );
  });
});
