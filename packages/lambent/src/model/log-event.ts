/**
 * One log event as CloudWatch Logs knows it, whatever file it was read from.
 * Fields that the source does not carry are null.
 */
export interface LogEvent {
  /** The text, without the prefix that an export or a tail command adds; may hold several lines. */
  readonly message: string;
  /** When it was logged, milliseconds since the epoch. */
  readonly timestamp: number | null;
  readonly logGroup: string | null;
  readonly logStream: string | null;
  /**
   * Present where the message was put together from fields, and an init was not among those asked
   * for: that it names none then says nothing.
   */
  readonly initUnknown?: true;
}
