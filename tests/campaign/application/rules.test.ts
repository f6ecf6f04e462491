import { describe, expect, test } from "vitest";
import {
  type DeclarationReading,
  type Declared,
  declarationOf,
  readDeclared,
} from "../../../src/campaign/application/rules.ts";
import type { CivilDate } from "../../../src/shared/civil-date.ts";

const today = { submittedOn: "2023-09-01", window: { kind: "years", years: 2 } } as const;
const excluding = (happenedOn?: string): Declared => ({ verdict: "excluded", dated: true, happenedOn });

describe("近两年内有重大安全责任事故的不得参与", () => {
  test.each([
    ["2021-08-31", false],
    ["2021-09-01", true],
    ["2021-09-02", true],
    ["2023-08-31", true],
    ["2023-09-01", true],
  ])("an accident on %s keeps who hands in on 2023-09-01 out: %s", (happenedOn, excluded) => {
    expect(readDeclared(excluding(happenedOn), today)).toEqual({
      declaration: "declared",
      excluded,
      since: "2021-09-01",
    });
  });

  test("an accident without a day is taken to lie in the window", () => {
    expect(readDeclared(excluding(), today)).toEqual({ declaration: "declared", excluded: true, since: "2021-09-01" });
  });

  test.each([undefined, "2023-08-31"])("what is not settled is unclear and keeps nobody out, on %s", (happenedOn) => {
    expect(readDeclared({ verdict: "pending", dated: false, happenedOn }, today)).toEqual({
      declaration: "unclear",
      excluded: false,
    });
  });

  test.each([undefined, "2023-08-31"])("no accident keeps nobody out, on %s", (happenedOn) => {
    expect(readDeclared({ verdict: "clear", dated: false, happenedOn }, today)).toEqual({
      declaration: "none",
      excluded: false,
    });
  });
});

describe("without years that count back", () => {
  const long = excluding("1990-01-01");

  test("an option that asks for no day keeps out whenever it happened", () => {
    expect(readDeclared({ verdict: "excluded", dated: false }, today)).toEqual({
      declaration: "declared",
      excluded: true,
    });
  });

  test("every day counts where no ruling is asked for", () => {
    expect(readDeclared(long, { ...today, window: { kind: "always" } })).toEqual({
      declaration: "declared",
      excluded: true,
    });
  });

  test("it is unclear as long as the ruling that is asked for is not answered", () => {
    expect(readDeclared(long, { ...today, window: { kind: "open" } })).toEqual({
      declaration: "unclear",
      excluded: false,
    });
  });
});

describe("the first day of the window", () => {
  test.each<[CivilDate, number, CivilDate]>([
    ["2023-09-01", 1, "2022-09-01"],
    ["2023-09-01", 3, "2020-09-01"],
    ["2023-09-01", 0, "2023-09-01"],
    ["2024-02-29", 2, "2022-02-28"],
    ["2024-02-29", 4, "2020-02-29"],
    ["2104-02-29", 4, "2100-02-28"],
    ["2004-02-29", 4, "2000-02-29"],
    ["2022-02-28", 2, "2020-02-28"],
    ["2022-03-01", 2, "2020-03-01"],
  ])("of who hands in on %s, %i years back, is %s", (submittedOn, years, since) => {
    expect(readDeclared(excluding(), { submittedOn, window: { kind: "years", years } }).since).toBe(since);
  });

  test("handed in on 2月29日, an accident on 2月28日 two years before is in the window, on 2月27日 it is not", () => {
    const leapDay = { ...today, submittedOn: "2024-02-29" } as const;
    const excluded = ["2022-02-27", "2022-02-28"].map((day) => readDeclared(excluding(day), leapDay).excluded);

    expect(excluded).toEqual([false, true]);
  });
});

describe("several declarations together", () => {
  const out: DeclarationReading = { declaration: "declared", excluded: true };
  const past: DeclarationReading = { declaration: "declared", excluded: false };
  const unclear: DeclarationReading = { declaration: "unclear", excluded: false };
  const none: DeclarationReading = { declaration: "none", excluded: false };

  test.each([
    [[], "none"],
    [[none, none], "none"],
    [[none, past], "declared"],
    [[past, unclear], "unclear"],
    [[unclear, out], "declared"],
  ] as const)("%j come to %s", (readings, state) => {
    expect(declarationOf(readings)).toBe(state);
  });
});
