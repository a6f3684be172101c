import type { FunctionFacts } from "../metrics/function-facts.ts";
import type { SizeMetrics } from "../metrics/size-metrics.ts";
import type { Finding, Severity } from "../model/finding.ts";
import { MAX_MEMORY_MB } from "../model/memory.ts";
import { functionLabel } from "./figures/function-label.ts";
import { count, counted, megabytes, percent } from "./figures/show.ts";
import type { QuickWin } from "./quick-win.ts";

/** The usual alarm: any environment above 95 % of its memory. */
const FULL_SHARE = 0.95;

/** Environments that are, or may be, short of memory. */
export const memoryPressure: QuickWin = {
  id: "memory-pressure",
  title: "Memory close to, or at, its limit",
  find: ({ functions }) => functions.flatMap(findingOf),
};

function findingOf(facts: FunctionFacts): Finding[] {
  const { summary } = facts;
  const size = mostPressed(facts);
  const sizeMb = size?.sizeMb ?? null;
  const atLimit = size?.atLimit ?? 0;
  const outOfMemory = summary.errorsByClass["out-of-memory"] ?? 0;
  const usedMb = size === facts.mainSize ? facts.usedMb : null;
  const isFull = sizeMb !== null && usedMb !== null && usedMb.max > FULL_SHARE * sizeMb;
  if (outOfMemory === 0 && atLimit === 0 && !isFull) return [];
  const label = functionLabel(facts);
  const [confidence, severity] = judged(outOfMemory, atLimit);
  const evidence = [];
  if (outOfMemory > 0) evidence.push(`${counted(outOfMemory, "invocation")} ran out of memory.`);
  if (sizeMb !== null && usedMb !== null) {
    const full =
      usedMb.count - Math.round(usedMb.count * usedMb.shareAtOrBelow(FULL_SHARE * sizeMb));
    evidence.push(
      (facts.summary.memory?.environments ?? null) === null
        ? `At most ${megabytes(usedMb.max)} of ${megabytes(sizeMb)} were used; log streams, which tell environments apart, are not named.`
        : `${count(full)} of ${counted(usedMb.count, "execution environment")} used more than 95 % of ${megabytes(sizeMb)}; the fullest used ${megabytes(usedMb.max)}.`,
    );
  }
  if (sizeMb !== null && atLimit > 0) {
    evidence.push(
      `${count(atLimit)} of ${counted(size?.invocations ?? 0, "REPORT line")} at ${megabytes(sizeMb)} show all memory used. Healthy functions can show this too: it is the environment's maximum so far, and file cache counts in it.`,
    );
  }
  evidence.push(`Confidence that memory runs short: ${percent(confidence)}.`);
  return [
    {
      id: "memory-pressure",
      title: outOfMemory > 0 ? `${label} runs out of memory` : `${label} may be short of memory`,
      severity,
      where: { function: label },
      evidence,
      fix: fixOf(sizeMb),
      docs: "docs/findings/memory-pressure.md",
    },
  ];
}

/** The size at which most ran out of memory, or came to the limit; else the one used most. */
function mostPressed({ metrics, mainSize }: FunctionFacts): SizeMetrics | null {
  const [first] = metrics.sizes.toSorted(
    (a, b) => b.outOfMemory - a.outOfMemory || b.atLimit - a.atLimit,
  );
  const isPressed = first !== undefined && first.outOfMemory + first.atLimit > 0;
  return isPressed ? first : mainSize;
}

function judged(outOfMemory: number, atLimit: number): readonly [number, Severity] {
  if (outOfMemory > 0) return [0.9, "high"];
  return atLimit > 0 ? [0.5, "medium"] : [0.3, "low"];
}

function fixOf(sizeMb: number | null): string {
  const look =
    "Look for what grows from one invocation to the next (caches, buffers, /tmp in memory)";
  if (sizeMb === null || sizeMb >= MAX_MEMORY_MB) return `${look}, or do less in one invocation.`;
  const next = Math.min(MAX_MEMORY_MB, Math.ceil((sizeMb * 1.25) / 64) * 64);
  return `Raise MemorySize to ${next} and see whether the use grows with it. ${look}.`;
}
