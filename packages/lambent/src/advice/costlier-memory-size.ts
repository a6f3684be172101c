import type { FunctionFacts } from "../metrics/function-facts.ts";
import type { SizeMetrics } from "../metrics/size-metrics.ts";
import type { Finding } from "../model/finding.ts";
import type { Interval } from "../model/interval.ts";
import { functionLabel } from "./figures/function-label.ts";
import { perMonth, severityOf, usdOf } from "./figures/money.ts";
import { count, megabytes, percent, time } from "./figures/show.ts";
import type { QuickWin } from "./quick-win.ts";

const LEAST_WARM = 100;
/** Less than this is not worth a change. */
const LEAST_SAVING = 0.05;
/** Two-sided 95 % of the normal distribution. */
const Z95 = 1.959964;

type Sized = SizeMetrics & { readonly sizeMb: number };

/** The logs show the function at two memory sizes, and the one used most costs more. */
export const costlierMemorySize: QuickWin = {
  id: "costlier-memory-size",
  title: "A memory size that costs more than another one in the same logs",
  find: ({ functions, monthFactor }) => functions.flatMap((facts) => findingOf(facts, monthFactor)),
};

function findingOf(facts: FunctionFacts, monthFactor: number | null): Finding[] {
  const comparable = facts.metrics.sizes.filter(isComparable);
  const main = comparable.find((size) => size === facts.mainSize);
  if (main === undefined) return [];
  const cheaper = comparable
    .filter((size) => size !== main && size.atLimit === 0)
    .map((size) => ({ size, saved: savedMbMs(main, size) }))
    .filter(
      ({ saved }) => saved.low > 0 && saved.mid >= LEAST_SAVING * main.sizeMb * main.warmMs.mean,
    )
    .toSorted((a, b) => b.saved.mid - a.saved.mid)[0];
  if (cheaper === undefined) return [];
  const { size, saved } = cheaper;
  const label = functionLabel(facts);
  const seen = usdOf(facts, 1, main.warmMs.count);
  const usd = perMonth(
    seen === null
      ? null
      : { low: saved.low * seen, mid: saved.mid * seen, high: saved.high * seen },
    monthFactor,
  );
  return [
    {
      id: "costlier-memory-size",
      title: `${label} was cheaper at ${megabytes(size.sizeMb)} than at ${megabytes(main.sizeMb)}`,
      severity: severityOf(usd.usdPerMonth?.mid),
      where: { function: label },
      evidence: [
        sentence(main),
        sentence(size),
        `Memory times mean duration is ${percent(saved.mid / (main.sizeMb * main.warmMs.mean))} less at ${megabytes(size.sizeMb)}.`,
        "The two sizes served different times, and perhaps different work or code: compare before you change.",
      ],
      saving: {
        ms: meanDifference(main, size, 1, 1),
        ...usd,
        basis: "measured",
        how: "Difference of memory × mean warm duration between the two sizes in these logs, with its 95 % interval, for the warm invocations at the size used most.",
      },
      fix: `Set MemorySize to ${size.sizeMb} if its duration is acceptable.`,
      docs: "docs/findings/costlier-memory-size.md",
    },
  ];
}

function isComparable(size: SizeMetrics): size is Sized {
  // Failures cut durations short or stretch them to the timeout.
  const isSound = size.failed <= 0.01 * size.invocations;
  return size.sizeMb !== null && size.warmMs.count >= LEAST_WARM && isSound;
}

function savedMbMs(from: Sized, to: Sized): Interval {
  return meanDifference(from, to, from.sizeMb, to.sizeMb);
}

/** Difference of two weighted means with its 95 % interval (large samples, Welch). */
function meanDifference(from: Sized, to: Sized, fromWeight: number, toWeight: number): Interval {
  const mid = from.warmMs.mean * fromWeight - to.warmMs.mean * toWeight;
  const variance =
    (from.warmMs.variance * fromWeight ** 2) / from.warmMs.count +
    (to.warmMs.variance * toWeight ** 2) / to.warmMs.count;
  const half = Z95 * Math.sqrt(variance);
  return { low: mid - half, mid, high: mid + half };
}

function sentence(size: Sized): string {
  return `At ${megabytes(size.sizeMb)}: ${count(size.warmMs.count)} warm invocations of ${time(size.warmMs.mean)} in the mean.`;
}
