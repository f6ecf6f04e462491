import { expect, test } from "vitest";
import { decodedAddress } from "../../../page/text/decoded-address.ts";

test.each([
  ["%E7%AC%AC%E4%B8%80%E7%AB%A0", "第一章"],
  ["第一章", "第一章"],
  ["%", "%"],
  ["100%E", "100%E"],
])("%s is read as %s", (address, read) => {
  expect(decodedAddress(address)).toBe(read);
});
