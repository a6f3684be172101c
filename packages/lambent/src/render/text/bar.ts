import type { Glyphs } from "./glyphs.ts";

/** A share (0 to 1) as a bar of `width` cells: the full part and the empty part. */
export function bar(share: number, width: number, glyphs: Glyphs): readonly [string, string] {
  const bounded = Math.min(1, Math.max(0, share));
  const full = Math.min(width, Math.max(bounded > 0 ? 1 : 0, Math.round(bounded * width)));
  return [glyphs.barFull.repeat(full), glyphs.barEmpty.repeat(width - full)];
}
