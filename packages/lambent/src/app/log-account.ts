import { ErrorGroups } from "../metrics/error-groups.ts";
import type { ErrorGroupsState } from "../metrics/error-groups.ts";
import { LogMetrics } from "../metrics/log-metrics.ts";
import type { LogMetricsState } from "../metrics/log-metrics.ts";
import type { Invocation } from "../model/invocation.ts";
import { LAMBDA_INSIGHTS } from "../model/lambda-insights.ts";
import { insightsNotes } from "./insights-notes.ts";

export interface LogAccountState {
  readonly metrics: LogMetricsState;
  readonly errors: ErrorGroupsState;
  readonly insights: LogMetricsState;
}

/** An account after the last invocation. */
export interface SettledAccount {
  readonly metrics: LogMetrics;
  readonly errors: ErrorGroups;
  readonly notes: readonly string[];
}

/**
 * All that is kept of the invocations of a log: their metrics, and their errors by likeness. Those
 * that Lambda Insights events tell of are kept apart until all is read, as the function's own log
 * may tell of them too.
 */
export class LogAccount {
  readonly metrics: LogMetrics;
  readonly #errors: ErrorGroups;
  /** Without errors: these events do not say how an invocation ended. */
  readonly #insights: LogMetrics;

  constructor(
    metrics: LogMetrics = new LogMetrics(),
    errors: ErrorGroups = new ErrorGroups(),
    insights: LogMetrics = new LogMetrics(),
  ) {
    this.metrics = metrics;
    this.#errors = errors;
    this.#insights = insights;
  }

  add(invocation: Invocation): void {
    if (invocation.billingIdentity === LAMBDA_INSIGHTS) {
      this.#insights.add(invocation);
      return;
    }
    this.metrics.add(invocation);
    if (invocation.status !== "success") this.#errors.add(invocation);
  }

  merge(other: LogAccount): void {
    this.metrics.merge(other.metrics);
    this.#errors.merge(other.#errors);
    this.#insights.merge(other.#insights);
  }

  /**
   * What counts, now that all is read: what Lambda Insights tells of a function is taken only where
   * no REPORT was seen that is, or may be, of that function. The same for every order of `add` and `merge`.
   */
  settled(): SettledAccount {
    this.metrics.settle();
    const { functions } = this.#insights;
    if (functions.length === 0) return { metrics: this.metrics, errors: this.#errors, notes: [] };
    this.#insights.settle();
    const reported = new Map<string | null, number>();
    for (const { identity, counts } of this.metrics.functions) {
      reported.set(identity.name, (reported.get(identity.name) ?? 0) + counts.invocations);
    }
    // REPORT lines without a name may be of any function.
    const isTold = (name: string | null): boolean => reported.has(name) || reported.has(null);
    // The account itself stays as it is, so that this may be asked again.
    const metrics = new LogMetrics();
    metrics.merge(this.metrics);
    metrics.merge(this.#insights, ({ identity }) => !isTold(identity.name));
    metrics.settle();
    let counted = 0;
    let leftOut = 0;
    for (const { identity, counts } of functions) {
      if (isTold(identity.name)) leftOut += counts.invocations;
      else counted += counts.invocations;
    }
    const unnamedReports = reported.get(null) ?? 0;
    return {
      metrics,
      errors: this.#errors,
      notes: insightsNotes({ counted, leftOut, unnamedReports }),
    };
  }

  /** Plain data, to be sent to another thread. */
  toState(): LogAccountState {
    return {
      metrics: this.metrics.toState(),
      errors: this.#errors.toState(),
      insights: this.#insights.toState(),
    };
  }

  static fromState(state: LogAccountState): LogAccount {
    return new LogAccount(
      LogMetrics.fromState(state.metrics),
      ErrorGroups.fromState(state.errors),
      LogMetrics.fromState(state.insights),
    );
  }
}
