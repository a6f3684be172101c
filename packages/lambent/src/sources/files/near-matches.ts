import { readdir } from "node:fs/promises";
import { basename, dirname, join } from "node:path";

const MOST_MATCHES = 3;

/** Up to three existing paths that a person may have meant by `path`, best first. Never throws. */
export async function nearMatches(path: string): Promise<string[]> {
  const wanted = basename(path).toLowerCase();
  const folder = dirname(path);
  let names: string[];
  try {
    names = await readdir(folder);
  } catch {
    // The folder itself is missing: what is like the folder is the better answer.
    return folder === dirname(folder) ? [] : nearMatches(folder);
  }
  const limit = Math.max(2, Math.floor(wanted.length / 3));
  return names
    .map((name) => ({ name, distance: distance(wanted, name.toLowerCase()) }))
    .filter((near) => near.distance <= limit)
    .sort((a, b) => a.distance - b.distance || (a.name < b.name ? -1 : 1))
    .slice(0, MOST_MATCHES)
    .map((near) => join(folder, near.name));
}

/** Edits from one name to the other; 1 where one is the beginning of the other (a left-out ending). */
function distance(a: string, b: string): number {
  if (a.length >= 3 && b.length >= 3 && (a.startsWith(b) || b.startsWith(a))) return 1;
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const swap = (previous[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1);
      row.push(Math.min(swap, (previous[j] as number) + 1, (row[j - 1] as number) + 1));
    }
    previous = row;
  }
  return previous[b.length] as number;
}
