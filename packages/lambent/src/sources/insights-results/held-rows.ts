import type { LogEvent } from "../../model/log-event.ts";
import type { Row } from "./row-event.ts";

/** An answer has no more rows. Source: CloudWatch Logs guide, "CloudWatch Logs quotas". */
const MOST_ROWS = 10_000;

/**
 * An answer of the API leaves out the fields that a record lacks. So a row without `@initDuration`
 * may be of a warm invocation, or of a query that did not ask for inits: such rows wait for one that
 * has it. The order of the events stays.
 */
export class HeldRows {
  readonly #give: (event: LogEvent) => void;
  #held: LogEvent[] = [];
  #askedForInits = false;

  constructor(give: (event: LogEvent) => void) {
    this.#give = give;
  }

  add(row: Row, event: LogEvent): void {
    if (row.get("@initDuration") !== undefined && !this.#askedForInits) {
      this.#askedForInits = true;
      this.#release();
    }
    if (this.#askedForInits) this.#give(withInitKnown(event));
    else if (event.initUnknown === true || this.#held.length > 0) this.#hold(event);
    else this.#give(event);
  }

  end(): void {
    this.#release();
  }

  #hold(event: LogEvent): void {
    this.#held.push(event);
    if (this.#held.length === MOST_ROWS) this.#release();
  }

  #release(): void {
    const held = this.#held;
    this.#held = [];
    for (const event of held) this.#give(this.#askedForInits ? withInitKnown(event) : event);
  }
}

function withInitKnown(event: LogEvent): LogEvent {
  if (event.initUnknown === undefined) return event;
  const { initUnknown: _, ...known } = event;
  return known;
}
