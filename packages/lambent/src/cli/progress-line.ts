/** A bar is drawn only for work that takes longer than this. Milliseconds. */
const SHOWN_AFTER_MS = 1_000;
const BETWEEN_BARS_MS = 100;
/** Where there is no terminal a plain line is printed now and then. */
const BETWEEN_LINES_MS = 5_000;
const BAR_WIDTH = 24;

/** Progress on standard error: how much, how fast, how long still. */
export class ProgressLine {
  readonly #what: string;
  readonly #stream: NodeJS.WriteStream;
  readonly #startedAt = performance.now();
  #lastAt = 0;
  #drawn = false;

  constructor(what: string, stream: NodeJS.WriteStream = process.stderr) {
    this.#what = what;
    this.#stream = stream;
  }

  /** `total` is null where it is not known (standard input). Bytes. */
  update(done: number, total: number | null): void {
    const now = performance.now();
    const pause = this.#stream.isTTY ? BETWEEN_BARS_MS : BETWEEN_LINES_MS;
    if (now - this.#startedAt < SHOWN_AFTER_MS || now - this.#lastAt < pause) return;
    this.#lastAt = now;
    const seconds = (now - this.#startedAt) / 1_000;
    const rate = `${megabytes(done / seconds)}/s`;
    if (total === null || total === 0)
      return this.#draw(`${this.#what} ${megabytes(done)}, ${rate}`);
    const share = Math.min(1, done / total);
    const left = Math.max(0, ((total - done) / done) * seconds);
    const filled = Math.round(share * BAR_WIDTH);
    const bar = `${"#".repeat(filled)}${"-".repeat(BAR_WIDTH - filled)}`;
    const percent = `${Math.floor(share * 100)} %`.padStart(5);
    this.#draw(`${this.#what} [${bar}]${percent}  ${rate}  ${remaining(left)} left`);
  }

  /** Takes the bar away. */
  end(): void {
    if (this.#drawn && this.#stream.isTTY) this.#stream.write("\r\u001b[2K");
    this.#drawn = false;
  }

  #draw(text: string): void {
    this.#drawn = true;
    this.#stream.write(this.#stream.isTTY ? `\r\u001b[2K${text}` : `${text}\n`);
  }
}

function megabytes(bytes: number): string {
  return bytes >= 1e9 ? `${(bytes / 1e9).toFixed(1)} GB` : `${(bytes / 1e6).toFixed(1)} MB`;
}

function remaining(seconds: number): string {
  if (seconds < 90) return `${Math.ceil(seconds)} s`;
  return seconds < 5_400 ? `${Math.round(seconds / 60)} min` : `${(seconds / 3_600).toFixed(1)} h`;
}
