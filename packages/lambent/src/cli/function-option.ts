import { InvalidArgumentError } from "commander";

/** What `--function` says. */
export interface NamedFunction {
  readonly name: string;
  /** Null where only a name was given. */
  readonly region: string | null;
}

/**
 * `arn:aws:lambda:REGION:ACCOUNT:function:NAME[:QUALIFIER]`, or the same from the account on
 * (AWS Lambda API, FunctionName: full and partial ARN). An execution of a durable function has
 * `/durable-execution/NAME/ID` behind the qualifier (AWS Lambda API, DurableExecutionArn).
 */
const ARN =
  /^(?:arn:aws[\w-]*:lambda:([a-z0-9-]+):)?(?:\d{12}:)?function:([\w-]+)(?::[\w$.-]+(?:\/durable-execution\/[\w-]+\/[\w-]+)?)?$/;
/** Lambda's default log group. */
const LOG_GROUP = /^\/aws\/lambda\/([\w.-]+)$/;

/**
 * Reads a function as a person would paste it: a name, an ARN in full or in part, or its log group.
 *
 * @throws InvalidArgumentError
 */
export function parseFunction(text: string): NamedFunction {
  const given = text.trim();
  const arn = ARN.exec(given);
  if (arn !== null) return { name: arn[2] as string, region: arn[1] ?? null };
  const name = LOG_GROUP.exec(given)?.[1] ?? given;
  if (name === "" || name.startsWith("arn:")) {
    throw new InvalidArgumentError("Use a function's name, its ARN, or its log group.");
  }
  return { name, region: null };
}
