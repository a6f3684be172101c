/** How many invocations came from Lambda Insights events, and what became of them. */
export interface InsightsCount {
  /** Counted, because no REPORT of their function is at hand. */
  readonly counted: number;
  /** Left out, because REPORT lines of their function are at hand. */
  readonly leftOut: number;
  /** REPORT lines of which the log does not name the function. */
  readonly unnamedReports: number;
}

/** Sentences that a reader needs where logs hold events of the Lambda Insights extension. */
export function insightsNotes({ counted, leftOut, unnamedReports }: InsightsCount): string[] {
  const notes: string[] = [];
  if (leftOut > 0) {
    notes.push(
      `${eventsOf(leftOut)} left out: REPORT lines of the same functions are in the logs, and say the same and more.`,
    );
  }
  if (counted > 0) {
    notes.push(
      `${invocationsOf(counted)} known from Lambda Insights events only. These do not say how an invocation ended: failures among them are not seen, and count as successes.`,
    );
    if (unnamedReports > 0) {
      notes.push(
        "Some REPORT lines do not name their function. If they are of a function that Lambda Insights watches, its invocations are counted twice: name it with --function NAME.",
      );
    }
  }
  return notes;
}

function eventsOf(count: number): string {
  return count === 1 ? "1 Lambda Insights event is" : `${count} Lambda Insights events are`;
}

function invocationsOf(count: number): string {
  return count === 1 ? "1 invocation is" : `${count} invocations are`;
}
