import { expect, test } from "vitest";
import { incompleteBeta, logGamma } from "./incomplete-beta.ts";
import { studentTQuantile } from "./student-t.ts";

test.each([
  [0.975, 1, 12.706204736174694],
  [0.975, 5, 2.5705818356363146],
  [0.995, 10, 3.16927267261695],
  [0.975, 17.776, 2.102821310380221],
  [0.9995, 3, 12.923978636687961],
  [0.6, 30, 0.2556053649519128],
  [0.99997, 1e5, 4.0129823918805405],
  [0.975, 5e6, 1.9599644589944127],
  [0.5, 4, 0],
  [0.025, 5, -2.5705818356363146],
])("quantile %d of Student's t with %d degrees of freedom is %d (R's qt)", (p, df, expected) => {
  expect(Math.abs(studentTQuantile(p, df) - expected)).toBeLessThan(
    1e-9 * (1 + Math.abs(expected)),
  );
});

test.each([
  [0.3, 2, 5, 0.579825],
  [0.5, 0.5, 0.5, 0.5],
  [0.95, 9500, 501, 0.5118950329565666],
  [0.01, 1, 1000, 0.9999568287525893],
  [0.95, 950_000, 50_001, 0.5011898042280432],
  [0, 1, 1, 0],
  [1, 1, 1, 1],
])("I_%d(%d, %d) is %d (R's pbeta)", (x, a, b, expected) => {
  expect(Math.abs(incompleteBeta(x, a, b) - expected)).toBeLessThan(1e-9);
});

test("the logarithm of gamma", () => {
  expect(logGamma(0.5)).toBeCloseTo(0.5723649429247, 12);
  expect(logGamma(10)).toBeCloseTo(12.801827480081469, 12);
  expect(logGamma(1e6)).toBeCloseTo(12815504.569147611, 6);
});
