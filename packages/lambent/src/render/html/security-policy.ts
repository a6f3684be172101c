import { sha256Base64 } from "./sha256.ts";

/**
 * A content security policy that allows this style sheet, this script and pictures within the page,
 * and nothing else: no requests, no other scripts, no forms, no frames.
 * Source: W3C Content Security Policy Level 3, hash sources.
 */
export function securityPolicy(stylesheet: string, script: string): string {
  return [
    "default-src 'none'",
    `style-src 'sha256-${sha256Base64(stylesheet)}'`,
    `script-src 'sha256-${sha256Base64(script)}'`,
    "img-src data:",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
}
