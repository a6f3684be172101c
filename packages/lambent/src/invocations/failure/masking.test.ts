import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { MAX_EVIDENCE_BYTES, maskSecrets, presentable } from "./masking.ts";

// Put together at run time, so that no scanner takes this file for a leak.
const KEY_ID = ["AKIA", "ABCD1234EFGH5678"].join("");
const SECRET_KEY = "wJalr/UtnFEMI+K7MDENG".padEnd(40, "x");
const JWT = ["eyJhbGciOiJIUzI1NiJ9", "eyJzdWIiOiIxMjM0In0", "c2lnbmF0dXJl"].join(".");
const PEM = (kind: string): string =>
  `-----BEGIN ${kind}PRIVATE KEY-----\nMIIEow\nabc=\n-----END ${kind}PRIVATE KEY-----`;

const SECRETS: readonly (readonly [name: string, text: string, secret: string])[] = [
  ["an AWS access key id", `key ${KEY_ID} is inactive`, KEY_ID],
  ["a secret key in JSON", `{"SecretAccessKey":"${SECRET_KEY}"}`, SECRET_KEY],
  ["a secret key in the environment", `AWS_SECRET_ACCESS_KEY=${SECRET_KEY} node`, SECRET_KEY],
  ["a secret key in a sentence", `the secret is ${SECRET_KEY}`, SECRET_KEY],
  ["a bearer token", "sent Bearer abcdef123456 to api", "abcdef123456"],
  ["an Authorization header", "Authorization: Basic dXNlcjpwYXNz", "dXNlcjpwYXNz"],
  ["an Authorization header in JSON", `{"authorization":"Token t0psecret"}`, "t0psecret"],
  [
    "a signature",
    "Authorization: AWS4-HMAC-SHA256 Credential=a/b, SignedHeaders=host, Signature=fe5f80",
    "fe5f80",
  ],
  ["a password in a URL", "connect postgres://app:s3cr3t@db.internal:5432/shop failed", "s3cr3t"],
  ["a password in JSON", `{"user":"a","password":"p\\"q w"}`, "q w"],
  ["a password in escaped JSON", `"{\\"password\\":\\"hunter2\\"}"`, "hunter2"],
  ["a password that the cut left open", `{"password":"hunter2 and mo`, "hunter2"],
  ["a password in single quotes", "{'db_password': 'hunter2'}", "hunter2"],
  ["a JSON web token", `invalid token ${JWT}`, "c2lnbmF0dXJl"],
  ["a private key", `cert ${PEM("RSA ")} end`, "MIIEow"],
  ["a private key with escaped line ends", JSON.stringify(PEM("")), "MIIEow"],
  ["a presigned URL", "GET https://b.s3.amazonaws.com/k?X-Amz-Signature=abc123&x=1", "abc123"],
  ["a cookie", "Cookie: session=abc123; theme=dark", "abc123"],
];

const HARMLESS: readonly string[] = [
  "TypeError: Cannot read properties of undefined (reading 'token')",
  "Secrets Manager can't find the specified secret.",
  "SyntaxError: Unexpected token } in JSON at position 7",
  "RequestId: 0c5a1f60-7d2e-4a51-9f3e-0b7a6c2d1e10 Error: Runtime exited with error: exit status 1",
  "https://docs.aws.amazon.com/lambda/latest/dg/runtimes-update.html",
];

describe("maskSecrets", () => {
  it.each(SECRETS)("masks %s", (_name, text, secret) => {
    expect(text).toContain(secret);
    expect(maskSecrets(text)).not.toContain(secret);
    expect(maskSecrets(text)).toContain("***");
  });

  it.each(HARMLESS)("leaves %s as it is", (text) => {
    expect(maskSecrets(text)).toBe(text);
  });
});

describe("presentable", () => {
  it("cuts to bytes between whole characters", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "grapheme", maxLength: 400 }),
        fc.integer({ min: 1, max: 300 }),
        (text, most) => {
          const cut = presentable(text, most);
          expect(Buffer.byteLength(cut)).toBeLessThanOrEqual(most);
          expect(Buffer.from(cut).toString()).toBe(cut);
        },
      ),
    );
  });

  it("leaves no half of a secret behind the cut", () => {
    const text = `${"x".repeat(MAX_EVIDENCE_BYTES - 30)} postgres://app:s3cr3t@db`;
    expect(presentable(text)).not.toContain("s3c");
  });

  it.each([
    'password:"',
    "eyJ-",
    "secret ",
    "a://b:",
    "-----BEGIN PRIVATE KEY-----",
    "authorization: a,A=",
  ])("takes little time on many of %s", (unit) => {
    const text = unit.repeat(Math.ceil(1_000_000 / unit.length));
    const startedMs = performance.now();
    presentable(text);
    expect(performance.now() - startedMs).toBeLessThan(500);
  });
});
