import { describe, expect, test } from "vitest";
import {
  decryptEvent,
  encryptEvent,
  isEventSignature,
  replyToEvent,
  signEvent,
} from "../../../../src/platform/dingtalk/http/event-crypto.ts";

const secrets = {
  token: "token123",
  aesKey: "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG",
  ownerKey: "dingclientid001",
};
/** Made with openssl: aes-256-cbc without padding over random, length, text, owner and 32-byte padding. */
const encrypt = "Q3stYC6hdFzMh9T8HCvyDLV8JeomtQuxZLosYEI28mjzSD5UpK2hp0QUc4H6M/N5HV3rle0XxavP4Z4MjmrCKQ==";
const stamp = { timestamp: "1783610513", nonce: "380320111" };
/** Made with sha1sum over the four texts in sorted order. */
const signature = "0d261a2fa03bc550ead5013e521f6d94592681d4";

describe("an encrypted event", () => {
  test("is opened", () => {
    expect(decryptEvent(secrets, encrypt)).toBe('{"EventType":"check_url"}');
  });

  test("is written as openssl writes it", () => {
    const random = Buffer.from("0123456789abcdef");

    expect(encryptEvent(secrets, '{"EventType":"check_url"}', random)).toBe(encrypt);
  });

  test("is signed over token, time, nonce and cipher text", () => {
    expect(signEvent(secrets, { ...stamp, signature: "" }, encrypt)).toBe(signature);
    expect(isEventSignature(secrets, { ...stamp, signature }, encrypt)).toBe(true);
  });

  test.each([
    ["another token", { ...secrets, token: "other" }, stamp],
    ["another nonce", secrets, { ...stamp, nonce: "380320112" }],
    ["another time", secrets, { ...stamp, timestamp: "1783610514" }],
  ])("with %s is refused", (_, known, received) => {
    expect(isEventSignature(known, { ...received, signature }, encrypt)).toBe(false);
  });

  test("for another app is refused", () => {
    expect(() => decryptEvent({ ...secrets, ownerKey: "dingother" }, encrypt)).toThrow("for another app");
  });

  test.each([0, 1, 11, 12, 13, 43, 44, 45, 1000])("of %i characters survives the way there and back", (length) => {
    const text = "评".repeat(length);

    expect(decryptEvent(secrets, encryptEvent(secrets, text))).toBe(text);
  });

  test("is answered with the encrypted word success", () => {
    const reply = replyToEvent(secrets, 1_783_610_513_000);
    const received = { signature: reply.msg_signature, timestamp: reply.timeStamp, nonce: reply.nonce };

    expect(reply.timeStamp).toBe("1783610513000");
    expect(isEventSignature(secrets, received, reply.encrypt)).toBe(true);
    expect(decryptEvent(secrets, reply.encrypt)).toBe("success");
  });
});
