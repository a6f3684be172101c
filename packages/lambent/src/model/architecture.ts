/** Instruction set of a function, in Lambda's own spelling. */
export type Architecture = "x86_64" | "arm64";
