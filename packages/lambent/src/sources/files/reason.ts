/** Why the operating system refused, in words. */
export function reason(error: unknown): string {
  switch (errorCode(error)) {
    case "EACCES":
    case "EPERM":
      return "No permission to read it.";
    case "ELOOP":
      return "The link leads in a circle.";
    case "EISDIR":
      return "It is a folder.";
    default:
      return error instanceof Error ? error.message : String(error);
  }
}

/** The operating system's name for an error; null where it is not one of its errors. */
export function errorCode(error: unknown): string | null {
  return error instanceof Error && "code" in error && typeof error.code === "string"
    ? error.code
    : null;
}
