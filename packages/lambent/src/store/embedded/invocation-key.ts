import type { Invocation } from "../../model/invocation.ts";

const number = new Float64Array(1);
const halves = new Uint32Array(number.buffer);

/**
 * 64-bit hash (as two halves) of what makes two records the same invocation: request id, time,
 * duration and log stream. A retry has the same request id and another time.
 * The mixing is that of cyrb53 (bryc, public domain) with both halves kept.
 */
export function writeInvocationKey(invocation: Invocation, out: Uint32Array, at: number): void {
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  const mix = (value: number): void => {
    a = Math.imul(a ^ value, 2_654_435_761);
    b = Math.imul(b ^ value, 1_597_334_677);
  };
  const { requestId, logStream, timestamp, durationMs } = invocation;
  for (let i = 0; i < requestId.length; i++) mix(requestId.charCodeAt(i));
  if (logStream === null) mix(0x1_0000);
  else for (let i = 0; i < logStream.length; i++) mix(logStream.charCodeAt(i));
  number[0] = timestamp === null ? -1 : Math.round(timestamp * 1000);
  mix(halves[0]!);
  mix(halves[1]!);
  number[0] = durationMs;
  mix(halves[0]!);
  mix(halves[1]!);
  a = Math.imul(a ^ (a >>> 16), 2_246_822_507) ^ Math.imul(b ^ (b >>> 13), 3_266_489_909);
  b = Math.imul(b ^ (b >>> 16), 2_246_822_507) ^ Math.imul(a ^ (a >>> 13), 3_266_489_909);
  out[at] = a >>> 0;
  out[at + 1] = b >>> 0;
}

/** The key itself, for the case that two hashes agree. */
export function invocationIdentity(
  requestId: string,
  timestamp: number | null,
  durationMs: number,
  logStream: string | null,
): string {
  const us = timestamp === null ? null : Math.round(timestamp * 1000);
  return JSON.stringify([requestId, us, durationMs, logStream]);
}
