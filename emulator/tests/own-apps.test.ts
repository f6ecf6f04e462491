import { describe, expect, test } from "vitest";
import { appOf } from "./support/app.ts";
import { connectBot } from "./support/stream-client.ts";
import { credentials, startEmulator } from "./support/world.ts";

const REDIRECT = "http://127.0.0.1:9/back?from=dingtalk";
const loginPage = (query: Record<string, string>): string =>
  `https://login.dingtalk.com/oauth2/auth?${new URLSearchParams({ response_type: "code", scope: "openid", ...query })}`;

/** Somebody presses a link to the login page that the robot sent. */
async function startWithLogin(query: Record<string, string>) {
  const emulator = await startEmulator();
  await emulator.platform("POST", "/v1.0/robot/oToMessages/batchSend", {
    robotCode: credentials.robotCode,
    userIds: ["district"],
    msgKey: "sampleLink",
    msgParam: JSON.stringify({ title: "登录", text: "看板", messageUrl: loginPage(query) }),
  });
  const linkId = (await emulator.messages("district")).at(-1)?.links?.[0]?.linkId;
  const press = () => emulator.control<{ url: string }>("/users/district/follow", { linkId });
  return { emulator, press };
}

const { clientId, clientSecret } = credentials;
const tokenFor = (emulator: Awaited<ReturnType<typeof startEmulator>>, more: object) =>
  emulator.request<{ accessToken: string; refreshToken: string; code?: string }>("/v1.0/oauth2/userAccessToken", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ clientId, clientSecret, grantType: "authorization_code", ...more }),
  });

describe("who logs in by DingTalk's page", () => {
  test("comes back with a code for one token, which tells who it is", async () => {
    const { emulator, press } = await startWithLogin({ client_id: clientId, redirect_uri: REDIRECT, state: "状态" });
    const back = new URL((await press()).body.url);
    const code = back.searchParams.get("authCode");

    expect([back.origin, back.searchParams.get("from"), back.searchParams.get("state")]).toEqual([
      "http://127.0.0.1:9",
      "dingtalk",
      "状态",
    ]);
    const { body } = await tokenFor(emulator, { code });
    const who = (token: string, id = "me") =>
      emulator.request(`/v1.0/contact/users/${id}`, { headers: { "x-acs-dingtalk-access-token": token } });
    expect((await who(body.accessToken)).body).toMatchObject({ nick: "区县经办人", unionId: "union-district" });
    expect((await who(body.accessToken, "union-organizer")).body).toMatchObject({ nick: "活动负责人" });
    expect((await who(await emulator.token())).status).toBe(404);
    expect((await who("none")).body.code).toBe("InvalidAuthentication");
    expect((await tokenFor(emulator, { code })).body.code).toBe("invalidParameter.authCode.notFound");
    const renewed = await tokenFor(emulator, { grantType: "refresh_token", refreshToken: body.refreshToken });
    expect((await who(renewed.body.accessToken)).body).toMatchObject({ unionId: "union-district" });
  });

  test("is not let through to an app nobody knows, nor to no address", async () => {
    const unknown = await startWithLogin({ client_id: "dingother", redirect_uri: REDIRECT });
    const nowhere = await startWithLogin({ client_id: clientId, redirect_uri: "back" });

    expect([(await unknown.press()).status, (await nowhere.press()).status]).toEqual([404, 400]);
  });

  test("gets no token with another app's secret", async () => {
    const { emulator } = await startWithLogin({});

    expect((await tokenFor(emulator, { clientSecret: "other", code: "1" })).body.code).toBe("invalidClientIdOrSecret");
  });
});

test("both gateways list the organisation's apps under the same number", async () => {
  const app = appOf(await startEmulator());
  interface Apps {
    appList: { agentId: number; name: string }[];
  }

  const [listed] = (await app.get<Apps>("/v1.0/microApp/allInnerApps")).body.appList;
  const old = (await app.oapi<Apps & { errcode: number }>("/microapp/list")).body;

  expect(listed).toMatchObject({ name: "家园助手", robotInfo: { robotCode: credentials.robotCode } });
  expect([old.errcode, old.appList[0]?.agentId]).toEqual([0, listed?.agentId]);
});

test("both gateways give a page the same ticket", async () => {
  const emulator = await startEmulator();
  const app = appOf(emulator);

  const { jsapiTicket } = (await emulator.platform("POST", "/v1.0/oauth2/jsapiTickets", {})).body;
  const old = await app.get(`/get_jsapi_ticket?access_token=${await emulator.token()}`);

  expect(old.body).toMatchObject({ errcode: 0, ticket: jsapiTicket, expires_in: 7200 });
});

describe("a robot's reaction to a message", () => {
  const react = async () => {
    const emulator = await startEmulator();
    const bot = await connectBot(emulator.url);
    await emulator.control("/users/district/say", { text: "帮助" });
    await emulator.idle();
    const { msgId: openMsgId, conversationId: openConversationId } = bot.messages[0]?.data ?? {};
    const emotion = { robotCode: credentials.robotCode, openMsgId, openConversationId, emotionType: 2 };
    const say = (what: "reply" | "recall", words: string, more: object = {}) =>
      emulator.platform("POST", `/v1.0/robot/emotion/${what}`, { ...emotion, emotionName: words, ...more });
    const shown = async () => (await emulator.messages("district")).find(({ text }) => text === "帮助")?.emotions;
    return { say, shown };
  };

  test("stands at the message, once, until it is taken back", async () => {
    const { say, shown } = await react();
    const from = credentials.robotCode;

    await say("reply", "思考中");
    await say("reply", "思考中");
    await say("reply", "完成");
    expect(await shown()).toEqual([
      { from, text: "思考中" },
      { from, text: "完成" },
    ]);
    await say("recall", "思考中");
    await say("recall", "完成");
    expect(await shown()).toBeUndefined();
  });

  test("without words, to no message, or of another robot is refused", async () => {
    const { say, shown } = await react();
    const codes = [
      (await say("reply", "")).body.code,
      (await say("reply", "好", { openMsgId: "msgNONE==" })).body.code,
      (await say("reply", "好", { robotCode: "dingother" })).body.code,
    ];

    expect(codes).toEqual([
      "invalidParameter.param.invalid",
      "invalidParameter.openMsgId",
      "invalidParameter.robotCode.auth",
    ]);
    expect(await shown()).toBeUndefined();
  });
});
