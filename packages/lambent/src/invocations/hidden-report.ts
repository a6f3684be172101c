const REPORT = "REPORT RequestId:";
/** Of what stands before a REPORT this much is given. Characters. */
const MOST_BEFORE = 100;
const BILLED = "Billed Duration:";
/** A line that a runtime wrote for the function: `time⇥id⇥LEVEL⇥text`, `[LEVEL]⇥time⇥id⇥text`. */
const OWN_WORDS = /^(?:\d{4}-\S{1,40}\t\S{1,100}\t[A-Z]{4,8}\t|\[[A-Z]{4,8}\]\t)/;

/**
 * Where whole REPORT lines stand behind something else, so that they are not read: `app.log:REPORT …`
 * as grep prints it, `> REPORT …`, the column of a table. A REPORT without a billed duration is prose,
 * and what a function writes in its own log line is its own affair; so is a second record in the first
 * line of a REPORT. Gives each with what stands before it in
 * its line, in order. Linear time.
 */
export function hiddenReports(message: string): readonly string[] {
  let at = message.indexOf(REPORT, 1);
  // Readers may count START lines without reading them, so none is looked into.
  if (at < 0 || message.startsWith("START RequestId:")) return [];
  if (OWN_WORDS.test(message) || isOwnRecord(message)) return [];
  const found: string[] = [];
  const from = message.startsWith("REPORT") ? message.indexOf("\n") : 0;
  let lineEnd = -1;
  for (let next = at; at >= 0; at = next) {
    next = message.indexOf(REPORT, at + REPORT.length);
    if (lineEnd < at) lineEnd = endOfLine(message, at);
    if (from < 0 || at < from) continue;
    const end = next < 0 ? lineEnd : Math.min(lineEnd, next);
    if (!message.slice(at, end).includes(BILLED)) continue;
    const before = message.slice(Math.max(0, at - MOST_BEFORE), at);
    found.push(before.slice(before.lastIndexOf("\n") + 1) + message.slice(at, end));
  }
  return found;
}

/** A record in Lambda's JSON log format. */
function isOwnRecord(message: string): boolean {
  return message.startsWith("{") && message.includes('"level"') && message.includes('"requestId"');
}

function endOfLine(message: string, at: number): number {
  const newline = message.indexOf("\n", at);
  return newline < 0 ? message.length : newline;
}
