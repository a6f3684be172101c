import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sampleInvocation } from "../../../../test/sample-invocation.ts";
import type { Failure } from "../model/failure.ts";
import type { Invocation } from "../model/invocation.ts";
import { ErrorGroups, MAX_GROUPS_PER_FUNCTION, OTHER_ERRORS } from "./error-groups.ts";

function failed(
  message: string,
  fields: Partial<Invocation> = {},
  more: Partial<Failure> = {},
): Invocation {
  const failure: Failure = {
    class: "unhandled-exception",
    confidence: 0.9,
    runtime: "node",
    errorType: "Error",
    message,
    evidence: [],
    ...more,
  };
  return sampleInvocation({ status: "error", failure, ...fields });
}

/** `word` in letters only, so that no two numbers make the same pattern. */
function letters(number: number): string {
  return number
    .toString(26)
    .split("")
    .map((digit) => String.fromCharCode(97 + parseInt(digit, 26)))
    .join("");
}

function grouped(invocations: readonly Invocation[]): ErrorGroups {
  const groups = new ErrorGroups();
  for (const invocation of invocations) groups.add(invocation);
  return groups;
}

describe("ErrorGroups", () => {
  it("counts like errors together, with first and last seen and the earliest example", () => {
    const groups = grouped([
      failed("order 12 not found", { timestamp: 2_000, requestId: "b" }),
      failed("order 7 not found", { timestamp: 1_000, requestId: "c" }),
      failed("order 9 not found", { timestamp: null, requestId: "a" }),
      failed("no stock", { timestamp: 500 }),
      sampleInvocation(),
    ]);
    expect(groups.result()).toHaveLength(2);
    expect(groups.result()[0]).toEqual({
      function: "orders",
      class: "unhandled-exception",
      errorType: "Error",
      pattern: "order <*> not found",
      count: 3,
      firstSeenMs: 1_000,
      lastSeenMs: 2_000,
      example: { message: "order 7 not found", requestId: "c" },
      confidence: 0.9,
    });
  });

  it("keeps functions, classes and types apart", () => {
    const groups = grouped([
      failed("x", { functionName: null }),
      failed("x"),
      failed("x", {}, { class: "permission" }),
      failed("x", {}, { errorType: "TypeError" }),
    ]);
    expect(groups.result().map((group) => group.count)).toEqual([1, 1, 1, 1]);
  });

  it("does not depend on the order of adds and merges, nor on what is cut into parts", () => {
    const invocation = fc
      .record({
        message: fc.constantFrom("order 1 lost", "order 2 lost", "no stock", "id 7"),
        timestamp: fc.option(fc.nat(9)),
        requestId: fc.constantFrom("a", "b", "c"),
        functionName: fc.constantFrom("f", "g", null),
        confidence: fc.constantFrom(0.5, 0.9, 1),
      })
      .map(({ message, confidence, ...fields }) => failed(message, fields, { confidence }));
    const many = fc.array(invocation, { maxLength: 30 });
    fc.assert(
      fc.property(
        many.chain((all) =>
          fc.tuple(
            fc.constant(all),
            fc.shuffledSubarray(all, { minLength: all.length }),
            fc.nat(30),
          ),
        ),
        ([all, shuffled, cut]) => {
          const left = grouped(shuffled.slice(0, cut));
          const right = ErrorGroups.fromState(
            structuredClone(grouped(shuffled.slice(cut)).toState()),
          );
          right.merge(left);
          expect(right.result()).toEqual(grouped(all).result());
        },
      ),
    );
  });

  it("holds at most 1,000 groups a function, counts the rest, and keeps the same ones in any order", () => {
    const all = Array.from({ length: 4_500 }, (_, index) =>
      failed(
        `problem ${letters(index)}`,
        { requestId: letters(index), timestamp: index },
        { class: index % 2 === 0 ? "unhandled-exception" : "timeout" },
      ),
    );
    // Each error twice: a group that was dropped must not come back with half of its count.
    const forward = grouped([...all, ...all]);
    const backward = grouped(all.slice(0, 2_000).reverse());
    backward.merge(
      ErrorGroups.fromState(JSON.parse(JSON.stringify(grouped([...all].reverse()).toState()))),
    );
    backward.merge(grouped(all.slice(2_000)));
    const result = forward.result();
    expect(backward.result()).toEqual(result);
    const others = result.filter((group) => group.pattern === OTHER_ERRORS);
    expect(others).toHaveLength(2);
    expect(result).toHaveLength(MAX_GROUPS_PER_FUNCTION + 2);
    expect(result.reduce((sum, group) => sum + group.count, 0)).toBe(9_000);
    expect(
      result.filter((group) => !others.includes(group)).every((group) => group.count === 2),
    ).toBe(true);
  });
});
