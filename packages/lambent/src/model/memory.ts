/** Smallest memory size of a function, in MB (AWS Lambda quotas page). */
export const MIN_MEMORY_MB = 128;
/** Largest memory size of a function, in MB (AWS Lambda quotas page). */
export const MAX_MEMORY_MB = 10_240;
/** At this size a function has the equivalent of one vCPU (AWS Lambda guide, "Configure memory"). */
export const ONE_VCPU_MEMORY_MB = 1_769;
/** Billing counts 1 GB as 1,024 MB (AWS Lambda pricing page, worked examples). */
export const MB_PER_GB = 1_024;

/**
 * GB-seconds of `billedMs` milliseconds at `memoryMb`.
 * Unit: GB-s. Source: AWS Lambda pricing page (duration price is per GB-second).
 */
export function gbSeconds(memoryMb: number, billedMs: number): number {
  return (memoryMb / MB_PER_GB) * (billedMs / 1_000);
}
