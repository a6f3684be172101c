/**
 * The direction of imports, as a table. Each ban carries its reason, because a person who meets it
 * must be able to judge whether the code or the law is wrong. `oxlint` gets its share of this table
 * by `lint-config.mjs`; `direction.mjs` enforces the whole of it.
 */

/** Pure calculation, one floor above the model. */
export const FOUNDATIONS = ["statistics", "pricing", "cpu"];

/** Folders without `node:*`, packages, clock or randomness. */
export const PURE = ["model", ...FOUNDATIONS, "render"];

/** Folders that know one subject each. */
export const ROOMS = [
  "sources",
  "invocations",
  "traces",
  "store",
  "metrics",
  "advice",
  "compare",
  "project",
  "insights",
  "runtime",
  "endpoints",
  "load",
  "profile",
  "tune",
  "check",
  "plan",
  "watch",
];

/** Folders at the top: what a person or a program enters by. */
export const ENTRANCES = ["cli", "server"];

/** Every folder that may stand in `src`. `index` is the file `index.ts`. */
export const FOLDERS = ["model", ...FOUNDATIONS, ...ROOMS, "render", "app", ...ENTRANCES, "index"];

/** Heavy implementations of a port: loaded when used, and never by anything but `app`. */
export const ADAPTERS = ["store/embedded", "store/cluster", "watch/notifiers", "runtime/isolation"];

/** Packages without a platform of their own that a pure folder may use all the same. */
export const PURE_PACKAGES = { render: ["string-width"] };

/** Packages that cost start-up time, and the one adapter that may load each. */
export const HEAVY_PACKAGES = {
  "@duckdb/node-api": "store/embedded",
  "@duckdb/node-bindings": "store/embedded",
  "@clickhouse/client": "store/cluster",
};

/** Names that say nothing about what is inside, so that anything ends up inside. */
export const BANNED_NAMES = [
  "utils",
  "util",
  "helpers",
  "helper",
  "common",
  "lib",
  "manager",
  "service",
  "services",
  "misc",
  "shared",
];

/** Lines; the reason for each is in `lengths.mjs`. */
export const MAX_LINES = 400;
export const MAX_MEDIAN_LINES = 70;
export const MAX_P95_LINES = 250;

export const REASONS = {
  model: "the model is what everything stands on, so it imports nothing but itself",
  foundation:
    "statistics, pricing and cpu are calculation on the model; they must stay usable alone",
  render: "a renderer turns an assessment into text; it must not reach for data of its own",
  pure: "this folder must give the same answer everywhere: no Node module, and no package but the pure ones listed in tools/house/laws.mjs",
  room: "a room knows another room's port as a type only; app/ wires implementations",
  inside: "what lies in another room's subfolder is its own business; import its port",
  adapter: "adapters load lazily, from app/ only, so that a command starts without their weight",
  heavy: "this package costs start-up time; only its adapter may load it",
  downward: "nothing stands on app/, cli/, server/ or index.ts; data goes one way, towards them",
  cli: "a command turns arguments into a call of app/ and shows the result with render/",
  server: "the server shows what app/ answers; it knows rooms as types only",
  rendering: "only app/ and the entrances know that results are shown at all",
  unknown: "every folder of src has its place in the direction; add it to tools/house/laws.mjs",
};
