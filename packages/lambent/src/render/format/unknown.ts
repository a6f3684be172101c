/** What stands where a figure is not known. Never 0: unknown is not nothing. */
export const UNKNOWN = "–";
