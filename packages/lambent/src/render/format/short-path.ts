/**
 * A path of at most `most` characters (at least 12): what stands in the middle goes, the beginning
 * and the file's own name stay. Cuts at a separator where one is near: `logs/…/000000.gz`.
 */
export function shortPath(path: string, most: number): string {
  // By code points: a pair of surrogates must not be cut in two.
  const chars = Array.from(path);
  const room = Math.max(12, most);
  if (chars.length <= room) return path;
  const tailRoom = Math.ceil((room - 1) * 0.6);
  const tail = chars.slice(-tailRoom);
  const head = chars.slice(0, room - 1 - tailRoom);
  const tailCut = tail.findIndex(isSeparator);
  const headCut = head.findLastIndex(isSeparator);
  const end = tailCut > 0 ? tail.slice(tailCut) : tail;
  const start = headCut > 0 ? head.slice(0, headCut + 1) : head;
  return `${start.join("")}…${end.join("")}`;
}

function isSeparator(char: string): boolean {
  return char === "/" || char === "\\";
}
