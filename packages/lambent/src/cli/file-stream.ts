import { close, open, writeFile } from "node:fs";
import { Writable } from "node:stream";
import { cannotWrite } from "./output.ts";
import { writeReason } from "./write-reason.ts";

/**
 * A file as a stream that opens it with the first bytes: a command that fails before it has an
 * answer leaves an older file as it was. Its error is the Problem LAMBENT_CANNOT_WRITE.
 */
export function fileStream(path: string): Writable {
  let file: number | null = null;
  const ended =
    (done: (error?: Error | null) => void) =>
    (cause: Error | null): void =>
      done(cause === null ? null : cannotWrite(path, writeReason(cause), cause));
  const put = (text: string | Buffer, done: (error?: Error | null) => void): void => {
    if (file !== null) return writeFile(file, text, ended(done));
    open(path, "w", (cause, opened) => {
      if (cause !== null) return ended(done)(cause);
      file = opened;
      writeFile(opened, text, ended(done));
    });
  };
  return new Writable({
    decodeStrings: false,
    write: (chunk: string | Buffer, _encoding, done) => put(chunk, done),
    // An empty answer is an empty file.
    final: (done) => put("", done),
    destroy: (error, done) => {
      if (file === null || error !== null) done(error);
      else close(file, ended(done));
    },
  });
}
