import { booking, customer } from "./passengers.mjs";

/** @typedef {import("../function-spec.mjs").FunctionSpec} FunctionSpec */

/**
 * Sends an e-mail. Called asynchronously, so that failures come again under the same id; its
 * timeouts are told in the old way.
 * @type {FunctionSpec}
 */
export const notifyBooking = {
  name: "notify-booking",
  language: "python",
  runtimeVersion: "python:3.13.v71",
  memorySizeMb: 256,
  timeoutMs: 15_000,
  init: { medianMs: 340, sigma: 0.12 },
  sampledShare: 0,
  retried: true,
  idleLimitMs: 55 * 60_000,
  usedMb: (random, nth) => 74 + Math.min(8, nth * 0.15) + random.between(0, 4),
  says: (random) => [
    `Found credentials in environment variables.`,
    `sending confirmation of ${booking(random)} to ${customer(random)}`,
    `mail accepted: <${random.hex(16)}@mail.example>`,
  ],
  phases: [
    {
      fromMs: 0,
      durations: [{ share: 1, medianMs: 240, sigma: 0.4 }],
      failures: [
        { kind: "timeout-old-style", share: 0.012 },
        {
          kind: "exception",
          share: 0.03,
          thrown: (random) => ({
            type: "ConnectionError",
            message: `HTTPSConnectionPool(host='mail.example', port=443): Max retries exceeded with url: /v1/messages/${random.hex(8)}`,
            stack: [
              '  File "/var/task/app.py", line 38, in handler',
              "    send(message, timeout=SEND_TIMEOUT)",
              '  File "/var/task/mail.py", line 21, in send',
              "    response = session.post(URL, json=message, timeout=timeout)",
              '  File "/var/task/requests/adapters.py", line 677, in send',
              "    raise ConnectionError(e, request=request)",
            ],
          }),
        },
      ],
    },
  ],
};
