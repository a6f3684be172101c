/** Why the operating system did not take what was written, in words. */
export function writeReason(error: unknown): string {
  switch (error instanceof Error && "code" in error ? error.code : null) {
    case "ENOSPC":
    case "EDQUOT":
      return "the disk is full";
    case "EACCES":
    case "EPERM":
      return "there is no permission to write it";
    case "EROFS":
      return "the disk takes no changes (read-only)";
    case "EISDIR":
      return "it is a folder";
    case "ENOENT":
      return "its folder does not exist";
    case "ENOTDIR":
      return "a file stands where its folder should be";
    case "ENAMETOOLONG":
      return "the name is too long";
    default:
      return error instanceof Error ? error.message : String(error);
  }
}
