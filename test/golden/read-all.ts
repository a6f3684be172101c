import { readObjectInvocations } from "../../packages/lambent/src/app/read-object-invocations.ts";
import type { JoinTally } from "../../packages/lambent/src/invocations/join.ts";
import { SeenRecords } from "../../packages/lambent/src/invocations/seen-records.ts";
import type { Invocation } from "../../packages/lambent/src/model/invocation.ts";
import { findObjects } from "../../packages/lambent/src/sources/files/find-objects.ts";

/** All that the tool reads from one file, or from text given on standard input. */
export async function readAll(
  path: string | null,
  text = "",
): Promise<{ invocations: Invocation[]; tally: JoinTally; duplicates: number; problem: string | null; format: string }> {
  async function* input(): AsyncGenerator<Buffer> {
    yield Buffer.from(text);
  }
  const { objects } = await findObjects([path ?? "-"], input());
  const [object] = objects;
  if (object === undefined) throw new Error(`nothing to read at ${path}`);
  const invocations: Invocation[] = [];
  const filter = { functionName: null, range: null };
  const seen = SeenRecords.for(10_000);
  const reading = await readObjectInvocations(object, filter, seen, (one) => invocations.push(one));
  const { tally, duplicates, problem, format } = reading;
  return { invocations, tally, duplicates, problem, format };
}
