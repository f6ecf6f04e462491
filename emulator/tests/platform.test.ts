import { describe, expect, test } from "vitest";
import { credentials, GROUP, startEmulator } from "./support/world.ts";

const SEND = "/v1.0/robot/groupMessages/send";

const message = {
  robotCode: credentials.robotCode,
  openConversationId: GROUP,
  msgKey: "sampleText",
  msgParam: JSON.stringify({ content: "通知" }),
};

const asJson = (token: string): RequestInit => ({
  method: "POST",
  headers: { "content-type": "application/json", "x-acs-dingtalk-access-token": token },
  body: JSON.stringify(message),
});

describe("an access token", () => {
  test("is the same from both gateways while it is valid", async () => {
    const emulator = await startEmulator();

    const first = await emulator.token();
    const { body } = await emulator.request(
      `/gettoken?appkey=${credentials.clientId}&appsecret=${credentials.clientSecret}`,
      {},
    );

    expect(body).toEqual({ errcode: 0, errmsg: "ok", access_token: first, expires_in: 7200 });
    expect(await emulator.token()).toBe(first);
  });

  test("is not given for a wrong secret", async () => {
    const emulator = await startEmulator();

    const { status, body } = await emulator.request("/v1.0/oauth2/accessToken", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ appKey: credentials.clientId, appSecret: "wrong" }),
    });

    expect([status, body.code]).toEqual([400, "invalidClientIdOrSecret"]);
  });

  test("that is unknown is refused in the words of each gateway", async () => {
    const emulator = await startEmulator();

    const api = await emulator.request(SEND, asJson("unknown"));
    const oapi = await emulator.request("/topapi/v2/user/get?access_token=unknown", { method: "POST" });

    expect([api.status, api.body.code]).toEqual([400, "InvalidAuthentication"]);
    expect([oapi.status, oapi.body.errcode]).toEqual([200, 40014]);
  });
});

test("the twenty-first call of one interface within a second is throttled", async () => {
  const emulator = await startEmulator();
  const token = await emulator.token();

  const replies = await Promise.all(Array.from({ length: 21 }, () => emulator.request(SEND, asJson(token))));

  const refused = replies.filter(({ status }) => status !== 200);
  expect(refused).toHaveLength(1);
  expect([refused[0]?.status, refused[0]?.body.code]).toEqual([403, "Forbidden.AccessDenied.QpsLimitForAppkeyAndApi"]);
});

test("a call the emulator does not know is 501 with its name, in the traffic and the warnings too", async () => {
  const emulator = await startEmulator();

  const { status, body } = await emulator.platform("POST", "/v1.0/robot/dances", {});

  expect(status).toBe(501);
  expect(body.message).toContain("POST /v1.0/robot/dances");
  const { entries } = (await emulator.control<{ entries: { name: string; status: number }[] }>("/traffic")).body;
  expect(entries.at(-1)).toMatchObject({ name: "POST /v1.0/robot/dances", status: 501 });
  const { warnings } = (await emulator.control<{ warnings: { code: string }[] }>("/warnings")).body;
  expect(warnings.map(({ code }) => code)).toEqual(["platform.unknownCall"]);
});

test("an unknown call of the old gateway is answered 200 with its own error", async () => {
  const emulator = await startEmulator();

  const { status, body } = await emulator.request("/topapi/dance/start", { method: "POST" });

  expect([status, body.errcode]).toEqual([200, 404]);
  const { entries } = (await emulator.control<{ entries: { name: string; status: number }[] }>("/traffic")).body;
  expect(entries.at(-1)).toMatchObject({ name: "POST /topapi/dance/start", status: 200 });
  const { warnings } = (await emulator.control<{ warnings: { code: string }[] }>("/warnings")).body;
  expect(warnings.map(({ code }) => code)).toEqual(["platform.unknownCall"]);
});

test("no secret shows in the traffic", async () => {
  const emulator = await startEmulator();
  const token = await emulator.token();
  await emulator.request(`/gettoken?appkey=${credentials.clientId}&appsecret=${credentials.clientSecret}`, {});
  await emulator.request(`/topapi/v2/user/get?access_token=${token}`, { method: "POST" });

  const text = JSON.stringify((await emulator.control("/traffic")).body);

  expect(text).toContain("/topapi/v2/user/get");
  expect(text).not.toContain(token);
  expect(text).not.toContain(credentials.clientSecret);
});

test("the quota counts calls that succeed, not tokens, contacts and failures, by month of emulated time", async () => {
  const emulator = await startEmulator();
  const token = await emulator.token();
  await emulator.request(SEND, asJson(token));
  await emulator.request(SEND, asJson("unknown"));
  await emulator.request(`/topapi/v2/user/get?access_token=${token}`, { method: "POST" });
  await emulator.control("/clock/advance", { to: "2023-09-01T09:00:00+08:00" });
  await emulator.request(SEND, asJson(token));

  const { body } = await emulator.control("/usage");

  const month = { apiCalls: 1, pushes: 0, byApi: { [`POST ${SEND}`]: 1 } };
  expect(body).toEqual({
    apiCalls: 2,
    pushes: 0,
    byApi: { [`POST ${SEND}`]: 2 },
    months: { "2023-08": month, "2023-09": month },
  });
});
