import {
  ADAPTERS,
  ENTRANCES,
  FOUNDATIONS,
  HEAVY_PACKAGES,
  MAX_LINES,
  PURE,
  REASONS,
  ROOMS,
} from "./laws.mjs";

const SOURCE = "packages/*/src";

/** Globals that stand for a machine, a clock or chance. */
const PLATFORM_GLOBALS = [
  "process",
  "performance",
  "crypto",
  "fetch",
  "Buffer",
  "globalThis",
  "setTimeout",
  "setInterval",
  "setImmediate",
];

/**
 * The configuration of oxlint: the rules for all code, and the share of the house laws that can be
 * seen in one file while typing. `npm run generate` writes it to `.oxlintrc.json`.
 * @returns {object}
 */
export function lintConfig() {
  return {
    $schema: "./node_modules/oxlint/configuration_schema.json",
    plugins: ["eslint", "typescript", "unicorn", "oxc", "import", "promise", "node"],
    categories: { correctness: "error", suspicious: "error" },
    env: { node: true, es2023: true },
    ignorePatterns: ["**/dist/**", "**/fixtures/**"],
    rules: GENERAL_RULES,
    overrides: [...layerOverrides(), ...folderOverrides(), ...testOverrides()],
  };
}

const GENERAL_RULES = {
  "max-lines": ["error", { max: MAX_LINES }],
  "import/no-cycle": "error",
  "import/no-default-export": "error",
  "import/no-duplicates": "error",
  "import/no-mutable-exports": "error",
  "import/no-commonjs": "error",
  "oxc/no-barrel-file": ["error", { threshold: 0 }],
  "typescript/no-explicit-any": "error",
  "typescript/no-unsafe-assignment": "error",
  "typescript/no-unsafe-argument": "error",
  "typescript/no-unsafe-call": "error",
  "typescript/no-unsafe-member-access": "error",
  "typescript/no-unsafe-return": "error",
  "typescript/no-floating-promises": "error",
  "typescript/no-misused-promises": "error",
  "typescript/only-throw-error": "error",
  "typescript/prefer-promise-reject-errors": "error",
  "typescript/restrict-plus-operands": "error",
  "typescript/return-await": "error",
  "typescript/switch-exhaustiveness-check": ["error", { considerDefaultExhaustiveForUnions: true }],
  "typescript/no-deprecated": "error",
  "typescript/no-non-null-assertion": "error",
  "typescript/consistent-type-imports": "error",
  "typescript/no-import-type-side-effects": "error",
  "typescript/ban-ts-comment": "error",
  "typescript/no-namespace": "error",
  "typescript/no-require-imports": "error",
  "typescript/no-empty-object-type": "error",
  "typescript/no-dynamic-delete": "error",
  "unicorn/prefer-node-protocol": "error",
  "unicorn/no-abusive-eslint-disable": "error",
  "unicorn/throw-new-error": "error",
  "unicorn/require-number-to-fixed-digits-argument": "error",
  "no-console": "error",
  "no-var": "error",
  "no-empty": "error",
  "no-param-reassign": "error",
  "no-proto": "error",
  "no-self-compare": "error",
  "no-throw-literal": "error",
  "prefer-const": "error",
  "object-shorthand": "error",
  eqeqeq: "error",
  // `fc.assert`, `ts.parse`: the usual way to write them.
  "import/no-named-as-default-member": "off",
  "import/no-unassigned-import": "off",
  // A constant is printed as its paper prints it.
  "no-loss-of-precision": "off",
  // Input is checked where it comes in; a cast after the check is how that is written.
  "typescript/no-unsafe-type-assertion": "off",
  "unicorn/no-array-sort": "off",
  "unicorn/no-array-reverse": "off",
  // The compiler's noImplicitReturns says the same, with types.
  "typescript/consistent-return": "off",
  "promise/always-return": "off",
  // Worker threads are meant, not windows.
  "unicorn/require-post-message-target-origin": "off",
  // `=== true` guards values that types promise and machines do not keep (`isTTY`).
  "typescript/no-unnecessary-boolean-literal-compare": "off",
  // Log text is full of control characters that have to be found.
  "no-control-regex": "off",
  "unicorn/consistent-function-scoping": "off",
};

