import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { frameSchema, fromJson } from "dingtalk-payloads";
import { sample } from "dingtalk-payloads/samples/sample.ts";
import fc from "fast-check";
import fastify from "fastify";
import { describe, expect, test } from "vitest";
import { signCard } from "../../src/platform/dingtalk/http/card-signature.ts";
import { decryptEvent, encryptEvent } from "../../src/platform/dingtalk/http/event-crypto.ts";
import { signRobot } from "../../src/platform/dingtalk/http/robot-signature.ts";
import { httpCallbacks } from "../../src/platform/dingtalk/http-callbacks.ts";
import { makeDispatch } from "../../src/platform/dingtalk/stream/dispatch.ts";
import { makeEncryption } from "../../src/platform/storage/encryption.ts";
import { makeSignedLinks } from "../../src/platform/web/signed-link.ts";
import { silentLog } from "../../src/shared/log.ts";
import { recorder } from "../platform/dingtalk/recorder.ts";
import { corpus, mutated, RUNS } from "./mutate.ts";

const SAMPLES = join(import.meta.dirname, "../../payloads/samples");
const frames = readdirSync(SAMPLES)
  .filter((file) => file.includes("-frame-"))
  .map((file) => readFileSync(join(SAMPLES, file)));

/** A frame as it comes from the socket: it is answered or left, and nothing is thrown. */
async function takes(bytes: Buffer): Promise<void> {
  const frame = frameSchema.safeParse(fromJson(bytes.toString("utf8")));
  if (!frame.success) return;
  const failures: unknown[] = [];
  const log = { ...silentLog, error: (_: object, message?: string) => void failures.push(message) };
  const handler = recorder();
  await makeDispatch({ handler, log, countPush: () => undefined })(frame.data, async () => true);
  expect(failures).toEqual([]);
  for (const message of handler.messages) expect(typeof message.text).toBe("string");
  for (const { version, action } of handler.callbacks) {
    expect(Number.isInteger(version)).toBe(true);
    expect(typeof action).toBe("string");
  }
}

describe("frames", () => {
  test.each(corpus("frames"))("%s", (_, bytes) => takes(bytes));

  test("with whatever changed in them are taken or left, and nothing fails", async () => {
    await fc.assert(fc.asyncProperty(mutated(frames), takes), RUNS);
  });
});

describe("callbacks over HTTP", () => {
  const now = 1_769_851_697_756;
  const events = { token: "t", aesKey: "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG", ownerKey: "owner" };
  const doors = [
    { url: "/dingtalk/robot", headers: { timestamp: String(now), sign: signRobot(String(now), "a") } },
    {
      url: "/dingtalk/card",
      headers: { "x-ddpaas-signature-timestamp": String(now), "x-ddpaas-signature": signCard(String(now), "b") },
    },
    { url: "/dingtalk/event?timestamp=1&nonce=n&signature=s", headers: {} },
  ];
  const bodies = [Buffer.from(JSON.stringify(sample("45"))), ...frames];

  test("rightly signed and with whatever body are answered, never with a failure", async () => {
    const app = fastify();
    const settings = { robot: { appSecret: "a" }, card: { apiSecret: "b" }, events };
    await app.register(httpCallbacks({ handler: recorder(), countPush: () => undefined, now: () => now, ...settings }));
    const check = fc.asyncProperty(fc.constantFrom(...doors), mutated(bodies), async ({ url, headers }, payload) => {
      const json = { ...headers, "content-type": "application/json" };
      const { statusCode } = await app.inject({ method: "POST", url, headers: json, payload });
      expect([200, 400, 401, 413, 415]).toContain(statusCode);
    });
    await fc.assert(check, RUNS);
    await app.close();
  });

  test("an altered event opens as no event of another's", () => {
    const sealed = Buffer.from(encryptEvent(events, '{"EventType":"chat_quit"}'), "base64");
    const check = fc.property(mutated([sealed]), (bytes) => {
      let text: string | undefined;
      try {
        text = decryptEvent(events, bytes.toString("base64"));
      } catch {
        return;
      }
      // Without a signature the cipher alone does not protect the text; the owner's name behind it must be whole.
      expect(typeof text).toBe("string");
    });
    fc.assert(check, RUNS);
  });
});

test("an altered or made-up link opens nothing", () => {
  const links = makeSignedLinks("https://example.invalid", makeEncryption(Buffer.alloc(32, 3)));
  const token = links.linkTo({ person: "keqiao-1" }).split("/").at(-1) ?? "";
  expect(links.open(token)).toEqual({ person: "keqiao-1" });
  const sealed = Buffer.from(token, "base64url");
  const check = fc.property(fc.oneof(mutated([sealed]), fc.uint8Array().map(Buffer.from)), (bytes) => {
    fc.pre(!bytes.equals(sealed));
    expect(links.open(bytes.toString("base64url"))).toBeUndefined();
  });
  fc.assert(check, RUNS);
});
