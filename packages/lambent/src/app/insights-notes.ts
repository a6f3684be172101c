/** How many invocations came from Lambda Insights events, and what became of them. */
export interface InsightsCount {
  /** Counted, because no REPORT of their function is at hand. */
  readonly counted: number;
  /** Left out, because REPORT lines are at hand that are, or may be, of their function. */
  readonly leftOut: number;
  /** REPORT lines of which the log does not name the function. */
  readonly unnamedReports: number;
}

/** Sentences that a reader needs where logs hold events of the Lambda Insights extension. */
export function insightsNotes({ counted, leftOut, unnamedReports }: InsightsCount): string[] {
  const notes: string[] = [];
  if (leftOut > 0) {
    notes.push(`${eventsOf(leftOut)} left out: REPORT lines in the logs say the same and more.`);
  }
  if (leftOut > 0 && unnamedReports > 0) {
    notes.push(
      "Some REPORT lines do not name their function and may be of any that Lambda Insights watches, so none of its events count: name the function with --function NAME.",
    );
  }
  if (counted > 0) {
    notes.push(
      `${invocationsOf(counted)} known from Lambda Insights events only. These do not say how an invocation ended: failures among them are not seen, and count as successes.`,
    );
  }
  return notes;
}

function eventsOf(count: number): string {
  return count === 1 ? "1 Lambda Insights event is" : `${count} Lambda Insights events are`;
}

function invocationsOf(count: number): string {
  return count === 1 ? "1 invocation is" : `${count} invocations are`;
}
