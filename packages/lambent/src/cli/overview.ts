import { verbs } from "./verbs.ts";

/** What `lambent --help` prints. */
export function overview(): string {
  const width = Math.max(...verbs.map((verb) => verb.name.length));
  const list = verbs.map((verb) => `  ${verb.name.padEnd(width)}  ${verb.summary}`).join("\n");
  return `Lambent finds out where AWS Lambda time and money go. It reads logs; it needs no AWS account.

Usage: lambent COMMAND [OPTIONS] [PATH…]

Commands:
${list}

Examples:
  lambent report ./logs                       what it cost and what to do first
  aws logs tail /aws/lambda/orders | lambent report - --function orders
  lambent report ./logs --html report.html    the same as a page with pictures
  lambent invocations ./logs > invocations.jsonl
  lambent ingest ./logs && lambent report --store lambent.duckdb
  lambent compare ./last-week ./this-week

PATH is a file, a folder, a glob or - (standard input): CloudWatch exports, subscription or Firehose
payloads, answers of the AWS CLI, console CSV, pasted lines; gzipped or not.

Options:
  -h, --help     help; lambent COMMAND --help tells more
  -V, --version  version

Exit codes: 0 fine, 2 usage, 3 bad input, 4 environment; 1 is kept for findings over a budget.
`;
}
