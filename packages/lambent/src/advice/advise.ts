import type { Finding, Severity } from "../model/finding.ts";
import type { AdviceContext, QuickWin } from "./quick-win.ts";
import { quickWins } from "./registry.ts";

const HARM: Readonly<Record<Severity, number>> = { high: 3, medium: 2, low: 1, info: 0 };

/**
 * Everything worth doing: first by dollars a month (the middle of the interval, in whole cents),
 * then by harm, then by name. Fewer cents than one count as none, so that harm decides there.
 */
export function advise(
  context: AdviceContext,
  wins: readonly QuickWin[] = quickWins,
): readonly Finding[] {
  return wins.flatMap((win) => win.find(context)).toSorted(byWorth);
}

function byWorth(a: Finding, b: Finding): number {
  return (
    cents(b) - cents(a) ||
    HARM[b.severity] - HARM[a.severity] ||
    compareText(a.id, b.id) ||
    compareText(placeName(a), placeName(b))
  );
}

function cents(finding: Finding): number {
  return Math.max(0, Math.floor((finding.saving?.usdPerMonth?.mid ?? 0) * 100));
}

function placeName({ where }: Finding): string {
  if ("function" in where) return where.function;
  return "file" in where ? where.file : where.template;
}

function compareText(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
