import { describe, expect, test } from "vitest";
import { isRobotSignature, signRobot } from "../../../../src/platform/dingtalk/http/robot-signature.ts";

const HOUR = 3_600_000;
const at = 1_577_262_236_757;
const signed = { timestamp: String(at), sign: signRobot(String(at), "this is a secret") };

describe("the signature of a robot message", () => {
  test("is HMAC-SHA256 over time and secret, as openssl computes it", () => {
    // printf '1577262236757\nthis is a secret' | openssl dgst -sha256 -hmac 'this is a secret' -binary | base64
    expect(signed.sign).toBe("DJrE6qdyVGCQz9z5r2MDuNcNAhwYnuAkyj13cx169CA=");
  });

  test.each([
    ["at once", 0, true],
    ["an hour later", HOUR, true],
    ["an hour earlier", -HOUR, true],
    ["more than an hour later", HOUR + 1, false],
    ["more than an hour earlier", -HOUR - 1, false],
  ])("%s is judged by machine time", (_, offset, valid) => {
    expect(isRobotSignature(signed, "this is a secret", at + offset)).toBe(valid);
  });

  test.each([
    ["another secret", signed, "another secret"],
    ["another time", { ...signed, timestamp: String(at + 1) }, "this is a secret"],
    ["no signature", { ...signed, sign: "" }, "this is a secret"],
    ["a time that is no number", { timestamp: "now", sign: signRobot("now", "this is a secret") }, "this is a secret"],
  ])("with %s is refused", (_, received, secret) => {
    expect(isRobotSignature(received, secret, at)).toBe(false);
  });
});
