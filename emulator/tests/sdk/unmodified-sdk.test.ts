import { spawn } from "node:child_process";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import type { Emulator } from "../../src/create-emulator.ts";
import { credentials, startEmulator, TEMPLATE } from "../support/world.ts";

const here = (name: string): string => join(import.meta.dirname, name);

type Way = (emulator: Emulator) => { script: string; flags?: string[]; environment: Record<string, string> };

/** A preload that rewrites the addresses axios is asked for. */
const preload =
  (script: string): Way =>
  ({ env }) => ({ script, flags: ["--import", here("preload.mjs")], environment: env });

/** No code at all. */
const proxied: Way = ({ proxy }) => ({
  script: "bot-by-import.ts",
  environment: { HTTPS_PROXY: proxy?.url ?? "", NODE_EXTRA_CA_CERTS: proxy?.caFile ?? "" },
});

/** Starts the bot as a program of its own; it ends with the test. */
function startBot(emulator: Emulator, way: Way): void {
  const { script, flags = [], environment } = way(emulator);
  const { clientId: CLIENT_ID, clientSecret: CLIENT_SECRET } = credentials;
  const child = spawn(process.execPath, [...flags, here(script)], {
    env: { ...environment, CLIENT_ID, CLIENT_SECRET, TEMPLATE_ID: TEMPLATE },
    stdio: ["ignore", "ignore", "inherit"],
  });
  onTestFinished(() => void child.kill());
}

describe("a bot made with the official SDK and written for DingTalk itself", () => {
  test.each<[string, Way]>([
    ["with a preload, by import", preload("bot-by-import.ts")],
    ["with a preload, by require", preload("bot-by-require.ts")],
    ["through the proxy, with no code", proxied],
  ])("works on the emulator %s", async (_, way) => {
    const emulator = await startEmulator(way === proxied ? { proxyPort: 0 } : {});
    startBot(emulator, way);
    const state = () => emulator.control<{ robots: object[] }>("/state");
    await expect.poll(state, { timeout: 10_000 }).toMatchObject({ body: { robots: [{ connections: 1 }] } });

    await emulator.control("/users/district/say", { text: "帮助" });
    const chat = async () => (await emulator.messages("district")).map(({ text, card }) => card?.data.title ?? text);
    await expect.poll(chat).toEqual(["帮助", "听到：帮助", "请确认"]);

    const press = { outTrackId: "card-1", actionId: "accept" };
    const pressed = await emulator.control("/users/district/press", press);
    expect(pressed.body).toMatchObject({ accepted: true, version: 2 });
    expect((await emulator.card("district", "card-1")).data.title).toBe("已确认");

    await emulator.control("/users", { userId: "new", name: "新来的人", mobile: "13800000009", title: "科员" });
    await emulator.idle();
    const { entries } = (await emulator.control<{ entries: object[] }>("/traffic")).body;
    expect(entries.at(-2)).toMatchObject({ request: { type: "EVENT", headers: { eventType: "user_add_org" } } });
    expect(entries.at(-1)).toMatchObject({ name: "ack", request: { code: 200, data: '{"status":"SUCCESS"}' } });
  });
});
