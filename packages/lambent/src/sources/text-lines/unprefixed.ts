import type { LogEvent } from "../../model/log-event.ts";
import { readPrefix } from "./line-prefix.ts";

/** No prefix is longer. Characters. */
const LONGEST_PREFIX = 640;
const PLATFORM_LINE = /^(?:REPORT|START|END|INIT_|RESTORE_|EXTENSION|TELEMETRY|XRAY|\[ERROR\])/;

/**
 * Takes the prefix of a copied line out of an event's message: people paste what `sam logs` or the
 * console printed into other forms. Lines that a runtime prints with a time of its own
 * (`2026-01-31T12:00:00.000Z id Task timed out …`) stay as they are.
 */
export function unprefixed(event: LogEvent): LogEvent {
  const { message } = event;
  const first = message.charCodeAt(0);
  if (first < 48 || first > 57) return event;
  const fifth = message.charCodeAt(4);
  if (fifth !== 45 && fifth !== 47) return event;
  const prefix = readPrefix(Buffer.from(message.slice(0, LONGEST_PREFIX), "latin1"), 0);
  if (prefix === null || prefix.messageStart === 0) return event;
  const rest = message.slice(prefix.messageStart);
  if (prefix.logStream === null && !PLATFORM_LINE.test(rest)) return event;
  return {
    message: rest,
    timestamp: event.timestamp ?? prefix.timestamp,
    logGroup: event.logGroup,
    logStream: event.logStream ?? prefix.logStream,
  };
}
