import type { Command } from "commander";
import type { PriceRequest } from "../../app/price.ts";
import { terminalStyle, writeAnswer } from "../output.ts";

interface PriceOptions {
  readonly region?: string;
  readonly architecture?: "x86_64" | "arm64";
  readonly format: PriceRequest["format"];
}

const EXAMPLES = `
Examples:
  lambent price                                     every region, one line each
  lambent price --region eu-west-1                  one region, every component
  lambent price --region us-east-1 --architecture arm64
  lambent price --format csv > prices.csv           for a spreadsheet

A question mark (or an empty field, or null) is a price that is not known.
Prices are part of Lambent and dated; docs/prices.md says where they come from.
`;

/** `lambent price`: what is known of AWS Lambda's prices, and from when. */
export function register(program: Command): void {
  const command = program
    .command("price")
    .description("What Lambent knows of AWS Lambda's prices, and from when.");
  command
    .option("-r, --region <region>", "one region, as eu-west-1; all where left out")
    .addOption(
      command
        .createOption("-a, --architecture <name>", "one architecture; both where left out")
        .choices(["x86_64", "arm64"]),
    )
    .addOption(
      command
        .createOption("-f, --format <format>", "form of the answer")
        .choices(["text", "json", "csv"])
        .default("text"),
    )
    .addHelpText("after", EXAMPLES)
    .action(async (options: PriceOptions) => {
      const { price } = await import("../../app/price.ts");
      const answer = price({
        region: options.region ?? null,
        architecture: options.architecture ?? null,
        format: options.format,
        columns: terminalStyle(process.stdout).columns,
      });
      await writeAnswer(answer, null);
    });
}
