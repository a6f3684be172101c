import type { Saving } from "./saving.ts";

export type Severity = "high" | "medium" | "low" | "info";

/** Where a finding is: in a file, in a template, or in a running function. */
export type FindingPlace =
  | { readonly file: string; readonly line: number; readonly column: number }
  | { readonly template: string; readonly path: string }
  | {
      /** As `functionLabel` says it: `(unnamed function)` where the logs give no name. */
      readonly function: string;
      readonly logLink?: string;
    };

/** Something to do, and what it is worth. */
export interface Finding {
  /** A noun that names the failing state: `oversized-memory`, `paid-timeouts`. */
  readonly id: string;
  readonly title: string;
  readonly severity: Severity;
  readonly where: FindingPlace;
  /** Facts that prove it, one sentence each, with their figures. */
  readonly evidence: readonly string[];
  readonly saving?: Saving;
  /** What to change, one or two sentences. */
  readonly fix?: string;
  /** Path of the documentation page, relative to the repository and to the package: `docs/findings/oversized-memory.md`. */
  readonly docs: string;
}
