/** KB of an asynchronous event that one request pays for (AWS Lambda pricing page). */
export const ASYNC_INCLUDED_KB = 256;
/** KB of each further chunk, which counts as one more request (AWS Lambda pricing page). */
export const ASYNC_CHUNK_KB = 64;

/**
 * Requests that one asynchronous event is billed as: one for the first 256 KB, one more for each
 * further 64 KB or part of it.
 *
 * @param payloadKb size of the event in KB of 1,024 bytes, 0 to 1,024 (Lambda refuses larger ones)
 * Source: AWS Lambda pricing page, "Requests". Synchronous calls are always one request.
 */
export function asyncRequests(payloadKb: number): number {
  return 1 + Math.max(0, Math.ceil((payloadKb - ASYNC_INCLUDED_KB) / ASYNC_CHUNK_KB));
}
