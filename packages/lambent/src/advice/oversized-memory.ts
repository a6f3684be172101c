import type { FunctionFacts } from "../metrics/function-facts.ts";
import type { SizeMetrics } from "../metrics/size-metrics.ts";
import type { Finding } from "../model/finding.ts";
import { ONE_VCPU_MEMORY_MB } from "../model/memory.ts";
import { functionLabel } from "./figures/function-label.ts";
import { perMonth, severityOf } from "./figures/money.ts";
import { isEnoughSeen, mostUsed, neededMb, safeSizeMb } from "./figures/safe-memory.ts";
import { seenTimeout } from "./figures/seen-timeout.ts";
import { megabytes, percent, time } from "./figures/show.ts";
import { smallerSize } from "./figures/smaller-size.ts";
import type { QuickWin } from "./quick-win.ts";

/** The usual alarm: less than 80 % of the memory was ever used. */
const USED_SHARE = 0.8;
/** Not closer to the timeout than this, even if all the time were CPU. */
const TIMEOUT_SHARE = 0.9;

/** A function with more memory than any of its environments needs. */
export const oversizedMemory: QuickWin = {
  id: "oversized-memory",
  title: "Memory over what is needed",
  find: ({ functions, monthFactor }) => functions.flatMap((facts) => findingOf(facts, monthFactor)),
};

function findingOf(facts: FunctionFacts, monthFactor: number | null): Finding[] {
  const { mainSize, usedMb, summary } = facts;
  if (mainSize === null || usedMb === null || !isSized(mainSize)) return [];
  if (!isEnoughSeen(usedMb, mainSize.invocations) || isPressed(facts, mainSize)) return [];
  const { sizeMb } = mainSize;
  const needed = neededMb(usedMb);
  if (needed >= USED_SHARE * sizeMb) return [];
  const newMb = Math.max(safeSizeMb(usedMb), sizeForTimeout(facts, sizeMb));
  if (newMb >= sizeMb) return [];
  const bounds = smallerSize(facts, mainSize, newMb);
  const usd = perMonth(bounds.usd, monthFactor);
  return [
    {
      id: "oversized-memory",
      title: `${functionLabel(facts)} has ${megabytes(sizeMb)} and uses ${megabytes(needed)}`,
      severity: severityOf(usd.usdPerMonth?.high),
      where: { function: functionLabel(facts) },
      evidence: [
        `${mostUsed(facts, usedMb)} (${percent(needed / sizeMb)} of ${megabytes(sizeMb)}).`,
        `Less memory is also less CPU. If the code only computes, the mean invocation of ${time(summary.durationMs.mean)} takes up to ${time(-bounds.ms.low)} longer and nothing is saved. If it only waits, nothing slows down.`,
        ...(sizeMb > ONE_VCPU_MEMORY_MB
          ? ["Some of these megabytes may also be in oversized-single-thread: do not add the two."]
          : []),
      ],
      saving: {
        ms: bounds.ms,
        ...usd,
        basis: "predicted",
        how: `The billed time of these logs at ${megabytes(newMb)}. Low: all of it is computing and slows down in proportion, and 4 % more (docs/measurements.md, cpu-share). High: all of it is waiting and stays. The logs do not show which; the middle lies halfway.`,
      },
      fix: `Measure it at ${megabytes(newMb)}, which leaves ${megabytes(newMb - needed)} to spare. Set MemorySize to ${newMb} if it is still fast enough.`,
      docs: "docs/findings/oversized-memory.md",
    },
  ];
}

function isSized(size: SizeMetrics): size is SizeMetrics & { readonly sizeMb: number } {
  return size.sizeMb !== null && size.sizeMb > 0;
}

/** Something says that memory ran out, whatever the maximum says. */
function isPressed({ summary }: FunctionFacts, size: SizeMetrics): boolean {
  return size.atLimit > 0 || (summary.errorsByClass["out-of-memory"] ?? 0) > 0;
}

/** The size at which the slowest 1 % still end in time if all of it is CPU; 0: no limit known. */
function sizeForTimeout(facts: FunctionFacts, sizeMb: number): number {
  const timeout = seenTimeout(facts.metrics);
  if (timeout === null) return 0;
  const p99 = facts.summary.durationMs.p99;
  return Math.ceil((sizeMb * p99) / (TIMEOUT_SHARE * timeout.seconds * 1_000));
}
