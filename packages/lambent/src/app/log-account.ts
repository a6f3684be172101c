import { ErrorGroups } from "../metrics/error-groups.ts";
import type { ErrorGroupsState } from "../metrics/error-groups.ts";
import { LogMetrics } from "../metrics/log-metrics.ts";
import type { LogMetricsState } from "../metrics/log-metrics.ts";
import type { Invocation } from "../model/invocation.ts";

export interface LogAccountState {
  readonly metrics: LogMetricsState;
  readonly errors: ErrorGroupsState;
}

/** All that is kept of the invocations of a log: their metrics, and their errors by likeness. */
export class LogAccount {
  readonly metrics: LogMetrics;
  readonly errors: ErrorGroups;

  constructor(metrics: LogMetrics = new LogMetrics(), errors: ErrorGroups = new ErrorGroups()) {
    this.metrics = metrics;
    this.errors = errors;
  }

  add(invocation: Invocation): void {
    this.metrics.add(invocation);
    if (invocation.status !== "success") this.errors.add(invocation);
  }

  merge(other: LogAccount): void {
    this.metrics.merge(other.metrics);
    this.errors.merge(other.errors);
  }

  /** Plain data, to be sent to another thread. */
  toState(): LogAccountState {
    return { metrics: this.metrics.toState(), errors: this.errors.toState() };
  }

  static fromState(state: LogAccountState): LogAccount {
    return new LogAccount(LogMetrics.fromState(state.metrics), ErrorGroups.fromState(state.errors));
  }
}
