import { availableParallelism, cpus, loadavg, release, totalmem, type } from "node:os";

/** What the machine is, without its name, and how busy others keep it. Call it before measuring. */
export function machine() {
  const model = cpus()[0]?.model.trim() || "unknown processor";
  const [load = 0] = loadavg();
  const kernel = release().split("-")[0];
  return (
    `${availableParallelism()} cores, ${model}, ${(totalmem() / 2 ** 30).toFixed(0)} GB of memory, ` +
    `${type()} ${kernel}, Node ${process.versions.node}; load before: ${load.toFixed(1)}`
  );
}
