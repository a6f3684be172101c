import type { Invocation, InvocationStatus } from "../model/invocation.ts";
import type { LogEvent } from "../model/log-event.ts";
import { readBilling } from "./billing-identity.ts";
import { inferColdStart } from "./cold-start.ts";
import type { EnvironmentLog } from "./environment-log.ts";
import { EnvironmentLogs } from "./environment-log.ts";
import { forgetOldName, nameEnvironment } from "./environment-name.ts";
import { classifyFailure } from "./failure/classify.ts";
import { evidenceOf } from "./failure/evidence.ts";
import { hiddenReports } from "./hidden-report.ts";
import { parseInitReport, regionOfRuntimeArn } from "./init-line.ts";
import type { InitReport } from "./init-line.ts";
import { INSIGHTS_MARK, readInsightsEvent } from "./insights-event.ts";
import { PendingFailures } from "./pending-failures.ts";
import type { PendingLine } from "./pending-failures.ts";
import { looksLikePlatformEvent, parsePlatformEvent } from "./platform-event.ts";
import type { ReportFields } from "./report-fields.ts";
import { looksLikeReport, parseReportLine } from "./report-line.ts";
import { readUsualReport } from "./usual-report.ts";

/** What the joiner met that did not become an invocation. */
export interface JoinTally {
  malformedReports: number;
  /** Up to five of them, cut to 300 characters. */
  examples: string[];
  orphanFailures: number;
  unfinished: number;
  billingMismatches: number;
  droppedRecords: number;
}

export interface JoinOptions {
  /** Said by the user: used where neither the log nor its place says a name. */
  readonly functionName?: string | null;
  /** Used where the log says nothing: the name that the place of the log suggests. */
  readonly fallbackFunctionName?: string | null;
}

/** First words of the line that begins an invocation. */
export const START_OF_INVOCATION = "START RequestId:";
/** Invocations held back so that lines printed behind a REPORT can still reach it. */
const HELD_INVOCATIONS = 512;
const MOST_EXAMPLES = 5;
const EXAMPLE_LENGTH = 300;
/** Of a long failure line the head and the tail are kept. Characters. */
const KEPT_HEAD = 6_144;
const KEPT_TAIL = 2_048;
/** An init this long before the invocation began was not waited for (init ≤10 s, AWS Lambda quotas). */
const LONGEST_INIT_MS = 15_000;

const NO_LINES: readonly PendingLine[] = [];

/** When and where an event was logged. */
type EventPlace = Omit<LogEvent, "message">;

interface Held {
  invocation: Invocation;
  reportStatus: string | null;
  initReport: InitReport | null;
  initSeen: boolean;
  answeredBefore: boolean;
  initUnknown: boolean;
  nameless: readonly PendingLine[];
}

/**
 * Log events → invocations, for one log object: REPORT lines and platform events joined with the
 * init and failure lines of the same invocation, across interleaved streams, in bounded memory.
 */
