/**
 * Loaded with `--import` into a Node process that is measured: at its end it writes to a file what
 * the kernel says of it, all its threads together.
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { isMainThread } from "node:worker_threads";

const usagePath = process.env["LAMBENT_BENCH_USAGE"];
if (usagePath !== undefined && isMainThread) {
  process.on("exit", () => {
    const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
    const usage = {
      cpuMs: (userCPUTime + systemCPUTime) / 1000,
      maxRssMb: peakMb() ?? maxRSS / 1024,
    };
    writeFileSync(usagePath, JSON.stringify(usage));
  });
}

/**
 * The peak of this very program. `maxRSS` also counts what the parent had in memory before `exec`
 * (Linux, getrusage(2)).
 */
function peakMb() {
  const path = "/proc/self/status";
  const peakKb = existsSync(path)
    ? /^VmHWM:\s+(\d+) kB/m.exec(readFileSync(path, "utf8"))?.[1]
    : null;
  return peakKb === null || peakKb === undefined ? null : Number(peakKb) / 1024;
}
