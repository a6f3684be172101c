import { InvalidArgumentError } from "commander";
import { expect, test } from "vitest";
import { parseFunction } from "./function-option.ts";

test.each([
  ["orders", "orders", null],
  [" orders ", "orders", null],
  ["arn:aws:lambda:eu-west-1:111122223333:function:orders", "orders", "eu-west-1"],
  ["arn:aws:lambda:eu-west-1:111122223333:function:orders:live", "orders", "eu-west-1"],
  ["arn:aws-cn:lambda:cn-north-1:111122223333:function:orders:$LATEST", "orders", "cn-north-1"],
  [
    "arn:aws:lambda:eu-west-1:111122223333:function:orders:7/durable-execution/order-12/0f9c1d7e-4b1a",
    "orders",
    "eu-west-1",
  ],
  ["111122223333:function:orders", "orders", null],
  ["function:orders:7", "orders", null],
  ["/aws/lambda/orders", "orders", null],
  ["a name that AWS would refuse", "a name that AWS would refuse", null],
])("%s is %s in %s", (given, name, region) => {
  expect(parseFunction(given)).toEqual({ name, region });
});

test.each(["", "  ", "arn:aws:s3:::bucket", "arn:aws:lambda:eu-west-1:111122223333:layer:x:1"])(
  "%j is refused",
  (given) => {
    expect(() => parseFunction(given)).toThrow(InvalidArgumentError);
  },
);
