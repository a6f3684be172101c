import type { FindingPlace } from "../../model/finding.ts";
import { describePlace } from "../place.ts";
import { html } from "./escape.ts";
import type { Html } from "./escape.ts";

/** Where a finding is; a link to the logs only where it leads to a web page. */
export function findingPlace(place: FindingPlace): Html {
  const link = "logLink" in place ? place.logLink : undefined;
  const safe = link !== undefined && /^https:\/\//i.test(link) ? link : null;
  return html`<code><bdi>${describePlace(place)}</bdi></code
    >${safe !== null && html` <a href="${safe}" rel="noopener noreferrer">logs</a>`}`;
}
