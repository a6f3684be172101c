import type { FunctionFacts } from "../metrics/function-facts.ts";
import type { Finding, Severity } from "../model/finding.ts";
import type { Interval } from "../model/interval.ts";
import { functionLabel } from "./figures/function-label.ts";
import { between, perMonth, times, usdOver } from "./figures/money.ts";
import { count, percent, time } from "./figures/show.ts";
import type { QuickWin } from "./quick-win.ts";

/** Four to ten times the init of an empty function on a managed runtime. */
const HEAVY_MS = 1_000;
/** Half of the 10 s that Lambda allows an on-demand init. */
const DANGEROUS_MS = 5_000;
const LEAST_INITS = 3;
/** Mean init of an empty function, Python 3.13, the least of the managed interpreters. */
const EMPTY_INIT_MS = 84;

/** Functions whose init takes longer than a second. */
export const heavyInit: QuickWin = {
  id: "heavy-init",
  title: "Init longer than a second",
  find: ({ functions, monthFactor }) => functions.flatMap((facts) => findingOf(facts, monthFactor)),
};

function findingOf(facts: FunctionFacts, monthFactor: number | null): Finding[] {
  const { summary } = facts;
  const init = summary.initDurationMs;
  if (init === null || init.count < LEAST_INITS || init.p50 < HEAVY_MS) return [];
  const label = functionLabel(facts);
  const avoidable = between(0, Math.max(0, init.mean - EMPTY_INIT_MS));
  const evidence = [
    `The median of ${count(init.count)} inits is ${time(init.p50)}, the longest ${time(init.max)}.`,
  ];
  if (summary.initTimeShare !== null) {
    evidence.push(`Init is ${percent(summary.initTimeShare)} of all the time it runs.`);
  }
  if (init.max > DANGEROUS_MS) {
    evidence.push(
      "On demand, Lambda gives init 10 s; after that it starts again, inside the invocation.",
    );
  }
  return [
    {
      id: "heavy-init",
      title: `${label} takes ${time(init.p50)} to initialise`,
      severity: severityOf(init.p50, init.max),
      where: { function: label },
      evidence,
      saving: {
        ms: times(avoidable, init.count / summary.invocations),
        ...perMonth(avoidableUsd(facts, avoidable, init.mean), monthFactor),
        basis: "estimated",
        how: "Low: nothing. High: an init as short as an empty function's (84 ms: docs/measurements.md, init-by-runtime), spread over all invocations. Only a profile of the code says where between.",
      },
      fix: "Load less: bundle, import only what is used, and put off what the first request does not need. More memory does not help, as init is not rationed.",
      docs: "docs/findings/heavy-init.md",
    },
  ];
}

function avoidableUsd(facts: FunctionFacts, avoidable: Interval, meanMs: number): Interval | null {
  const usd = usdOver(facts, (size) => size.startupBilledMs);
  return usd === null || usd === 0 ? null : times(avoidable, usd / meanMs);
}

function severityOf(medianMs: number, maxMs: number): Severity {
  if (medianMs >= DANGEROUS_MS) return "high";
  return maxMs >= 2 * DANGEROUS_MS || medianMs >= 2 * HEAVY_MS ? "medium" : "low";
}
