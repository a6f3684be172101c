/** How Lambda prints that the process ended by itself, with a status or without a reason. */
export const EXITED_BY_ITSELF: RegExp =
  /Runtime exited with error: exit status \d|Runtime exited without providing a reason|Process exited before completing request|^exit (?:status|code) \d/;

/** How Lambda prints that a signal ended the process. */
export const ENDED_BY_SIGNAL: RegExp = /signal: |core dumped/;
