import { describe, expect, test } from "vitest";
import {
  type InHand,
  overtakenBy,
  placeOfPicture,
  type SentMessage,
} from "../../../src/campaign/verification/sent-order.ts";

const here = { caseId: "甲", memberId: "team-1" };
const there = { ...here, caseId: "乙" };
const sent = (order: bigint, at: string | undefined, rows: string[] = [], sheet = here): SentMessage => ({
  ...{ order, sheet, rows },
  ...(at === undefined ? {} : { at }),
});
const asked = (at?: string, sheet = here): InHand => ({ sheet, at });

describe("a picture without words", () => {
  /** 3-5 · picture 15 · 3-5 3 东门 · picture 25 · 4 (to 3-6) · picture 35 · 3-8 5；3-9 5 · picture 45 */
  const messages = [
    sent(10n, "1-1", ["3-5"]),
    sent(20n, "3-5", ["3-5"]),
    sent(30n, "3-6"),
    sent(40n, "3-7", ["3-8", "3-9"]),
  ];
  const place = (order: bigint, of = messages) => placeOfPicture(of, order, asked("4-1"));

  test("goes to the row that the message before it names, however late it arrives", () => {
    expect(place(15n)).toEqual({ sheet: here, row: "3-5", overtaken: true });
    expect(place(25n)).toEqual({ sheet: here, row: "3-5", overtaken: true });
  });

  test("goes to the row that was asked when it was sent, where that message names none or several", () => {
    expect(place(35n)).toEqual({ sheet: here, row: "3-7", overtaken: true });
    expect(place(45n)).toEqual({ sheet: here, row: "4-1", overtaken: false });
    expect(place(5n)).toEqual({ sheet: here, row: "1-1", overtaken: true });
    expect(place(45n, [])).toEqual({ sheet: here, row: "4-1", overtaken: false });
  });

  test("stays with the site that was in hand when it was sent", () => {
    const others = [sent(10n, "1-1", ["3-5"]), sent(20n, "3-6"), sent(30n, "1-1", ["3-5"], there)];

    expect(placeOfPicture(others, 15n, asked("3-6", there))).toEqual({ sheet: here, row: "3-5", overtaken: true });
    expect(placeOfPicture(others, 25n, asked("3-6", there))).toEqual({ sheet: there, row: "1-1", overtaken: true });
    expect(placeOfPicture(others, 35n, asked("3-6", there))).toEqual({ sheet: there, row: "3-5", overtaken: false });
  });

  test("with words of its own goes to the row that they name", () => {
    expect(placeOfPicture([sent(10n, "3-6", ["3-5"])], 10n, asked("3-6"))?.row).toBe("3-5");
  });

  test("goes to the site that the message before it names, though another is in hand", () => {
    const named = { ...sent(10n, "3-6", ["3-5"]), elsewhere: there };

    expect(placeOfPicture([named], 15n, asked("3-6"))).toEqual({ sheet: there, row: "3-5", overtaken: true });
    expect(placeOfPicture([{ ...named, rows: ["3-5", "3-6"] }], 15n, asked("3-6"))?.row).toBeUndefined();
    expect(overtakenBy([{ ...named, order: 30n }], sent(20n, "3-5", ["3-5"]))).toBeUndefined();
  });

  test("has no place once every row has points and none was named, or no sheet was in hand", () => {
    expect(placeOfPicture([], 5n, asked())).toEqual({ sheet: here, row: undefined, overtaken: false });
    expect(placeOfPicture(messages, 50n, undefined)).toBeUndefined();
    expect(placeOfPicture(messages, 15n, undefined)?.row).toBe("3-5");
  });

  test("does not depend on the order in which the messages arrived", () => {
    for (const order of [5n, 15n, 25n, 35n, 45n]) expect(place(order, messages.toReversed())).toEqual(place(order));
  });
});

describe("a message that arrives after others", () => {
  test("is told with the rows that those sent after it name", () => {
    const later = [sent(30n, "3-5", ["3-5", "3-6"])];

    expect(overtakenBy(later, sent(20n, "3-5", ["3-5", "3-7"]))).toEqual({ rows: ["3-5"] });
    expect(overtakenBy(later, sent(20n, "3-5", ["3-7"]))).toEqual({ rows: [] });
    expect(overtakenBy(later, sent(20n, "3-5"))).toEqual({ rows: [] });
  });

  test("is not overtaken by itself, by earlier ones, or by those of another site", () => {
    expect(overtakenBy([sent(20n, "3-5", ["3-5"])], sent(20n, "3-5", ["3-5"]))).toBeUndefined();
    expect(overtakenBy([sent(10n, "3-5", ["3-5"])], sent(20n, "3-5", ["3-5"]))).toBeUndefined();
    expect(overtakenBy([sent(30n, "3-5", ["3-5"], there)], sent(20n, "3-5", ["3-5"]))).toBeUndefined();
  });
});
