import type { FunctionFacts } from "../metrics/function-facts.ts";
import type { Totals } from "../model/assessment.ts";
import type { Finding } from "../model/finding.ts";

/** What a quick win looks at. */
export interface AdviceContext {
  /** Most expensive first. */
  readonly functions: readonly FunctionFacts[];
  readonly totals: Totals;
  /** From what was seen to 30 days; null: the logs say nothing about a month. */
  readonly monthFactor: number | null;
}

/**
 * One thing worth doing that logs alone can show. The file is named as its id, and so is its page,
 * `docs/findings/ID.md`. Pure: the same context gives the same findings.
 */
export interface QuickWin {
  readonly id: string;
  /** What it looks for, as a noun phrase. */
  readonly title: string;
  find(context: AdviceContext): Finding[];
}
