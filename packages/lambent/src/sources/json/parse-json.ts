/** A JSON object as it comes from outside: nothing is known of its fields. */
export type JsonObject = Readonly<Record<string, unknown>>;

/**
 * The value that the bytes are; undefined where they are no JSON. Raw control characters in strings
 * (JSON pasted together by hand) are taken for blanks.
 */
export function parseJson(bytes: Buffer): unknown {
  return parseJsonText(bytes.toString("utf8"));
}

/** As `parseJson`, for text. */
export function parseJsonText(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // oxlint-disable-next-line no-control-regex -- these are what is looked for
    const plain = text.replace(/[\u0000-\u001f]/g, " ");
    if (plain === text) return undefined;
    try {
      return JSON.parse(plain);
    } catch {
      return undefined;
    }
  }
}

export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The value if it is a string with something in it, else null. */
export function textOf(value: unknown): string | null {
  return typeof value === "string" && value !== "" ? value : null;
}
