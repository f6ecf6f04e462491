import { once } from "node:events";
import { cpSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { type ClientOptions, WebSocket } from "ws";
import { createEmulator } from "../src/create-emulator.ts";
import { readyLine } from "../src/main.ts";
import { loadOrCreateCertificate } from "../src/proxy/stored-certificate.ts";
import { askOver, askTunnel, askWhole, greeting, openSecurely } from "./support/through-proxy.ts";
import { credentials, seed, startEmulator, temporaryFolder } from "./support/world.ts";

const TOKEN = `/gettoken?appkey=${credentials.clientId}&appsecret=${credentials.clientSecret}`;

/** Made once for the file, since making a certificate takes its time. */
const certificate = join(temporaryFolder(), "proxy");
beforeAll(() => loadOrCreateCertificate(certificate));

async function startWithProxy() {
  const dataDir = temporaryFolder();
  cpSync(certificate, join(dataDir, "emulator/proxy"), { recursive: true });
  const emulator = await startEmulator({ proxyPort: 0, dataDir });
  const { proxy } = emulator;
  if (proxy === undefined) throw new Error("there is no proxy");
  const warnings = async () =>
    (await emulator.control<{ warnings: { code: string; message: string }[] }>("/warnings")).body.warnings;
  return { emulator: { ...emulator, dataDir }, proxy, warnings };
}

/** A fatal alert of TLS. */
const UNKNOWN_CA = Buffer.from([21, 3, 1, 0, 2, 2, 48]);

const API = { host: "api.dingtalk.com" };

const opening = {
  method: "POST",
  path: "/v1.0/gateway/connections/open",
  headers: { ...API, "content-type": "application/json" },
};

describe("a program that goes through the proxy", () => {
  test.each([
    "api.dingtalk.com",
    "oapi.dingtalk.com",
    "wss-open-connection.dingtalk.com",
    "wss-open-connection-union.dingtalk.com",
  ])("reaches the emulator as %s, encrypted", async (host) => {
    const { proxy } = await startWithProxy();

    const { status, body } = await askOver(await openSecurely(proxy, host), { path: TOKEN });

    expect(status).toBe(200);
    expect(JSON.parse(body)).toMatchObject({ errcode: 0, expires_in: 7200 });
  });

  test("reaches it in plain text inside a tunnel", async () => {
    const { proxy } = await startWithProxy();
    const { socket } = await askTunnel(proxy, "oapi.dingtalk.com:80");

    expect(JSON.parse((await askOver(socket, { path: TOKEN })).body)).toMatchObject({ errcode: 0 });
  });

  test.each(["http://oapi.dingtalk.com", "https://oapi.dingtalk.com", "https://oapi.dingtalk.com:443"])(
    "reaches it with the whole address %s in its request",
    async (address) => {
      const { proxy } = await startWithProxy();

      const { body } = await askWhole(proxy, { path: `${address}${TOKEN}` });

      expect(JSON.parse(body)).toMatchObject({ errcode: 0 });
    },
  );

  test("reaches the addresses that the emulator names in its replies", async () => {
    const { emulator, proxy } = await startWithProxy();
    const { socket } = await askTunnel(proxy, new URL(emulator.url).host);

    expect((await askOver(socket, { path: TOKEN })).status).toBe(200);
    expect((await askWhole(proxy, { path: `${emulator.url}${TOKEN}` })).status).toBe(200);
  });

  test("does not reach the control interface by DingTalk's names", async () => {
    const { proxy } = await startWithProxy();
    const path = "/_emulator/state";

    expect((await askOver(await openSecurely(proxy, "api.dingtalk.com"), { path, headers: API })).status).toBe(403);
    const headers = { host: "127.0.0.1" };
    expect((await askOver(await openSecurely(proxy, "api.dingtalk.com"), { path, headers })).status).toBe(403);
    const plain = await askTunnel(proxy, "api.dingtalk.com:80");
    expect((await askOver(plain.socket, { path, headers })).status).toBe(403);
    expect((await askWhole(proxy, { path: `http://api.dingtalk.com${path}`, headers })).status).toBe(403);
  });

  test.each(["example.com:443", "127.0.0.1:22", "dingtalk.com:443", "api.dingtalk.com.example.com:443", "/"])(
    "does not reach %j, with a sentence and a warning",
    async (target) => {
      const { proxy, warnings } = await startWithProxy();

      const { status, body } = await askTunnel(proxy, target);

      expect([status, body]).toEqual([403, `本地模拟器的代理只通往钉钉的接口，不通往 ${target}。`]);
      expect((await warnings()).map(({ code }) => code)).toEqual(["proxy.refused"]);
    },
  );

  test("does not reach other hosts by a whole address either", async () => {
    const { proxy } = await startWithProxy();

    expect(await askWhole(proxy, { path: "http://example.com/" })).toMatchObject({
      status: 403,
      body: "本地模拟器的代理只通往钉钉的接口，不通往 example.com。",
    });
    expect((await askWhole(proxy, { path: "/" })).status).toBe(400);
  });

  test("and does not trust the certificate finds the file to trust in the warnings", async () => {
    const { proxy, warnings } = await startWithProxy();
    const { socket } = await askTunnel(proxy, "api.dingtalk.com:443");

    socket.write(await greeting("api.dingtalk.com"));
    socket.write(UNKNOWN_CA);

    await expect
      .poll(warnings)
      .toMatchObject([{ code: "proxy.untrusted", message: expect.stringContaining(proxy.caFile) }]);
  });
});

describe("a stream", () => {
  const MESSAGES = [{ type: "CALLBACK", topic: "/v1.0/im/bot/messages/get" }];
  const open = async ({ ua = "", streamEndpoint = "auto" } = {}) => {
    const { emulator, proxy } = await startWithProxy();
    await emulator.control("/settings", { streamEndpoint });
    const body = JSON.stringify({ ...credentials, ua, subscriptions: MESSAGES });
    const reply = await askOver(await openSecurely(proxy, "api.dingtalk.com"), { ...opening, body });
    const { endpoint, ticket }: { endpoint: string; ticket: string } = JSON.parse(reply.body);
    return { emulator, proxy, endpoint, address: `${endpoint}?ticket=${ticket}` };
  };
  const connections = async ({ control }: Awaited<ReturnType<typeof startEmulator>>) =>
    (await control<{ robots: { connections: number }[] }>("/state")).body.robots.map((robot) => robot.connections);
  const opened = async (address: string, options: ClientOptions = {}) => {
    const socket = new WebSocket(address, options);
    onTestFinished(() => socket.terminate());
    await once(socket, "open");
  };

  test("leads straight to the emulator, since most WebSocket clients know no proxy", async () => {
    const { emulator, endpoint, address } = await open();

    await opened(address);

    expect(endpoint).toBe(`${emulator.url.replace("http", "ws")}/connect`);
    expect(await connections(emulator)).toEqual([1]);
  });

  test.each([
    ["where the client knows nothing else", { ua: "java/1.3.12-union" }],
    ["where that is set", { streamEndpoint: "wss" }],
  ])("is encrypted %s, at the proxy's own port", async (_, asked) => {
    const { emulator, proxy, endpoint, address } = await open(asked);

    await opened(address, { ca: readFileSync(proxy.caFile) });

    expect(endpoint).toBe(`wss://localhost:${new URL(proxy.url).port}/connect`);
    expect(await connections(emulator)).toEqual([1]);
  });

  test.each([
    ["auto", "https://oapi.dingtalk.com"],
    ["dingtalk", "https://oapi.dingtalk.com"],
    ["local", "http://127.0.0.1"],
  ])("asked for by DingTalk's name gives session webhooks by setting %s under %s", async (sessionWebhook, base) => {
    const { emulator, address } = await open();
    await emulator.control("/settings", { sessionWebhook });
    const socket = new WebSocket(address);
    onTestFinished(() => socket.terminate());
    await once(socket, "open");
    const frame = once(socket, "message");
    await emulator.control("/users/district/say", { text: "帮助" });

    const { data }: { data: string } = JSON.parse(String((await frame)[0]));
    expect(JSON.parse(data).sessionWebhook).toMatch(new RegExp(`^${base}(:\\d+)?/robot/sendBySession\\?session=`));
  });

  test("is in plain text for every client where that is set", async () => {
    expect((await open({ ua: "java/1.3.12-union", streamEndpoint: "ws" })).endpoint).toMatch(/^ws:/);
  });

  test("is found by clients that take the proxy for it too", async () => {
    const { emulator, proxy, address } = await open();
    const { host, pathname, search } = new URL(address);
    await opened(`${proxy.url.replace("http", "ws")}${pathname}${search}`, {
      finishRequest: (request) => {
        request.path = `http://${host}${pathname}${search}`;
        request.end();
      },
    });

    expect(await connections(emulator)).toEqual([1]);
  });

  test("is found encrypted inside a tunnel too", async () => {
    const { emulator, proxy, address } = await open({ streamEndpoint: "wss" });
    const stream = await openSecurely(proxy, "localhost", Number(new URL(address).port));
    await opened(address, { createConnection: () => stream });

    expect(await connections(emulator)).toEqual([1]);
  });

  test("is found under DingTalk's own address by clients that have that built in", async () => {
    const { emulator, proxy, address } = await open();
    const stream = await openSecurely(proxy, "wss-open-connection.dingtalk.com");
    const { pathname, search } = new URL(address);
    await opened(`wss://wss-open-connection.dingtalk.com${pathname}${search}`, { createConnection: () => stream });

    expect(await connections(emulator)).toEqual([1]);
  });
});

describe("the ready line", () => {
  test("names the proxy and the certificate to trust, below the data folder", async () => {
    const { emulator } = await startWithProxy();
    const { url, env, dataDir } = emulator;

    expect(JSON.parse(readyLine(emulator))).toEqual({
      ready: "emulator",
      url,
      pid: process.pid,
      env,
      proxy: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/),
      caFile: join(dataDir, "emulator/proxy/ca.pem"),
    });
  });

  test("names neither without a proxy", async () => {
    const emulator = await startEmulator();

    expect(Object.keys(JSON.parse(readyLine(emulator)))).toEqual(["ready", "url", "pid", "env"]);
  });
});

test("an emulator ends although programs hold tunnels open", async () => {
  const emulator = await createEmulator({ port: 0, proxyPort: 0, seed, now: "real" });
  const { proxy = { url: "", caFile: "" } } = emulator;
  const silent = await askTunnel(proxy, "api.dingtalk.com:443");
  const secure = await openSecurely(proxy, "api.dingtalk.com");
  const gone = Promise.all([once(silent.socket, "close"), once(secure, "close")]);
  for (const stream of [silent.socket, secure]) stream.on("error", () => {}).resume();

  await emulator.close();

  await gone;
});

test("a client that offers HTTP/2 is answered in the HTTP it asked with", async () => {
  const emulator = await startEmulator();

  const headers = { connection: "Upgrade, HTTP2-Settings", upgrade: "h2c", "http2-settings": "AAEAAEAA" };
  const { status } = await askWhole({ url: emulator.url, caFile: "" }, { path: TOKEN, headers });

  expect(status).toBe(200);
});
