import type { Command } from "commander";

/** One command: how it is announced, and where it is. */
export interface Verb {
  readonly name: string;
  readonly summary: string;
  load(): Promise<{ readonly register: (program: Command) => void }>;
}

/** Every command, in the order of the loop: observe first. */
export const verbs: readonly Verb[] = [
  {
    name: "report",
    summary: "Logs → what was invoked, what it cost, what failed, what to do first",
    load: () => import("./commands/report.ts"),
  },
  {
    name: "invocations",
    summary: "Logs → one record per invocation (JSON lines, CSV)",
    load: () => import("./commands/invocations.ts"),
  },
  {
    name: "ingest",
    summary: "Logs → a store: safe to interrupt, safe to repeat",
    load: () => import("./commands/ingest.ts"),
  },
  {
    name: "compare",
    summary: "Two folders, stores or periods → what changed, by how much, how sure",
    load: () => import("./commands/compare.ts"),
  },
  {
    name: "price",
    summary: "What Lambent knows of AWS Lambda's prices, and from when",
    load: () => import("./commands/price.ts"),
  },
];
