import { expect, test } from "vitest";
import { makeBreaker } from "../../../../src/platform/dingtalk/api/breaker.ts";

function breakerAt() {
  let now = 0;
  const breaker = makeBreaker(() => now);
  return {
    breaker,
    wait: (ms: number) => {
      now += ms;
    },
    fail: (times: number) => {
      for (let count = 0; count < times; count++) breaker.failed();
    },
  };
}

test("four failures in a row keep no call back, the fifth does, for two seconds", () => {
  const { breaker, wait, fail } = breakerAt();
  fail(4);
  expect(breaker.pauseMs()).toBe(0);
  fail(1);
  expect(breaker.pauseMs()).toBe(2_000);
  wait(1_999);
  expect(breaker.pauseMs()).toBe(1);
});

test("after the pause one call tries, the others wait for what comes of it", () => {
  const { breaker, wait, fail } = breakerAt();
  fail(5);
  wait(2_000);
  expect(breaker.pauseMs()).toBe(0);
  expect(breaker.pauseMs()).toBeGreaterThan(0);
  breaker.answered();
  expect(breaker.pauseMs()).toBe(0);
});

test("pauses double up to fifteen seconds", () => {
  const { breaker, wait, fail } = breakerAt();
  fail(5);
  const pauses = [2_000, 4_000, 8_000, 15_000, 15_000].map((ms) => {
    expect(breaker.pauseMs()).toBe(ms);
    wait(ms);
    expect(breaker.pauseMs()).toBe(0);
    breaker.failed();
    return ms;
  });
  expect(pauses).toHaveLength(5);
});

test("a call that never ends keeps the others waiting for fifteen seconds, not for ever", () => {
  const { breaker, wait, fail } = breakerAt();
  fail(5);
  wait(2_000);
  expect(breaker.pauseMs()).toBe(0);
  wait(14_999);
  expect(breaker.pauseMs()).toBe(1);
  wait(1);
  expect(breaker.pauseMs()).toBe(0);
});

test("an answer begins the count anew", () => {
  const { breaker, fail } = breakerAt();
  fail(4);
  breaker.answered();
  fail(4);
  expect(breaker.pauseMs()).toBe(0);
});
