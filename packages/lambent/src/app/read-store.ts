import type { InvocationFilter } from "../store/store.ts";
import type { AssessmentInput } from "./assess.ts";
import { LogAccount } from "./log-account.ts";
import type { ReadProgress } from "./read-account.ts";
import { isWanted, type ReadFilter } from "./read-object-invocations.ts";
import { sumUnread } from "./sum-readings.ts";

/**
 * Reads all that a report needs from a store: the invocations go through the same account as those
 * of logs, so both give the same figures.
 */
export async function readStore(
  path: string,
  filter: ReadFilter,
  progress: ReadProgress,
): Promise<AssessmentInput> {
  const { openEmbeddedStore } = await import("../store/embedded/open.ts");
  const store = await openEmbeddedStore(path, "read");
  try {
    const objects = await store.objects();
    const expected = objects.reduce((sum, object) => sum + object.invocations, 0);
    const account = new LogAccount();
    // A store knows no name that is only given now.
    const single =
      filter.functionName === null && filter.only?.length === 1 ? filter.only[0] : undefined;
    const wanted: InvocationFilter = {
      ...(filter.range === null ? {} : { time: filter.range }),
      ...(single === undefined ? {} : { functionName: single }),
    };
    let read = 0;
    for await (const batch of store.invocations(wanted)) {
      for (const invocation of batch) {
        invocation.functionName ??= filter.functionName;
        if (isWanted(invocation, filter)) account.add(invocation);
      }
      read += batch.length;
      progress(read, expected);
    }
    return {
      account,
      sources: objects.map(({ name, format, bytes, invocations, problem }) => ({
        name,
        format,
        bytes,
        invocations,
        problem,
      })),
      unread: sumUnread(objects.map((object) => object.unread)),
      notes: [],
    };
  } finally {
    await store.close();
  }
}
