import { expect, test } from "vitest";
import { callLabel } from "../../../page/inspector/call-labels.ts";
import { knownCalls, nameOfCall } from "../../support/known-calls.ts";

test("every call that the emulator knows has a label", () => {
  const unnamed = knownCalls()
    .map(nameOfCall)
    .filter((name) => callLabel(name) === undefined);

  expect(unnamed).toEqual([]);
});
