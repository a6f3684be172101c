/** What the place of an object says about the events in it. Null: it does not say. */
export interface Place {
  readonly logGroup: string | null;
  readonly logStream: string | null;
  readonly functionName: string | null;
}

/** `/aws/lambda/NAME` as folders, or `aws-lambda-NAME` in one (Lambda's default log group). */
const GROUP_FOLDERS = /(?:^|\/)aws\/lambda\/([\w-]{1,140})/;
const GROUP_DASHED = /(?:^|\/)aws-lambda-([\w-]{1,140})/;
/**
 * Streams as Lambda names them: `YYYY/MM/DD/[VERSION]GUID`, and `YYYY/MM/DD/NAME[VERSION]GUID` where
 * functions share a log group. In the names of exported objects the slashes are dashes.
 */
const STREAM = /(?:^|\/)(\d{4})([/-])(\d\d)\2(\d\d)\2([\w-]*)\[([\w$.-]{1,64})\]([0-9a-f]{8,64})/;
/** `prefix/TASK/STREAM/000000.gz` (CloudWatch Logs guide, "Export log data to Amazon S3"). */
const EXPORT_OBJECT =
  /(?:^|([^/]+)\/)[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\/([^/]+)\/\d{6}(?:\.gz)?$/i;
/** Folders that say nothing about a function; the first is the prefix that AWS proposes. */
const GENERIC_FOLDERS: ReadonlySet<string> = new Set(
  "exportedlogs exports export logs log lambda-logs lambda aws data tmp temp downloads before after . ..".split(
    " ",
  ),
);

/** Reads log group, log stream and function name from a path, however it came about. Pure. */
export function placeOf(path: string): Place {
  const normal = path.replaceAll("\\", "/");
  const stream = STREAM.exec(normal);
  const exported = EXPORT_OBJECT.exec(normal);
  const group = GROUP_FOLDERS.exec(normal) ?? GROUP_DASHED.exec(normal);
  const groupFunction = group?.[1] ?? null;
  const streamFunction = stream?.[5] || null;
  const folder = exported?.[1] ?? null;
  const folderFunction =
    folder !== null && !GENERIC_FOLDERS.has(folder.toLowerCase()) && isFunctionName(folder)
      ? folder
      : null;
  return {
    logGroup: groupFunction === null ? null : `/aws/lambda/${groupFunction}`,
    logStream: stream === null ? (exported?.[2] ?? null) : streamName(stream),
    functionName: streamFunction ?? groupFunction ?? folderFunction,
  };
}

function streamName(match: RegExpExecArray): string {
  const [, year, , month, day, name, version, guid] = match;
  return `${year}/${month}/${day}/${name}[${version}]${guid}`;
}

/** Letters, digits, hyphens and underscores, up to 64 (Lambda API, FunctionName). */
function isFunctionName(name: string): boolean {
  return /^[\w-]{1,64}$/.test(name);
}
