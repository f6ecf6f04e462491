import { expect, test } from "vitest";
import { isCardSignature, signCard } from "../../../../src/platform/dingtalk/http/card-signature.ts";

test("the signature of a press is HMAC-SHA256 over the time, as openssl computes it", () => {
  // printf '1769851697756' | openssl dgst -sha256 -hmac 'api-secret' -binary | base64
  expect(signCard("1769851697756", "api-secret")).toBe("QMQBsNF3WU8dpbzdwXHsv3StGJirhtf0OO3JlnDx7hI=");
});

test.each([
  ["the right secret", "1769851697756", "api-secret", true],
  ["another secret", "1769851697756", "other", false],
  ["another time", "1769851697757", "api-secret", false],
  ["no time", "", "api-secret", false],
])("with %s a press is judged rightly", (_, timestamp, secret, valid) => {
  const signature = timestamp === "" ? signCard("", secret) : "QMQBsNF3WU8dpbzdwXHsv3StGJirhtf0OO3JlnDx7hI=";

  expect(isCardSignature({ timestamp, signature }, secret)).toBe(valid);
});
