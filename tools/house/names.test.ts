import { expect, test } from "vitest";
import { nameViolations } from "./names.mjs";

test.each(["metrics/utils/round.ts", "metrics/helpers.ts", "tools/common/x.mjs", "lib/a.test.ts"])(
  "a planted %s is refused",
  (path) => {
    expect(nameViolations(["model/duration.ts", path])).toHaveLength(1);
    expect(nameViolations([path])[0]).toContain(path);
  },
);

test("a name that only contains a banned word is fine", () => {
  expect(nameViolations(["metrics/library-use.ts", "store/service-map.ts"])).toEqual([]);
});
