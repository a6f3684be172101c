const LAMBDA_GROUP = /(?:^|[:/])aws\/lambda\/([^:/\s]+)/;
const NAMED_STREAM = /^\d{4}\/\d{2}\/\d{2}\/([^[\]:/\s]+)\[/;
const FUNCTION_ARN = /^arn:aws[\w-]*:lambda:([a-z0-9-]+):\d*:function:([^:/\s]+)/;

/**
 * Name of the function that a log group or a log stream belongs to; null where neither says.
 * `/aws/lambda/NAME` is Lambda's default group; in a shared group the stream is named
 * `2026/01/31/NAME[VERSION]ID` (AWS Lambda guide, "Configuring CloudWatch log groups").
 */
export function functionNameOf(logGroup: string | null, logStream: string | null): string | null {
  if (logGroup !== null) {
    const name = LAMBDA_GROUP.exec(logGroup)?.[1] ?? FUNCTION_ARN.exec(logGroup)?.[2];
    if (name !== undefined) return name;
  }
  return logStream === null ? null : (NAMED_STREAM.exec(logStream)?.[1] ?? null);
}