/** @returns {object[]} */
function layerOverrides() {
  const above = ["app", ...ENTRANCES];
  return [
    {
      files: [`${SOURCE}/model/**`],
      rules: restricted([
        platformModules(),
        folders([...FOUNDATIONS, ...ROOMS, "render", ...above], REASONS.model),
      ]),
    },
    {
      files: FOUNDATIONS.map((name) => `${SOURCE}/${name}/**`),
      rules: restricted([
        platformModules(),
        folders([...ROOMS, "render", ...above], REASONS.foundation),
      ]),
    },
    {
      files: [`${SOURCE}/render/**`],
      rules: restricted([
        platformModules(),
        folders([...FOUNDATIONS, ...ROOMS, ...above], REASONS.render),
      ]),
    },
    ...ROOMS.map((room) => roomOverride(room, above)),
    {
      files: [`${SOURCE}/cli/**`],
      rules: restricted([
        folders([...FOUNDATIONS, ...ROOMS, "server"], REASONS.cli),
        heavyPackages(null),
      ]),
    },
    {
      files: PURE.map((name) => `${SOURCE}/${name}/**`),
      rules: {
        "no-restricted-globals": [
          "error",
          ...PLATFORM_GLOBALS.map((name) => ({ name, message: REASONS.pure })),
        ],
        "no-restricted-properties": [
          "error",
          { object: "Math", property: "random", message: "take the number as an argument" },
          { object: "Date", property: "now", message: "take the time as an argument" },
        ],
      },
    },
  ];
}

/**
 * @param {string} room
 * @param {readonly string[]} above
 */
function roomOverride(room, above) {
  const others = ROOMS.filter((name) => name !== room);
  const own = ADAPTERS.find((adapter) => adapter.startsWith(`${room}/`)) ?? null;
  return {
    files: [`${SOURCE}/${room}/**`],
    rules: restricted([
      { ...folders(others, REASONS.room), allowTypeImports: true },
      folders(["render"], REASONS.rendering),
      folders(above, REASONS.downward),
      heavyPackages(own),
    ]),
  };
}

/** @param {readonly object[]} patterns */
function restricted(patterns) {
  return { "no-restricted-imports": ["error", { patterns }] };
}

/**
 * @param {readonly string[]} names
 * @param {string} reason
 */
function folders(names, reason) {
  return { regex: `^(?:\\.\\./)+(?:${names.join("|")})/`, message: sentence(reason) };
}

function platformModules() {
  return { regex: "^(?:node:|@aws-sdk/|@smithy/)", message: sentence(REASONS.pure) };
}

/** @param {string | null} adapter the adapter whose own package is left out */
function heavyPackages(adapter) {
  const names = Object.entries(HEAVY_PACKAGES).flatMap(([name, owner]) =>
    owner === adapter || owner.split("/")[0] === adapter?.split("/")[0] ? [] : [name],
  );
  return { group: names, message: sentence(REASONS.heavy), allowTypeImports: true };
}

/** @param {string} reason */
function sentence(reason) {
  return `${reason.slice(0, 1).toUpperCase()}${reason.slice(1)}.`;
}

/** @returns {object[]} */
function folderOverrides() {
  return [
    { files: [`${SOURCE}/cli/**`, "tools/**", "bench/**"], rules: { "no-console": "off" } },
    // Columns are typed arrays, read in the hottest loops there are: an index below the length is
    // always there, and a default would hide the one that is not.
    { files: [`${SOURCE}/store/**`], rules: { "typescript/no-non-null-assertion": "off" } },
    { files: ["vitest.config.ts"], rules: { "import/no-default-export": "off" } },
    {
      files: [`${SOURCE}/index.ts`],
      rules: { "oxc/no-barrel-file": "off" },
    },
  ];
}

/** Tests may look into any folder, and use the clock. */
function testOverrides() {
  return [
    {
      files: ["**/*.test.ts", "**/*.contract.ts", "test/**"],
      plugins: ["vitest"],
      rules: {
        "no-restricted-imports": "off",
        "no-restricted-globals": "off",
        // Tests read JSON that they wrote, or that they are there to judge.
        "typescript/no-unsafe-assignment": "off",
        "typescript/no-unsafe-argument": "off",
        "typescript/no-unsafe-call": "off",
        "typescript/no-unsafe-member-access": "off",
        "typescript/no-unsafe-return": "off",
        "typescript/no-non-null-assertion": "off",
        "vitest/valid-expect": ["error", { maxArgs: 2 }],
        "vitest/require-to-throw-message": "off",
        "vitest/no-focused-tests": "error",
        "vitest/expect-expect": "off",
        "vitest/no-conditional-expect": "off",
      },
    },
  ];
}
