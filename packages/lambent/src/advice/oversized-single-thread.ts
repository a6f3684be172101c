import type { FunctionFacts } from "../metrics/function-facts.ts";
import type { SizeMetrics } from "../metrics/size-metrics.ts";
import type { Finding } from "../model/finding.ts";
import { ONE_VCPU_MEMORY_MB } from "../model/memory.ts";
import { functionLabel } from "./figures/function-label.ts";
import { perMonth } from "./figures/money.ts";
import { isEnoughSeen, mostUsed, safeSizeMb } from "./figures/safe-memory.ts";
import { megabytes } from "./figures/show.ts";
import { smallerSize } from "./figures/smaller-size.ts";
import type { QuickWin } from "./quick-win.ts";

/** Smaller steps are not worth a change. */
const LEAST_STEP = 0.05;

/** Memory above one vCPU that is not needed as memory: a suspicion that the second core idles. */
export const oversizedSingleThread: QuickWin = {
  id: "oversized-single-thread",
  title: "Memory over one vCPU without a sign of a second core at work",
  find: ({ functions, monthFactor }) => functions.flatMap((facts) => findingOf(facts, monthFactor)),
};

function findingOf(facts: FunctionFacts, monthFactor: number | null): Finding[] {
  const { mainSize, usedMb, summary } = facts;
  if (mainSize === null || usedMb === null || !isOverOneCpu(mainSize)) return [];
  if (!isEnoughSeen(usedMb, mainSize.invocations) || mainSize.atLimit > 0) return [];
  if ((summary.errorsByClass["out-of-memory"] ?? 0) > 0) return [];
  const { sizeMb } = mainSize;
  const newMb = Math.max(ONE_VCPU_MEMORY_MB, safeSizeMb(usedMb));
  if (newMb > sizeMb * (1 - LEAST_STEP)) return [];
  const bounds = smallerSize(facts, mainSize, newMb);
  return [
    {
      id: "oversized-single-thread",
      title: `${functionLabel(facts)} pays for more than one core at ${megabytes(sizeMb)}`,
      severity: "info",
      where: { function: functionLabel(facts) },
      evidence: [
        `Above ${megabytes(ONE_VCPU_MEMORY_MB)} more memory adds only further cores, and code of one thread cannot use them.`,
        `${mostUsed(facts, usedMb)}, so memory is not the reason for ${megabytes(sizeMb)}.`,
        "A suspicion (confidence 50 %): REPORT lines do not show CPU time. Lambda Insights does (cpu_total_time).",
      ],
      saving: {
        ms: bounds.ms,
        ...perMonth(bounds.usd, monthFactor),
        basis: "predicted",
        how: `The billed time of these logs at ${megabytes(newMb)}. Low: all cores are busy and it slows down in proportion, and 4 % more (docs/measurements.md, cpu-share). High: one thread, or waiting, and it stays. The middle lies halfway.`,
      },
      fix: `Measure it at ${megabytes(newMb)}: if the duration is the same, set MemorySize to ${newMb}; if it grows, keep the cores and see that they are used.`,
      docs: "docs/findings/oversized-single-thread.md",
    },
  ];
}

function isOverOneCpu(size: SizeMetrics): size is SizeMetrics & { readonly sizeMb: number } {
  return size.sizeMb !== null && size.sizeMb > ONE_VCPU_MEMORY_MB;
}
