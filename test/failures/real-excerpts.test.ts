import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { classifyFailure } from "../../packages/lambent/src/invocations/failure/classify.ts";
import {
  EVIDENCE_NEEDLES,
  evidenceOf,
} from "../../packages/lambent/src/invocations/failure/evidence.ts";
import type { FailureFacts } from "../../packages/lambent/src/invocations/failure/failure-rule.ts";
import { parseInitReport } from "../../packages/lambent/src/invocations/init-line.ts";
import { parseReportLine } from "../../packages/lambent/src/invocations/report-line.ts";
import type { FailureClass, RuntimeFamily } from "../../packages/lambent/src/model/failure.ts";
import type { InvocationStatus } from "../../packages/lambent/src/model/invocation.ts";
import { outsideData } from "../outside-data.ts";

/*
 * Real log events, judged by hand. They are not part of this repository, so each is named by its
 * place in the outside file.
 */
const path = outsideData("logs/report-lines.json");
const eventsPath = outsideData("logs/platform-events.jsonl");

type Named = readonly [kind: "failure" | "hint", of: FailureClass, runtime: RuntimeFamily | null];

/** Events that are evidence; every other event of the file is none. */
const EVIDENCE: Readonly<Record<number, Named>> = {
  12: ["failure", "process-exit", null],
  13: ["hint", "runtime-exit", null],
  15: ["failure", "timeout", null],
  27: ["failure", "import-error", "python"],
  32: ["failure", "init-error", null],
  34: ["failure", "process-exit", null],
  36: ["failure", "runtime-exit", null],
  37: ["failure", "process-exit", null],
  40: ["failure", "syntax-error", "node"],
  42: ["failure", "timeout", null],
  45: ["failure", "process-exit", null],
  50: ["failure", "unhandled-exception", null],
  51: ["hint", "unhandled-exception", null],
  72: ["failure", "process-exit", null],
  73: ["failure", "timeout", null],
  76: ["failure", "unhandled-exception", "node"],
  77: ["failure", "unhandled-exception", "node"],
  78: ["failure", "unhandled-exception", "node"],
  80: ["failure", "unhandled-exception", "python"],
  81: ["failure", "unhandled-exception", "python"],
  82: ["hint", "unhandled-exception", null],
};

/** REPORT lines, with the INIT_REPORT and the evidence that belong to the same invocation. */
const INVOCATIONS: readonly (readonly [
  report: number,
  init: number | null,
  evidence: readonly number[],
  status: InvocationStatus,
  of: FailureClass | null,
])[] = [
  [2, null, [], "success", null],
  [5, null, [], "error", "out-of-memory"],
  [6, null, [], "timeout", "out-of-memory"],
  [8, null, [], "timeout", "timeout"],
  [9, null, [], "timeout", "timeout"],
  [10, null, [], "error", "runtime-exit"],
  [11, null, [], "timeout", "timeout"],
  [14, null, [12, 13], "error", "process-exit"],
  [16, null, [15], "timeout", "timeout"],
  [39, 38, [37], "error", "init-error"],
  [43, null, [42], "timeout", "timeout"],
  [53, 52, [], "timeout", "out-of-memory"],
];

describe.skipIf(path === null)("real excerpts [needs outside data]", () => {
  // Two rows of the file are lines of `sam logs`, whose prefix a source takes off.
  const messages = (): string[] => {
    const file = JSON.parse(readFileSync(path ?? "", "utf8")) as { events: { message: string }[] };
    return file.events.map(({ message }) => message.replace(/^\d{4}\/\d\d\/\d\d\/\[\S+ \S+ /, ""));
  };

  it("are evidence, or none, of what they were judged to be", () => {
    const found: Record<number, Named> = {};
    for (const [index, message] of messages().entries()) {
      const evidence = evidenceOf(message);
      if (!evidence) continue;
      expect(EVIDENCE_NEEDLES.some((needle) => message.includes(needle))).toBe(true);
      const { failure } = classifyFailure(facts({ status: "error", evidence: [message] }));
      if (failure) found[index] = [evidence.kind, failure.class, failure.runtime];
    }
    expect(found).toEqual(EVIDENCE);
  });

  it.each(INVOCATIONS)(
    "REPORT %i with init %s and evidence %j: %s, %s",
    (report, init, lines, status, of) => {
      const all = messages();
      const line = parseReportLine(all[report] ?? "");
      expect(line).not.toBeNull();
      const verdict = classifyFailure(
        facts({
          ...line,
          status: (line?.status ?? null) as InvocationStatus | null,
          initReport: init === null ? null : parseInitReport(all[init] ?? ""),
          evidence: lines.map((index) => all[index] ?? ""),
        }),
      );
      expect([verdict.status, verdict.failure?.class ?? null]).toEqual([status, of]);
      if (status === "timeout" && of === "out-of-memory")
        expect(verdict.failure?.confidence).toBeLessThan(0.7);
    },
  );

  it("name the request they belong to, where they do", () => {
    const all = messages();
    for (const index of [12, 15, 32, 34, 37, 72, 73, 76, 77, 78, 81]) {
      const id = evidenceOf(all[index] ?? "")?.requestId;
      expect(id).toMatch(/^[0-9a-f-]{36}$/);
      expect(all[index]).toContain(id);
    }
    expect(evidenceOf(all[40] ?? "")?.requestId).toBeNull();
  });
});

describe.skipIf(eventsPath === null)("real platform events [needs outside data]", () => {
  it("only the fault record is evidence: the others carry their status", () => {
    const lines = readFileSync(eventsPath ?? "", "utf8").split("\n");
    const evidence = lines.filter((line) => evidenceOf(line) !== null);
    expect(evidence.map((line) => (JSON.parse(line) as { type: string }).type)).toEqual([
      "platform.fault",
    ]);
  });
});

function facts(some: Partial<FailureFacts>): FailureFacts {
  return {
    status: null,
    errorType: null,
    durationMs: 1,
    memorySizeMb: null,
    maxMemoryUsedMb: null,
    initReport: null,
    evidence: [],
    ...some,
  };
}
