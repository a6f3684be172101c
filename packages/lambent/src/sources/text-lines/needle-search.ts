const NOWHERE = Number.MAX_SAFE_INTEGER;

/** Finds the places of several byte strings in order, each searched for only as far as is needed. */
export class NeedleSearch {
  readonly #bytes: Buffer;
  readonly #needles: readonly Buffer[];
  readonly #next: number[];
  /** Place of the next needle; beyond every place where there is none. */
  at: number = NOWHERE;
  /** Its index among the needles. */
  which = -1;

  constructor(bytes: Buffer, needles: readonly Buffer[]) {
    this.#bytes = bytes;
    this.#needles = needles;
    this.#next = needles.map((needle) => soonest(bytes, needle, 0));
    this.#pick();
  }

  get found(): boolean {
    return this.at !== NOWHERE;
  }

  /** Goes on to the first needle at or behind `from`. */
  moveTo(from: number): void {
    if (this.at >= from) return;
    const next = this.#next;
    for (let i = 0; i < next.length; i += 1) {
      if ((next[i] as number) < from)
        next[i] = soonest(this.#bytes, this.#needles[i] as Buffer, from);
    }
    this.#pick();
  }

  #pick(): void {
    const next = this.#next;
    this.at = NOWHERE;
    for (let i = 0; i < next.length; i += 1) {
      const place = next[i] as number;
      if (place >= this.at) continue;
      this.at = place;
      this.which = i;
    }
  }
}

function soonest(bytes: Buffer, needle: Buffer, from: number): number {
  const at = bytes.indexOf(needle, from);
  return at < 0 ? NOWHERE : at;
}
