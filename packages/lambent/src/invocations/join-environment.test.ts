import { describe, expect, test } from "vitest";
import type { LogEvent } from "../model/log-event.ts";
import { at, start, report, platform, join, brief, NOTHING_LOST } from "./join.samples.ts";

describe("cold starts", () => {
  const cold = (...events: LogEvent[]): unknown[] =>
    join(events).invocations.map((one) => one.coldStart);

  test("an init line says so where the REPORT does not", () => {
    expect(
      cold(
        at(0, "INIT_START Runtime Version: nodejs:22.v1"),
        at(9, report("a", 8_500)),
        at(20, report("b")),
      ),
    ).toEqual([true, false]);
  });

  test("an init long before the invocation was not waited for", () => {
    expect(cold(at(0, "INIT_START Runtime Version: nodejs:22.v1"), at(600, report("a")))).toEqual([
      false,
    ]);
  });

  test("a failed init that was run again inside the invocation fails it", () => {
    const { invocations } = join([
      at(0, "INIT_START Runtime Version: nodejs:22.v1"),
      at(
        1,
        "INIT_REPORT Init Duration: 900.00 ms\tPhase: init\tStatus: error\tError Type: Runtime.ImportModuleError",
      ),
      at(1, start("a")),
      at(
        2,
        "INIT_REPORT Init Duration: 910.00 ms\tPhase: invoke\tStatus: error\tError Type: Runtime.ImportModuleError",
      ),
      at(2, report("a", 930)),
    ]);
    expect(invocations[0]).toMatchObject({
      status: "error",
      coldStart: true,
      failure: { class: "import-error" },
    });
  });

  test("a failed init that then went well is a cold start and no failure", () => {
    const { invocations } = join([
      at(0, "INIT_REPORT Init Duration: 9999.00 ms\tPhase: init\tStatus: timeout"),
      at(12, report("a", 11_000)),
    ]);
    expect(invocations[0]).toMatchObject({ status: "success", coldStart: true, failure: null });
  });

  test("a restore (SnapStart)", () => {
    const restored = report("a", 306.34).replace("Billed Duration: 307", "Billed Duration: 610");
    const { invocations } = join([
      at(0, "RESTORE_START Runtime Version: java:17.v8"),
      at(0.5, "RESTORE_REPORT Restore Duration: 511.25 ms"),
      at(1, `${restored}Restore Duration: 511.25 ms\tBilled Restore Duration: 303 ms\t`),
      at(9, report("b")),
    ]);
    expect(invocations[0]).toMatchObject({
      coldStart: true,
      restoreDurationMs: 511.25,
      billingIdentity: "duration-plus-restore",
    });
    expect(invocations[1]?.coldStart).toBe(false);
  });

  test("after a failure nothing tells, after a success it was warm", () => {
    const failed = (id: string): string => report(id, 5, "Status: error");
    expect(
      cold(at(0, failed("a")), at(1, failed("b")), at(2, report("c")), at(3, failed("d"))),
    ).toEqual([null, null, false, false]);
  });
});

describe("platform events", () => {
  const metrics = { durationMs: 1.5, billedDurationMs: 2, memorySizeMB: 128, maxMemoryUsedMB: 60 };

  test("a whole invocation", () => {
    const { invocations, tally } = join([
      at(
        0,
        platform("initStart", {
          initializationType: "on-demand",
          functionName: "seats",
          runtimeVersionArn: "arn:aws:lambda:eu-west-3::runtime:0",
        }),
        null,
      ),
      at(0, platform("start", { requestId: "a" }), null),
      at(
        1,
        platform("runtimeDone", { requestId: "a", status: "failure", errorType: "Handled" }),
        null,
      ),
      at(1, platform("report", { requestId: "a", metrics }), null),
    ]);
    expect(invocations[0]).toMatchObject({
      region: "eu-west-3",
      status: "error",
      errorType: "Handled",
      coldStart: true,
    });
    expect(tally).toEqual(NOTHING_LOST);
  });

  test("runtimeDone behind the report, and of a request without one", () => {
    const done = (id: string): LogEvent =>
      at(1, platform("runtimeDone", { requestId: id, status: "timeout" }));
    expect(brief([at(1, platform("report", { requestId: "a", metrics })), done("a")])).toEqual([
      ["a", "timeout", "timeout"],
    ]);
    expect(join([done("b")]).tally.orphanFailures).toBe(1);
  });

  test("an environment that was started ahead of need is not cold", () => {
    for (const initializationType of ["provisioned-concurrency", "lambda-managed-instances"]) {
      const { invocations } = join([
        at(0, platform("initStart", { initializationType })),
        at(
          0,
          platform("initReport", {
            initializationType,
            phase: "init",
            metrics: { durationMs: 300 },
          }),
        ),
        at(1, platform("report", { requestId: "a", metrics: { durationMs: 1.5 } })),
      ]);
      expect(invocations[0]).toMatchObject({
        coldStart: false,
        billedDurationMs: null,
        memorySizeMb: null,
      });
    }
  });

  test("dropped records and faults are counted", () => {
    const { tally } = join([
      at(0, platform("logsDropped", { droppedRecords: 7 })),
      at(0, platform("logsDropped", { droppedRecords: 5 })),
      at(0, platform("fault", {})),
      at(
        0,
        JSON.stringify({
          time: "2026-03-04T12:00:00Z",
          type: "platform.fault",
          record: "RequestId: a Process exited before completing request",
        }),
      ),
    ]);
    expect(tally).toMatchObject({ droppedRecords: 12, orphanFailures: 1 });
  });
});

test("a REPORT put together without its init does not tell a warm start", () => {
  const cold = (event: LogEvent): unknown => join([event]).invocations[0]?.coldStart;
  expect(cold(at(0, report("a")))).toBe(false);
  expect(cold({ ...at(0, report("a")), initUnknown: true })).toBeNull();
});

describe("Lambda Insights events", () => {
  const insights = (id: string): LogEvent =>
    at(
      0,
      JSON.stringify({ cpu_total_time: 9, request_id: id, function_name: "seats", duration: 5 }),
    );

  test("are invocations that can be told from those of REPORT lines", () => {
    const told = (events: Iterable<LogEvent>): unknown[] =>
      join(events).invocations.map((one) => [one.requestId, one.billingIdentity]);
    expect(told([insights("a"), at(0, report("a")), insights("b")])).toEqual([
      ["a", "lambda-insights"],
      ["b", "lambda-insights"],
      ["a", "duration"],
    ]);
    expect(join([insights("a")], { functionName: "mine" }).invocations[0]?.functionName).toBe(
      "seats",
    );
  });
});
