/** What stands in place of a secret. */
const MASK = "***";

/** One piece of evidence is cut to this many bytes of UTF-8 (contract of `model/failure.ts`). */
export const MAX_EVIDENCE_BYTES = 4_096;

// Every pattern is linear: no repetition inside a repetition, and every open end is bounded by a
// character class that excludes what follows it.
const SECRETS: readonly (readonly [pattern: RegExp, replacement: string])[] = [
  // PEM blocks, also where the line breaks are escaped, and blocks that are cut off.
  [/-----BEGIN [A-Z ]{0,40}PRIVATE KEY-----[^-]*(?:-----END [A-Z ]{0,40}PRIVATE KEY-----)?/g, MASK],
  // JSON web tokens: three base64url parts, the first of which begins with `{"`.
  [/(?<![\w-])eyJ[\w-]{5,}\.[\w-]{5,}(?:\.[\w-]*)?/g, MASK],
  // AWS access key ids (IAM guide, "Understanding unique ID prefixes").
  [/\b(?:AKIA|ASIA|ABIA|ACCA|AGPA|AIDA|ANPA|AROA)[A-Z0-9]{16}\b/g, MASK],
  // Well-known tokens: GitHub, Slack, Stripe, Google, npm, OpenAI-like.
  [/\b(?:gh[pousr]_|github_pat_|xox[abprs]-|[rs]k_live_|AIza|npm_|sk-)[\w-]{16,}/g, MASK],
  // `Authorization: Basic …`, `"authorization":"Bearer …"`.
  [
    /(\bauthorization["']?\s{0,4}[:=]\s{0,4}["']?)(?:[A-Za-z][\w-]{0,30} +)?[^\s"',;}]+(?:,\s?[A-Z][A-Za-z]{1,20}=[^\s"',;}]+)*/gi,
    `$1${MASK}`,
  ],
  [/(\bBearer\s{1,4})[\w.~+/=-]{8,}/gi, `$1${MASK}`],
  // User and password in a URL.
  [/(\b[a-z][a-z0-9+.-]{1,20}:\/\/)[^\s/@:"']{1,200}:[^\s@"'/]{1,200}@/gi, `$1${MASK}@`],
  // Signatures and tokens in a query string (presigned URLs).
  [
    /([?&](?:X-Amz-Signature|X-Amz-Security-Token|X-Amz-Credential|Signature|access_token|token|api_?key|key|password|secret)=)[^\s&"'<>]+/gi,
    `$1${MASK}`,
  ],
  // `password=…`, `"aws_secret_access_key": "…"`, `SecretKey => …`, also inside escaped JSON.
  [
    /((?:password|passwd|passphrase|pwd|secret(?:_?access)?(?:_?key)?|session_?token|security_?token|auth_?token|access_?token|refresh_?token|id_?token|api_?key|private_?key|client_?secret)\\?["']?\s{0,4}(?:=>|[:=])\s{0,4})(?:\\"(?:[^"\\]|\\[^"])*(?:\\"|$)|"(?:[^"\\]|\\.)*(?:"|$)|'[^']*(?:'|$)|[^\s"'\\,;&}\])]+)/gi,
    `$1${MASK}`,
  ],
  // Cookies.
  [/(\b(?:set-)?cookie["']?\s{0,4}[:=]\s{0,4}["']?)[^\r\n"']+/gi, `$1${MASK}`],
  // Forty characters of base64 beside the word secret are an AWS secret key, however they are written.
  [/(\bsecret\b[^\r\n]{0,40}?)(?<![\w/+=])[\w/+]{40}(?![\w/+=])/gi, `$1${MASK}`],
];

/**
 * `text` without obvious secrets: AWS keys, bearer tokens, passwords in URLs, Authorization headers,
 * private keys, JSON web tokens, cookies, values of fields that are called password, secret or token.
 * It is a net with holes: unusual secrets pass. Linear time on text of bounded length.
 */
export function maskSecrets(text: string): string {
  let masked = text;
  for (const [pattern, replacement] of SECRETS) masked = masked.replace(pattern, replacement);
  return masked;
}

/**
 * Evidence as it may be stored and shown: secrets masked, then cut to `maxBytes` of UTF-8.
 * Masked first, so that the cut cannot leave the half of a secret that no pattern knows.
 */
export function presentable(text: string, maxBytes: number = MAX_EVIDENCE_BYTES): string {
  // Masking may shorten: read further than the cut, but never the whole of a huge line.
  return cutToBytes(maskSecrets(text.slice(0, maxBytes * 4)), maxBytes);
}

/** The longest prefix of whole characters that takes at most `maxBytes` bytes of UTF-8. */
function cutToBytes(text: string, maxBytes: number): string {
  if (text.length * 3 <= maxBytes) return text;
  let bytes = 0;
  let end = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x1_0000 ? 3 : 4;
    if (bytes > maxBytes) return text.slice(0, end);
    end += character.length;
  }
  return text;
}
