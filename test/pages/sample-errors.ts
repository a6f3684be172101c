import type { ErrorGroup } from "../../packages/lambent/src/model/assessment.ts";
import { HOSTILE_MESSAGE, HOSTILE_NAME } from "./hostile.ts";
import { BIN_MS, START_MS } from "./sample-period.ts";

/** Groups of errors of the invented account: old and new styles, one of them hostile. */
export function sampleErrorGroups(): ErrorGroup[] {
  const at = (bin: number): number => START_MS + bin * BIN_MS;
  const group = (
    functionName: string | null,
    failure: ErrorGroup["class"],
    errorType: string | null,
    pattern: string,
    count: number,
    message: string,
  ): ErrorGroup => ({
    function: functionName,
    class: failure,
    errorType,
    pattern,
    count,
    firstSeenMs: functionName === null ? null : at(3),
    lastSeenMs: functionName === null ? null : at(80),
    example: { message, requestId: "8f507cfc-4a2b-4b6e-9b0c-2d8a4b1f0c11" },
    confidence: failure === "out-of-memory" ? 0.6 : 1,
  });
  return [
    group(
      "checkout-api",
      "unhandled-exception",
      "TypeError",
      "Cannot read properties of undefined (reading '<name>')",
      13_916,
      "TypeError: Cannot read properties of undefined (reading 'total')\n    at priceOf (/var/task/cart.js:41:17)\n    at handler (/var/task/index.js:12:9)",
    ),
    group(
      "checkout-api",
      "timeout",
      null,
      "Task timed out after <n> seconds",
      5_964,
      "2026-10-30T11:02:14.881Z 8f507cfc Task timed out after 3.00 seconds",
    ),
    group(
      "image-resizer",
      "out-of-memory",
      "Runtime.OutOfMemory",
      "RequestId: <id> Error: Runtime exited with error: signal: killed",
      3_869,
      "RequestId: 8f507cfc Error: Runtime exited with error: signal: killed",
    ),
    group(
      "pdf-invoice-renderer",
      "import-error",
      "Runtime.ImportModuleError",
      "Error: Cannot find module '<path>'",
      1_842,
      "Error: Cannot find module 'sharp'",
    ),
    group(HOSTILE_NAME, "unhandled-exception", "Error", HOSTILE_MESSAGE, 481, HOSTILE_MESSAGE),
    group(
      null,
      "permission",
      "AccessDeniedException",
      "User: <arn> is not authorized to perform: dynamodb:GetItem",
      12,
      "AccessDeniedException: User: arn:aws:sts::… is not authorized to perform: dynamodb:GetItem",
    ),
  ];
}
