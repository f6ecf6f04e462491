import { expect, test } from "vitest";
import { makeThrottle } from "../../src/limits/throttle.ts";

const CALL = "POST /v1.0/robot/groupMessages/send";

test("twenty calls a second pass, the twenty-first does not, and after a second all is open again", () => {
  let now = 0;
  const throttle = makeThrottle(
    () => now,
    () => 20,
  );
  const admitted = Array.from({ length: 21 }, () => throttle.tryAcquire("app", CALL));

  expect(admitted.filter(Boolean)).toHaveLength(20);
  now = 999;
  expect(throttle.tryAcquire("app", CALL)).toBe(false);
  now = 1_000;
  expect(throttle.tryAcquire("app", CALL)).toBe(true);
});

test("another app and another call have limits of their own", () => {
  const throttle = makeThrottle(
    () => 0,
    () => 20,
  );
  for (let n = 0; n < 21; n += 1) throttle.tryAcquire("app", CALL);

  expect(throttle.tryAcquire("other", CALL)).toBe(true);
  expect(throttle.tryAcquire("app", "PUT /v1.0/card/instances")).toBe(true);
});

test("the limit follows its setting at once", () => {
  let limit = 1;
  const throttle = makeThrottle(
    () => 0,
    () => limit,
  );
  throttle.tryAcquire("app", CALL);

  expect(throttle.tryAcquire("app", CALL)).toBe(false);
  limit = 3;
  expect(throttle.tryAcquire("app", CALL)).toBe(true);
});
