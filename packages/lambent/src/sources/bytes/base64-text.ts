/**
 * Base64 text → its bytes, chunk by chunk (RFC 4648, both alphabets). Blanks, line ends and quotes
 * are left out; padding ends a run, and another may follow (one payload a line).
 */
export async function* base64Text(source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let rest = "";
  for await (const chunk of source) {
    const text = rest + chunk.toString("latin1").replace(/[^A-Za-z0-9+/_=-]+/g, "");
    const whole = text.length - (text.length % 4);
    // Four letters are three bytes; padding may stand anywhere but then ends its group of four.
    const runs = text.slice(0, whole).split(/=+/);
    rest = text.slice(whole);
    const bytes = runs.length === 1 ? Buffer.from(runs[0] ?? "", "base64") : joined(runs);
    if (bytes.length > 0) yield bytes;
  }
  if (rest.length > 1) yield joined(rest.split(/=+/));
}

function joined(runs: readonly string[]): Buffer {
  return Buffer.concat(runs.map((run) => Buffer.from(run, "base64")));
}
