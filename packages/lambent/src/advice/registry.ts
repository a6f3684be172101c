// Made by `npm run generate` from the files of this folder; do not edit.
import { coldStartShare } from "./cold-start-share.ts";
import { concurrencyNearLimit } from "./concurrency-near-limit.ts";
import { costlierMemorySize } from "./costlier-memory-size.ts";
import { heavyInit } from "./heavy-init.ts";
import { longRunning } from "./long-running.ts";
import { memoryPressure } from "./memory-pressure.ts";
import { mostErrors } from "./most-errors.ts";
import { mostInvoked } from "./most-invoked.ts";
import { nearTimeout } from "./near-timeout.ts";
import { oversizedMemory } from "./oversized-memory.ts";
import { oversizedSingleThread } from "./oversized-single-thread.ts";
import { paidRetries } from "./paid-retries.ts";
import { paidTimeouts } from "./paid-timeouts.ts";
import { requestFeeBound } from "./request-fee-bound.ts";
import { slowTail } from "./slow-tail.ts";
import { throttledCalls } from "./throttled-calls.ts";
import type { QuickWin } from "./quick-win.ts";

/** Every QuickWin, by file name. */
export const quickWins: readonly QuickWin[] = [
  coldStartShare,
  concurrencyNearLimit,
  costlierMemorySize,
  heavyInit,
  longRunning,
  memoryPressure,
  mostErrors,
  mostInvoked,
  nearTimeout,
  oversizedMemory,
  oversizedSingleThread,
  paidRetries,
  paidTimeouts,
  requestFeeBound,
  slowTail,
  throttledCalls,
];
