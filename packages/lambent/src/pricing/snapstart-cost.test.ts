import { expect, test } from "vitest";
import { pricesFor } from "./price-book.ts";
import { snapStartCost } from "./snapstart-cost.ts";

const unknown = { snapStartCacheGbSecondUsd: null, snapStartRestoreGbUsd: null };
const virginia = pricesFor("us-east-1", "x86_64") ?? unknown;

// AWS Lambda pricing page, "SnapStart Pricing": one version for a month, 74,400 restores of 1 GB.
test("AWS's worked example, to the cent", () => {
  const cost = snapStartCost(
    {
      runtime: "python",
      memorySizeMb: 1_024,
      activeSeconds: 31 * 24 * 3_600,
      restores: 74_400,
    },
    virginia,
  );
  expect(cost.cacheUsd?.toFixed(2)).toBe("4.03");
  expect(cost.restoreUsd?.toFixed(2)).toBe("10.40");
  expect(cost.totalUsd?.toFixed(2)).toBe("14.43");
});

test("a snapshot is kept for three hours at least", () => {
  const use = { runtime: "dotnet", memorySizeMb: 512, restores: 0 } as const;
  const short = snapStartCost({ ...use, activeSeconds: 60 }, virginia);
  expect(short).toEqual(snapStartCost({ ...use, activeSeconds: 10_800 }, virginia));
  expect(snapStartCost({ ...use, activeSeconds: 10_801 }, virginia).cacheUsd).toBeGreaterThan(
    short.cacheUsd ?? NaN,
  );
});

test("Java is free everywhere; others are unknown where the price is", () => {
  const use = { memorySizeMb: 512, activeSeconds: 1, restores: 1 };
  expect(snapStartCost({ ...use, runtime: "java" }, unknown).totalUsd).toBe(0);
  expect(snapStartCost({ ...use, runtime: "python" }, unknown)).toEqual({
    cacheUsd: null,
    restoreUsd: null,
    totalUsd: null,
  });
});
