import type { IngestResult } from "./ingest.ts";

/** What an ingest did, in sentences. */
export function ingestText(result: IngestResult): string {
  const { store, invocations, logEvents, objects, replaced, unchanged, duplicates } = result;
  const lines = [
    `${store}: ${counted(invocations, "invocation")} and ${counted(logEvents, "log event")} added ` +
      `from ${counted(objects, "source")}.`,
  ];
  const asides = [
    unchanged > 0 ? `${counted(unchanged, "source")} stored before, unchanged` : null,
    replaced > 0
      ? `${counted(replaced, "source")} had changed and ${replaced === 1 ? "was" : "were"} replaced`
      : null,
    duplicates > 0 ? `${counted(duplicates, "record")} seen before, counted once` : null,
  ].filter((aside) => aside !== null);
  if (asides.length > 0) lines.push(`${asides.join("; ")}.`);
  if (result.forgotten !== null) {
    const { forgotten } = result;
    lines.push(
      `Deleted as too old: ${counted(forgotten.invocations, "invocation")} and ${counted(forgotten.logEvents, "log event")}.`,
    );
  }
  for (const { name, problem } of result.problems) lines.push(`${name}: ${problem}`);
  lines.push(
    result.interrupted
      ? "Stopped before the end. Run the same command again to go on."
      : `Next: lambent report --store ${store}`,
  );
  return `${lines.join("\n")}\n`;
}

function counted(count: number, noun: string): string {
  return `${count.toLocaleString("en-US")} ${noun}${count === 1 ? "" : "s"}`;
}
