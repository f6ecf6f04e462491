import { describe, expect, test } from "vitest";
import { around, earlier, later, MOST_SHOWN, placesOf, SHOWN } from "../../../page/messages/window.ts";

const LENGTH = 900;

describe("the stretch of a chat that is drawn", () => {
  test("is the end at first, and all of a short chat", () => {
    expect(placesOf("end", LENGTH)).toEqual({ from: LENGTH - SHOWN, to: LENGTH });
    expect(placesOf("end", SHOWN - 1)).toEqual({ from: 0, to: SHOWN - 1 });
  });

  test("grows upwards and lets go of what is far below", () => {
    let stretch = earlier("end", LENGTH);
    expect(stretch).toEqual({ from: LENGTH - 50, to: LENGTH });
    for (let step = 0; step < 20; step++) stretch = earlier(stretch, LENGTH);

    const { from, to } = placesOf(stretch, LENGTH);
    expect({ from, size: to - from }).toEqual({ from: LENGTH - 250, size: MOST_SHOWN });
  });

  test("ends at the first message", () => {
    expect(earlier({ from: 10, to: 50 }, LENGTH)).toEqual({ from: 0, to: 50 });
  });

  test("grows downwards to the last message and lets go of what is far above", () => {
    expect(later({ from: 0, to: 160 }, LENGTH)).toEqual({ from: 10, to: 170 });
    expect(later({ from: 760, to: 895 }, LENGTH)).toEqual({ from: 760, to: LENGTH });
  });

  test("around a message holds it, at the edges too", () => {
    for (const place of [0, 450, LENGTH - 1]) {
      const { from, to } = placesOf(around(place, LENGTH), LENGTH);
      expect(from <= place && place < to).toBe(true);
    }
  });

  test("never reaches beyond a chat that was emptied", () => {
    expect(placesOf({ from: 100, to: 200 }, 3)).toEqual({ from: 3, to: 3 });
  });
});
