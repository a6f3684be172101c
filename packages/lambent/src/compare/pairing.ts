import type { FunctionMeasurements } from "./measurements.ts";

export interface Pairing {
  readonly pairs: readonly (readonly [before: FunctionMeasurements, after: FunctionMeasurements])[];
  readonly removed: readonly FunctionMeasurements[];
  readonly added: readonly FunctionMeasurements[];
}

/**
 * Finds each function of one side on the other: by name and region, and what is then left over by
 * name alone where each side has one such function (it moved, or one side's logs do not say where).
 */
export function pairFunctions(
  before: readonly FunctionMeasurements[],
  after: readonly FunctionMeasurements[],
): Pairing {
  const exact = match(before, after, (one) => `${one.name ?? ""}\n${one.region ?? ""}`);
  const loose = match(exact.removed, exact.added, (one) => one.name ?? "");
  return { ...loose, pairs: [...exact.pairs, ...loose.pairs] };
}

function match(
  before: readonly FunctionMeasurements[],
  after: readonly FunctionMeasurements[],
  keyOf: (one: FunctionMeasurements) => string,
): Pairing {
  const left = grouped(before, keyOf);
  const right = grouped(after, keyOf);
  const pairs: [FunctionMeasurements, FunctionMeasurements][] = [];
  for (const [key, [one, ...more]] of left) {
    const [other, ...others] = right.get(key) ?? [];
    if (one === undefined || other === undefined || more.length + others.length > 0) continue;
    pairs.push([one, other]);
  }
  const paired = new Set(pairs.flat());
  return {
    pairs,
    removed: before.filter((one) => !paired.has(one)),
    added: after.filter((one) => !paired.has(one)),
  };
}

function grouped(
  functions: readonly FunctionMeasurements[],
  keyOf: (one: FunctionMeasurements) => string,
): Map<string, FunctionMeasurements[]> {
  const groups = new Map<string, FunctionMeasurements[]>();
  for (const one of functions) {
    const group = groups.get(keyOf(one));
    if (group === undefined) groups.set(keyOf(one), [one]);
    else group.push(one);
  }
  return groups;
}