export class InvocationJoiner {
  readonly #emit: (invocation: Invocation) => void;
  readonly #options: JoinOptions;
  readonly #environments = new EnvironmentLogs();
  readonly #pending = new PendingFailures();
  /** Lines that name no request: they belong to the next REPORT of their environment. */
  readonly #nameless = new PendingFailures<EnvironmentLog>();
  readonly #held: Held[] = [];
  #starts = 0;
  #reports = 0;
  #next = 0;
  readonly #tally: JoinTally = {
    malformedReports: 0,
    examples: [],
    orphanFailures: 0,
    unfinished: 0,
    billingMismatches: 0,
    droppedRecords: 0,
  };

  constructor(emit: (invocation: Invocation) => void, options: JoinOptions = {}) {
    this.#emit = emit;
    this.#options = options;
  }

  event(event: LogEvent): void {
    const { message } = event;
    for (const hidden of hiddenReports(message)) this.#malformed(hidden);
    switch (message.charCodeAt(0)) {
      case 82: // R
        if (looksLikeReport(message)) return this.#reportLine(event);
        if (/^RESTORE_(?:START |REPORT)/.test(message)) return this.#initSeen(event);
        break;
      case 83: // S
        if (message.startsWith(START_OF_INVOCATION)) return this.started();
        break;
      case 73: // I
        if (message.startsWith("INIT_START ")) {
          this.#initSeen(event);
          nameEnvironment(this.#environmentOf(event), event, null, regionOfRuntimeArn(message));
          return;
        }
        if (message.startsWith("INIT_REPORT")) {
          this.#initReport(event, parseInitReport(message));
          return;
        }
        break;
      case 123: // {
        if (looksLikePlatformEvent(message) && this.#platformEvent(event)) return;
        if (message.includes(INSIGHTS_MARK) && this.#insightsEvent(event)) return;
        break;
      default:
    }
    this.#failureLine(event);
  }

  /**
   * The same for an event that is still bytes, as UTF-8 from `start` to `end`. False where it must
   * be made a string for `event`.
   */
  eventBytes(
    bytes: Buffer,
    start: number,
    end: number,
    timestamp: number | null,
    logGroup: string | null,
    logStream: string | null,
  ): boolean {
    if (bytes[start] !== 82) return false; // R
    const report = readUsualReport(bytes, start, end);
    if (report === null) return false;
    this.#report({ timestamp, logGroup, logStream }, report);
    return true;
  }

  /** A START line, which need only be counted. */
  started(): void {
    this.#starts += 1;
  }

  /** Emits what was held back; the joiner must not be used afterwards. */
  end(): JoinTally {
    const ordered = [...this.#held.slice(this.#next), ...this.#held.slice(0, this.#next)];
    for (const held of ordered) this.#seal(held);
    this.#held.length = 0;
    this.#tally.orphanFailures = this.#pending.countOrphans() + this.#nameless.countOrphans();
    this.#tally.unfinished = Math.max(0, this.#starts - this.#reports);
    return this.#tally;
  }

  /** For a log that does not say which function it is of. */
  #givenName(): string | null {
    return this.#options.fallbackFunctionName ?? this.#options.functionName ?? null;
  }

  #environmentOf(event: EventPlace): EnvironmentLog {
    return this.#environments.of(event.logGroup, event.logStream);
  }

  #reportLine(event: LogEvent): void {
    const report = parseReportLine(event.message);
    if (report === null) this.#malformed(event.message);
    else this.#report(event, report);
  }

  #malformed(message: string): void {
    this.#tally.malformedReports += 1;
    if (this.#tally.examples.length < MOST_EXAMPLES)
      this.#tally.examples.push(copied(message.slice(0, EXAMPLE_LENGTH)));
  }

  #initSeen(event: LogEvent): void {
    const environment = this.#environmentOf(event);
    environment.initSeenAtMs = event.timestamp ?? Number.NaN;
    environment.answeredBefore = false;
  }

  #initReport(event: LogEvent, init: InitReport | null): void {
    // Without a stream's name only an init inside the invocation is sure to be of the next REPORT.
    if (event.logStream === null && init?.phase !== "invoke") return;
    this.#initSeen(event);
    if (init !== null) this.#environmentOf(event).initReport = init;
  }

  /** False where the message is no platform event after all. */
  #platformEvent(event: LogEvent): boolean {
    const platform = parsePlatformEvent(event.message);
    if (platform === null) return false;
    const environment = this.#environmentOf(event);
    switch (platform.kind) {
      case "report":
        this.#report(event, platform.report);
        break;
      case "malformed-report":
        this.#malformed(event.message);
        break;
      case "start":
        this.started();
        break;
      case "init-start":
        nameEnvironment(environment, event, platform.functionName, platform.region);
        if (platform.onDemand) this.#initSeen(event);
        break;
      case "init-report":
        if (platform.onDemand) this.#initReport(event, platform.init);
        break;
      case "restore":
        this.#initSeen(event);
        break;
      case "runtime-done": {
        const { status, errorType } = platform;
        if (status !== "success")
          this.#keep(event, platform.requestId, { proves: true, status, errorType });
        break;
      }
      case "fault":
        this.#failureLine({ ...event, message: platform.text });
        break;
      case "logs-dropped":
        this.#tally.droppedRecords += platform.records;
        break;
      case "other":
    }
    return true;
  }

  /**
   * Whether REPORT lines of the same function tell the same again is seen only when all logs are
   * read. False where the message is no such event.
   */
  #insightsEvent(event: LogEvent): boolean {
    const invocation = readInsightsEvent(event);
    if (invocation === null) return false;
    invocation.functionName ??= this.#givenName();
    this.#emit(invocation);
    return true;
  }

  #failureLine(event: LogEvent): void {
    const evidence = evidenceOf(event.message);
    if (evidence === null) return;
    const line = { proves: evidence.kind === "failure", status: null, errorType: null };
    this.#keep(event, evidence.requestId, line);
  }

  #keep(
    event: LogEvent,
    requestId: string | null,
    line: Pick<PendingLine, "proves" | "status" | "errorType">,
  ): void {
    const kept = {
      ...line,
      message: shortened(event.message),
      timestamp: event.timestamp,
    };
    if (requestId !== null) this.#pending.add(requestId, kept);
    else this.#nameless.add(this.#environmentOf(event), kept);
  }

  #report(event: EventPlace, report: ReportFields): void {
    const environment = this.#environmentOf(event);
    forgetOldName(environment, event, false);
    const billing = readBilling(report);
    if (report.billedDurationMs !== null && billing.identity === null)
      this.#tally.billingMismatches += 1;
    this.#reports += 1;
    const status =
      report.status === "timeout" ? "timeout" : report.status === "error" ? "error" : "success";
    const invocation: Invocation = {
      requestId: report.requestId,
      functionName: environment.functionName ?? this.#givenName(),
      logGroup: event.logGroup,
      logStream: event.logStream,
      timestamp: event.timestamp,
      status,
      errorType: report.errorType,
      coldStart: null,
      durationMs: report.durationMs,
      billedDurationMs: report.billedDurationMs,
      memorySizeMb: report.memorySizeMb,
      maxMemoryUsedMb: report.maxMemoryUsedMb,
      initDurationMs: report.initDurationMs,
      initBilled: billing.initBilled,
      restoreDurationMs: report.restoreDurationMs,
      billedRestoreDurationMs: report.billedRestoreDurationMs,
      traceId: report.traceId,
      sampled: report.sampled,
      architecture: null,
      region: environment.region,
      billingIdentity: billing.identity,
      failure: null,
      costUsd: null,
    };
    const { initReport, answeredBefore } = environment;
    const nameless = this.#nameless.empty ? NO_LINES : this.#nameless.take(environment, null, null);
    const initSeen = waitedForInit(environment.initSeenAtMs, event.timestamp, report.durationMs);
    environment.initReport = null;
    environment.initSeenAtMs = null;
    // A failed environment may have been ended and started anew without a line that says so.
    environment.answeredBefore = status === "success" && event.logStream !== null;
    this.#hold({
      invocation,
      reportStatus: report.status,
      initReport,
      initSeen,
      answeredBefore,
      initUnknown: event.initUnknown === true,
      nameless,
    });
    forgetOldName(environment, event, true);
  }

  #hold(held: Held): void {
    if (this.#held.length < HELD_INVOCATIONS) {
      this.#held.push(held);
      return;
    }
    this.#seal(this.#held[this.#next] as Held);
    this.#held[this.#next] = held;
    this.#next = (this.#next + 1) % HELD_INVOCATIONS;
  }

  /** Gives the invocation its failure, now that the lines around its REPORT have been read. */
  #seal(held: Held): void {
    const { invocation, initReport, nameless } = held;
    const { timestamp } = invocation;
    let lines = nameless;
    if (!this.#pending.empty) {
      const startMs =
        timestamp === null
          ? null
          : timestamp - invocation.durationMs - (invocation.initDurationMs ?? 0);
      const named = this.#pending.take(invocation.requestId, startMs, timestamp);
      if (named.length > 0) lines = [...nameless, ...named];
    }
    if (held.reportStatus !== null || lines.length > 0 || initReport?.status)
      this.#judge(invocation, held, lines);
    invocation.coldStart = inferColdStart(invocation, held);
    this.#emit(invocation);
  }

  #judge(invocation: Invocation, held: Held, lines: readonly PendingLine[]): void {
    const done = lines.find((line) => line.status !== null);
    const status = readStatus(held.reportStatus ?? done?.status ?? null);
    const verdict = classifyFailure({
      status,
      errorType: invocation.errorType ?? done?.errorType ?? null,
      durationMs: invocation.durationMs,
      memorySizeMb: invocation.memorySizeMb,
      maxMemoryUsedMb: invocation.maxMemoryUsedMb,
      initReport: held.initReport,
      evidence: lines.map((line) => line.message),
    });
    invocation.status = verdict.status;
    invocation.failure = verdict.failure;
    invocation.errorType ??= verdict.failure?.errorType ?? null;
  }
}

function shortened(message: string): string {
  if (message.length <= KEPT_HEAD + KEPT_TAIL) return message;
  return copied(`${message.slice(0, KEPT_HEAD)}\n…\n${message.slice(-KEPT_TAIL)}`);
}

/** A slice would keep the whole of a long message in memory. */
function copied(text: string): string {
  return Buffer.from(text).toString();
}

function readStatus(status: string | null): InvocationStatus | null {
  if (status === null) return null;
  return status === "timeout" ? "timeout" : status === "success" ? "success" : "error";
}

function waitedForInit(
  initSeenAtMs: number | null,
  timestamp: number | null,
  durationMs: number,
): boolean {
  if (initSeenAtMs === null) return false;
  if (Number.isNaN(initSeenAtMs) || timestamp === null) return true;
  return timestamp - durationMs - initSeenAtMs <= LONGEST_INIT_MS;
}
