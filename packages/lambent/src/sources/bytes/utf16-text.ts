import { TextDecoder } from "node:util";

/** UTF-16 with a byte order mark (what Windows PowerShell's `>` writes) → UTF-8, chunk by chunk. */
export async function* utf16Text(source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let decoder: TextDecoder | null = null;
  let bigEndian = false;
  let odd: Buffer | null = null;
  for await (const chunk of source) {
    let bytes: Buffer = odd === null ? chunk : Buffer.concat([odd, chunk]);
    odd = null;
    if (bytes.length % 2 === 1) {
      odd = bytes.subarray(bytes.length - 1);
      bytes = bytes.subarray(0, bytes.length - 1);
    }
    if (bytes.length === 0) continue;
    if (decoder === null) {
      bigEndian = bytes[0] === 0xfe;
      decoder = new TextDecoder("utf-16le");
    }
    if (bigEndian) bytes = Buffer.from(bytes).swap16();
    yield Buffer.from(decoder.decode(bytes, { stream: true }));
  }
  const last = decoder?.decode() ?? "";
  if (last !== "") yield Buffer.from(last);
}
