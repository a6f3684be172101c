/** The fields of an error document, whatever the runtime called its list of frames. */
export interface ErrorFields {
  readonly errorType: string | null;
  readonly errorMessage: string | null;
  readonly requestId: string | null;
  /** Node's `code` (`MODULE_NOT_FOUND`, `ERR_MODULE_NOT_FOUND`, …). */
  readonly code: string | null;
  readonly stack: readonly string[];
}

/** CloudWatch Logs takes events of up to 1 MB; more is not one event. */
const MAX_JSON_CHARACTERS = 1_048_576;

/** The object that `text` holds as JSON, or null. */
export function jsonObject(text: string): Record<string, unknown> | null {
  if (text.length > MAX_JSON_CHARACTERS) return null;
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : null;
  } catch {
    return null;
  }
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function stringOf(value: unknown): string | null {
  return typeof value === "string" ? value : null;
}

/** Error fields of an object that was read as JSON. */
export function fieldsOf(object: Record<string, unknown>): ErrorFields {
  const frames = object["stackTrace"] ?? object["stack"] ?? object["trace"];
  return {
    errorType: stringOf(object["errorType"]),
    errorMessage: stringOf(object["errorMessage"]),
    requestId: stringOf(object["requestId"] ?? object["AWSRequestId"]),
    code: stringOf(object["code"]),
    stack: Array.isArray(frames)
      ? frames.slice(0, 100).filter((frame) => typeof frame === "string")
      : [],
  };
}

/**
 * Error fields of JSON that is cut off (the platform and copies from a console cut long events).
 * The first occurrence of each key is taken: runtimes print the outermost error first.
 */
export function fieldsOfCutJson(text: string): ErrorFields {
  return {
    errorType: stringField(text, "errorType"),
    errorMessage: stringField(text, "errorMessage"),
    requestId: stringField(text, "requestId"),
    code: stringField(text, "code"),
    stack: [],
  };
}

function stringField(text: string, key: string): string | null {
  const name = `"${key}"`;
  const at = text.indexOf(name);
  if (at < 0) return null;
  let start = at + name.length;
  while (text[start] === " " || text[start] === ":") start += 1;
  if (text[start] !== '"') return null;
  let end = start + 1;
  while (end < text.length && text[end] !== '"') end += text[end] === "\\" ? 2 : 1;
  try {
    const value: unknown = JSON.parse(`${text.slice(start, Math.min(end, text.length))}"`);
    return stringOf(value);
  } catch {
    return null;
  }
}
