import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { isInstalled, judge } from "./process-run.ts";

const CLIENT = fileURLToPath(new URL("JavaClient.java", import.meta.url));
// Running a source file needs the compiler too.
const installed = isInstalled("java") && isInstalled("javac");

describe.skipIf(!installed)("what Java prints here [needs a JDK]", () => {
  it("is classified", () => {
    const ended = spawnSync(
      "java",
      ["-Xmx48m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", CLIENT],
      { encoding: "utf8", timeout: 50_000 },
    );
    const verdicts = ended.stdout
      .split("\0")
      .filter((event) => event !== "")
      .map((event) => judge([event]));
    expect(verdicts.map(({ status }) => status)).toEqual(Array(5).fill("error"));
    const java = { runtime: "java", confidence: 0.9 };
    expect(verdicts.map(({ failure }) => failure)).toMatchObject([
      { ...java, class: "unhandled-exception", errorType: "java.lang.NullPointerException" },
      {
        ...java,
        class: "unhandled-exception",
        errorType: "java.lang.ArithmeticException",
        message: "/ by zero",
      },
      {
        ...java,
        class: "unhandled-exception",
        errorType: "java.lang.IllegalStateException",
        message: "two lines:",
      },
      {
        runtime: "java",
        class: "out-of-memory",
        errorType: "java.lang.OutOfMemoryError",
        message: "Java heap space",
      },
      { ...java, class: "unhandled-exception", errorType: "java.lang.ClassNotFoundException" },
    ]);
  });
});
