/** Who must act on a problem; it decides the exit code of the command. */
export type ProblemKind = "usage" | "bad-input" | "environment";

export interface ProblemDetails {
  /** Stable, `LAMBENT_` + upper case words; each has a page `docs/problems/CODE.md`. */
  readonly code: `LAMBENT_${string}`;
  readonly kind: ProblemKind;
  /** What happened, one sentence, no full stop needed by the reader to understand. */
  readonly message: string;
  /** What the person can do next, one sentence. */
  readonly nextStep: string;
  readonly cause?: unknown;
}

/** Exit codes of every command (0 fine and 1 findings over budget are not problems). */
export const EXIT_CODES: Readonly<Record<ProblemKind, number>> = {
  usage: 2,
  "bad-input": 3,
  environment: 4,
};

/** Every error that Lambent raises on purpose. */
export class Problem extends Error {
  readonly code: string;
  readonly kind: ProblemKind;
  readonly nextStep: string;

  constructor(details: ProblemDetails) {
    super(details.message, details.cause === undefined ? {} : { cause: details.cause });
    this.name = "Problem";
    this.code = details.code;
    this.kind = details.kind;
    this.nextStep = details.nextStep;
  }
}
