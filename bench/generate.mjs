/**
 * `node bench/generate.mjs [--size GB] [--dir FOLDER]`: writes the logs that the benchmarks read,
 * once. The other benchmarks call it by themselves.
 */
import { readArguments } from "./arguments.mjs";
import { logSet } from "./set/log-set.mjs";

const { sizeGb, folder } = readArguments();
const set = await logSet(folder, sizeGb);
const { truth } = set;
console.log(
  `${truth.streams} streams, ${truth.invocations} invocations, ` +
    `${(truth.lines / truth.invocations).toFixed(1)} lines each, ` +
    `${(truth.bytes / 1e9).toFixed(2)} GB of text, ${(set.storedBytes / 1e6).toFixed(0)} MB as gzip`,
);
console.log(set.folder);
