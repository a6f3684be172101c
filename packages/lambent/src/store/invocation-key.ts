import type { Invocation } from "../model/invocation.ts";

const number = new Float64Array(1);
const halves = new Uint32Array(number.buffer);

/** What makes two records the same invocation. */
export type InvocationIdentity = Pick<Invocation, "requestId" | "timestamp" | "durationMs">;

/**
 * 64-bit hash (as two halves) of request id, time and duration. Without a time a record cannot be
 * told from a retry, so it has no key: both halves are 0. The mixing is that of cyrb53 (bryc,
 * public domain) with both halves kept.
 */
export function writeInvocationKey(one: InvocationIdentity, out: Uint32Array, at: number): void {
  const { requestId, timestamp, durationMs } = one;
  if (timestamp === null) {
    out[at] = 0;
    out[at + 1] = 0;
    return;
  }
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  for (let i = 0; i < requestId.length; i++) {
    const code = requestId.charCodeAt(i);
    a = Math.imul(a ^ code, 2_654_435_761);
    b = Math.imul(b ^ code, 1_597_334_677);
  }
  for (const value of [Math.round(timestamp * 1000), durationMs]) {
    number[0] = value;
    a = Math.imul(a ^ halves[0]! ^ Math.imul(halves[1]!, 40_503), 2_654_435_761);
    b = Math.imul(b ^ halves[1]! ^ Math.imul(halves[0]!, 50_021), 1_597_334_677);
  }
  a = Math.imul(a ^ (a >>> 16), 2_246_822_507) ^ Math.imul(b ^ (b >>> 13), 3_266_489_909);
  b = Math.imul(b ^ (b >>> 16), 2_246_822_507) ^ Math.imul(a ^ (a >>> 13), 3_266_489_909);
  out[at] = a === 0 ? 1 : a >>> 0;
  out[at + 1] = b >>> 0;
}

/** The key itself, for the case that two hashes agree. */
export function identityText({ requestId, timestamp, durationMs }: InvocationIdentity): string {
  const us = timestamp === null ? null : Math.round(timestamp * 1000);
  return JSON.stringify([requestId, us, durationMs]);
}
