import { describe, expect, test } from "vitest";
import {
  boundsOf,
  extendBackward,
  extendForward,
  INITIAL_COUNT,
  MAX_COUNT,
  rangeAround,
} from "../../../page/messages/message-range.ts";

const LENGTH = 900;

describe("the stretch of a chat that is drawn", () => {
  test("is the end at first, and all of a short chat", () => {
    expect(boundsOf("end", LENGTH)).toEqual({ from: LENGTH - INITIAL_COUNT, to: LENGTH });
    expect(boundsOf("end", INITIAL_COUNT - 1)).toEqual({ from: 0, to: INITIAL_COUNT - 1 });
  });

  test("grows upwards and lets go of what is far below", () => {
    let stretch = extendBackward("end", LENGTH);
    expect(stretch).toEqual({ from: LENGTH - 50, to: LENGTH });
    for (let step = 0; step < 20; step++) stretch = extendBackward(stretch, LENGTH);

    const { from, to } = boundsOf(stretch, LENGTH);
    expect({ from, size: to - from }).toEqual({ from: LENGTH - 250, size: MAX_COUNT });
  });

  test("ends at the first message", () => {
    expect(extendBackward({ from: 10, to: 50 }, LENGTH)).toEqual({ from: 0, to: 50 });
  });

  test("grows downwards to the last message and lets go of what is far above", () => {
    expect(extendForward({ from: 0, to: 160 }, LENGTH)).toEqual({ from: 10, to: 170 });
    expect(extendForward({ from: 760, to: 895 }, LENGTH)).toEqual({ from: 760, to: LENGTH });
  });

  test("around a message holds it, at the edges too", () => {
    for (const place of [0, 450, LENGTH - 1]) {
      const { from, to } = boundsOf(rangeAround(place, LENGTH), LENGTH);
      expect(from <= place && place < to).toBe(true);
    }
  });

  test("never reaches beyond a chat that was emptied", () => {
    expect(boundsOf({ from: 100, to: 200 }, 3)).toEqual({ from: 3, to: 3 });
  });
});
