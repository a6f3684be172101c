import { rowEvent } from "../insights-results/row-event.ts";
import type { Row } from "../insights-results/row-event.ts";
import { epochMsOf } from "../json/event-time.ts";
import type { DecodeContext, Decoder, EventSink } from "../source.ts";
import { CsvRows } from "./csv-rows.ts";

/** Rows under a header of names, as the CloudWatch console exports them. */
export function createCsvDecoder(
  context: DecodeContext,
  sink: EventSink,
  separator: number,
): Decoder {
  let header: Header | null = null;
  return new CsvRows(
    {
      row(fields) {
        if (header === null) header = new Header(fields);
        else if (!header.isRepeatedBy(fields)) {
          const row = header.row(fields);
          const event = row === null ? null : rowEvent(row, context);
          if (event !== null) sink.event(event);
          else sink.unreadable(fields.join(",").slice(0, 300));
        }
      },
      broken: (sample) => sink.unreadable(sample),
    },
    separator,
  );
}

class Header {
  readonly #names: readonly string[];
  readonly #places: ReadonlyMap<string, number>;
  readonly #timePlace: number | undefined;

  constructor(fields: readonly string[]) {
    this.#names = fields.map((name) => name.trim());
    this.#places = new Map(this.#names.map((name, place) => [name, place]));
    this.#timePlace = this.#places.get("@timestamp") ?? this.#places.get("timestamp");
  }

  /** Files put together by hand repeat the header. */
  isRepeatedBy(fields: readonly string[]): boolean {
    return fields[0] === this.#names[0] && fields.every((field, i) => field === this.#names[i]);
  }

  /**
   * Null where the fields do not fit: behind a broken row, lines of its message come as rows, and a
   * missing time or field tells them.
   */
  row(fields: readonly string[]): Row | null {
    if (fields.length < this.#names.length) return null;
    if (this.#timePlace !== undefined && epochMsOf(fields[this.#timePlace]) === null) return null;
    return {
      get: (name) => {
        const place = this.#places.get(name);
        return place === undefined ? undefined : fields[place];
      },
    };
  }
}
