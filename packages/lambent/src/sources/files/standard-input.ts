import type { LogObject } from "../source.ts";

/** Standard input as a log object: it can be opened once, and nothing is known beforehand. */
export function standardInput(input: AsyncIterable<Buffer | string>): LogObject {
  return {
    name: "-",
    sizeBytes: null,
    etag: "stdin",
    logGroup: null,
    logStream: null,
    functionName: null,
    async *open(): AsyncGenerator<Buffer> {
      for await (const chunk of input) yield typeof chunk === "string" ? Buffer.from(chunk) : chunk;
    },
  };
}
