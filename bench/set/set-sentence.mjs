/** @typedef {import("./log-set.mjs").LogSet} LogSet */

/**
 * What was read, for a person.
 * @param {LogSet} set
 */
export function setSentence({ truth, storedBytes }) {
  return (
    `${(truth.bytes / 1e9).toFixed(2)} GB of text (${(storedBytes / 1e6).toFixed(0)} MB as gzip) in ` +
    `${truth.streams} objects, ${truth.invocations.toLocaleString("en")} invocations of ` +
    `${Object.keys(truth.functions).length} functions, ` +
    `${(truth.lines / truth.invocations).toFixed(1)} lines each.`
  );
}
