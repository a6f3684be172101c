/** Functions of the benchmark's logs: none fails or lives like another, all log about as much. */

/** @typedef {import("../../tools/synthetic-logs/function-spec.mjs").FunctionSpec} FunctionSpec */
/** @typedef {import("../../tools/synthetic-logs/random.mjs").Random} Random */

const SIZES_MB = [128, 256, 512, 1024, 1769, 3008];
const SUBJECTS = ["order", "cart", "invoice", "parcel", "price", "stock", "session", "report"];
const DEEDS = ["read", "write", "notify", "render", "sync"];

/** Every function: as many as there are names. */
export const BENCH_FUNCTIONS = SUBJECTS.flatMap((subject, i) =>
  DEEDS.map((deed, j) => specOf(`${deed}-${subject}`, i * DEEDS.length + j)),
);

/**
 * @param {string} name
 * @param {number} nth
 * @returns {FunctionSpec}
 */
function specOf(name, nth) {
  const isNode = nth % 3 !== 0;
  const memorySizeMb = SIZES_MB[nth % SIZES_MB.length] ?? 512;
  return {
    name,
    language: isNode ? "node" : "python",
    runtimeVersion: isNode ? "nodejs:22.v62" : "python:3.13.v71",
    memorySizeMb,
    timeoutMs: 6_000,
    init: { medianMs: 150 + 37 * nth, sigma: 0.15 },
    sampledShare: nth % 4 === 0 ? 0.5 : 0,
    retried: false,
    idleLimitMs: 3_600_000,
    usedMb: (random, served) =>
      memorySizeMb * (0.3 + Math.min(0.2, served / 50_000)) + random.between(0, 8),
    says,
    phases: [
      {
        fromMs: 0,
        durations: [
          { share: 0.85, medianMs: 4 + nth * 3, sigma: 0.5 },
          { share: 0.15, medianMs: 40 + nth * 11, sigma: 0.4 },
        ],
        failures: [
          { kind: "exception", share: 0.004, thrown: isNode ? nodeError : pythonError },
          { kind: "timeout", share: 0.0005 },
          { kind: "timeout-old-style", share: 0.0005 },
          { kind: "out-of-memory", share: 0.0002 },
          { kind: "killed-old-style", share: 0.0001 },
        ],
      },
    ],
  };
}

/** @param {Random} random */
function says(random) {
  const id = random.hex(8);
  const customer = random.whole(10_000, 999_999);
  const lines = [
    `request ${id} from customer ${customer}`,
    `GET https://api.example.com/v2/customers/${customer}?fields=name,address 200 in ${random.whole(2, 90)} ms`,
    JSON.stringify({
      id,
      customer,
      items: random.whole(1, 20),
      total: random.whole(100, 99_999) / 100,
    }),
    `cache ${random.chance(0.7) ? "hit" : "miss"} for key customer:${customer}`,
    `wrote ${random.whole(1, 25)} items, ${random.whole(200, 9_000)} bytes`,
  ];
  if (random.chance(0.5)) lines.push(`published event ${random.hex(16)} to the bus`);
  if (random.chance(0.3)) lines.push(`WARN slow answer: ${random.whole(200, 2_000)} ms`);
  return lines;
}

/** @param {Random} random */
function nodeError(random) {
  return {
    type: "Error",
    message: `connect ETIMEDOUT 10.0.${random.whole(0, 255)}.${random.whole(1, 254)}:5432`,
    stack: [
      "    at TCPConnectWrap.afterConnect [as oncomplete] (node:net:1611:16)",
      "    at async Runtime.handler (file:///var/task/index.mjs:31:18)",
    ],
  };
}

/** @param {Random} random */
function pythonError(random) {
  return {
    type: "ValueError",
    message: `invalid literal for int() with base 10: '${random.hex(8)}'`,
    stack: ['  File "/var/task/app.py", line 27, in handler', "    count = int(body['count'])"],
  };
}
