import type { FindingPlace } from "../model/finding.ts";

/** Where a finding is, in words: `src/a.ts:14:9`, `template.yaml Resources.Api`, `checkout-api`. */
export function describePlace(place: FindingPlace): string {
  if ("file" in place) return `${place.file}:${place.line}:${place.column}`;
  if ("template" in place) return `${place.template} ${place.path}`;
  return place.function;
}
