import { expect, test } from "vitest";
import { makeEncryption } from "../../../src/platform/storage/encryption.ts";

const NONCE = 12;
const encryption = makeEncryption(Buffer.alloc(32, 7));

test("what is sealed opens, and with no other key", () => {
  const sealed = encryption.seal({ name: "王" });
  expect(encryption.open(sealed)).toEqual({ name: "王" });
  expect(() => makeEncryption(Buffer.alloc(32, 8)).open(sealed)).toThrow();
});

test("a single bit changed anywhere opens nothing", () => {
  const sealed = encryption.seal("家园");
  for (let at = 0; at < sealed.length; at++) {
    const changed = Buffer.from(sealed);
    changed[at] = (changed[at] ?? 0) ^ 1;
    expect(() => encryption.open(changed)).toThrow();
  }
});

test.each([0, 4, 8, 12, 15])("a tag of %i bytes is no tag, though it be right as far as it goes", (bytes) => {
  const sealed = encryption.sealBytes(Buffer.alloc(0));
  expect(() => encryption.openBytes(sealed.subarray(0, NONCE + bytes))).toThrow();
  expect(encryption.openBytes(sealed)).toHaveLength(0);
});
