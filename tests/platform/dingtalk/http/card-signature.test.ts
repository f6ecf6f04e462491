import { expect, test } from "vitest";
import { isCardSignature, signCard } from "../../../../src/platform/dingtalk/http/card-signature.ts";

test("the signature of a press is HMAC-SHA256 over the time, as openssl computes it", () => {
  // printf '1769851697756' | openssl dgst -sha256 -hmac 'api-secret' -binary | base64
  expect(signCard("1769851697756", "api-secret")).toBe("QMQBsNF3WU8dpbzdwXHsv3StGJirhtf0OO3JlnDx7hI=");
});

const HOUR_MS = 3_600_000;
const sentAt = 1_769_851_697_756;

test.each([
  ["the right secret", "1769851697756", "api-secret", sentAt, true],
  ["another secret", "1769851697756", "other", sentAt, false],
  ["another time", "1769851697757", "api-secret", sentAt, false],
  ["a time an hour ago", "1769851697756", "api-secret", sentAt + HOUR_MS, true],
  ["a time more than an hour ago", "1769851697756", "api-secret", sentAt + HOUR_MS + 1, false],
  ["a time more than an hour ahead", "1769851697756", "api-secret", sentAt - HOUR_MS - 1, false],
])("with %s a press is judged rightly", (_, timestamp, secret, now, valid) => {
  const signature = "QMQBsNF3WU8dpbzdwXHsv3StGJirhtf0OO3JlnDx7hI=";

  expect(isCardSignature({ timestamp, signature }, secret, now)).toBe(valid);
});

test.each([
  ["1769851697", true],
  ["1", false],
  ["abc", false],
  ["", false],
  ["17698516977560", false],
])("the time may be told in seconds, and must be one: %s", (timestamp, valid) => {
  const signature = signCard(timestamp, "api-secret");

  expect(isCardSignature({ timestamp, signature }, "api-secret", sentAt)).toBe(valid);
});
