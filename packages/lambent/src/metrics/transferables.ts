/**
 * The memory behind every typed array of a state, for the transfer list of `postMessage`: the state
 * is then handed over instead of copied, and the sender must not use it again.
 */
export function transferables(state: unknown): ArrayBuffer[] {
  const found = new Set<ArrayBuffer>();
  collect(state, found);
  return [...found];
}

function collect(value: unknown, found: Set<ArrayBuffer>): void {
  if (typeof value !== "object" || value === null) return;
  if (ArrayBuffer.isView(value)) {
    if (value.buffer instanceof ArrayBuffer) found.add(value.buffer);
  } else if (value instanceof Map) {
    for (const each of value.values()) collect(each, found);
  } else {
    for (const each of Object.values(value)) collect(each, found);
  }
}
