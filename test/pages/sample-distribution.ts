import type { Distribution } from "../../packages/lambent/src/model/assessment.ts";

/** Quantiles and log-spaced bars of a log-normal distribution around `p50`. */
export function logNormal(
  p50: number,
  sigma: number,
  count: number,
  random: () => number,
): Distribution {
  const z = (share: number): number => p50 * Math.exp(sigma * share);
  const bars: [number, number, number][] = [];
  const steps = 36;
  for (let step = 0; step < steps; step += 1) {
    const low = -3 + (6.4 * step) / steps;
    const high = -3 + (6.4 * (step + 1)) / steps;
    const middle = (low + high) / 2;
    const second = Math.exp(-((middle - 2) ** 2) * 6) * 0.08;
    const weight = (Math.exp((-middle * middle) / 2) + second) * (0.9 + random() * 0.2);
    const n = Math.round(count * weight * 0.07);
    if (n > 0) bars.push([z(low), z(high), n]);
  }
  return {
    count,
    min: z(-3),
    mean: z(sigma / 2),
    p50,
    p95: z(1.645),
    p99: z(2.326),
    max: z(3.4),
    bars,
  };
}

/** Of the memory that environments used, around `usedMb`, never over `sizeMb`. */
export function memoryAround(usedMb: number, sizeMb: number): Distribution {
  const most = Math.min(sizeMb, usedMb * 1.12);
  return {
    count: 60,
    min: usedMb * 0.8,
    mean: usedMb,
    p50: usedMb * 0.97,
    p95: usedMb * 1.04,
    p99: usedMb * 1.06,
    max: most,
    bars: [[usedMb * 0.8, most, 60]],
  };
}
