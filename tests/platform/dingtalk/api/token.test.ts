import { describe, expect, test } from "vitest";
import { makeTokens } from "../../../../src/platform/dingtalk/api/token.ts";

const MINUTE = 60_000;

function tokensAt(start = 0) {
  let now = start;
  let fetched = 0;
  const issue = async () => {
    fetched += 1;
    return { token: `token-${fetched}`, validFor: 7200 };
  };
  return {
    tokens: makeTokens(issue, () => now),
    fetches: () => fetched,
    pass: (ms: number) => {
      now += ms;
    },
  };
}

describe("the token", () => {
  test("is fetched once for a hundred calls at once", async () => {
    const { tokens, fetches } = tokensAt();

    const held = await Promise.all(Array.from({ length: 100 }, () => tokens.current()));

    expect(new Set(held)).toEqual(new Set(["token-1"]));
    expect(fetches()).toBe(1);
  });

  test.each([
    ["a millisecond before", 115 * MINUTE - 1, "token-1"],
    ["at", 115 * MINUTE, "token-2"],
  ])("%s five minutes before its end is the right one", async (_, passed, expected) => {
    const { tokens, pass } = tokensAt();
    await tokens.current();

    pass(passed);

    expect(await tokens.current()).toBe(expected);
  });

  test("that was turned down is renewed once for a hundred calls", async () => {
    const { tokens, fetches } = tokensAt();
    const stale = await tokens.current();

    const renewed = await Promise.all(Array.from({ length: 100 }, () => tokens.renew(stale)));

    expect(new Set(renewed)).toEqual(new Set(["token-2"]));
    expect(fetches()).toBe(2);
  });

  test("that was renewed meanwhile is not renewed again by a call that comes late", async () => {
    const { tokens, fetches } = tokensAt();
    const stale = await tokens.current();
    await tokens.renew(stale);

    expect(await tokens.renew(stale)).toBe("token-2");
    expect(fetches()).toBe(2);
  });

  test("is asked for anew after a failure", async () => {
    let tries = 0;
    const tokens = makeTokens(async () => {
      tries += 1;
      if (tries === 1) throw new Error("no answer");
      return { token: "token-2", validFor: 7200 };
    });

    await expect(tokens.current()).rejects.toThrow("no answer");

    expect(await tokens.current()).toBe("token-2");
  });
});
