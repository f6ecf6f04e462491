import { describe, expect, test } from "vitest";
import { credentials, GROUP, startEmulator } from "../support/world.ts";
import { openRawStream } from "./raw-stream.ts";
import { bodyOf, expectSample } from "./sample-world.ts";

type Emulator = Awaited<ReturnType<typeof startEmulator>>;

const { robotCode } = credentials;
const DIRECT = "/v1.0/robot/oToMessages/batchSend";
const TO_GROUP = "/v1.0/robot/groupMessages/send";

const json = (body: object): RequestInit => ({
  method: "POST",
  headers: { "content-type": "application/json" },
  body: JSON.stringify(body),
});

/** A call of the old gateway, with the token in its address. */
const oapi = async (emulator: Emulator, path: string, init: RequestInit) =>
  emulator.request(`${path}${path.includes("?") ? "&" : "?"}access_token=${await emulator.token()}`, init);

const get = async (emulator: Emulator, path: string, query: Record<string, string>) =>
  emulator.request(`${path}?${new URLSearchParams(query)}`, {
    headers: { "x-acs-dingtalk-access-token": await emulator.token() },
  });

async function upload(emulator: Emulator, name: string) {
  const form = new FormData();
  form.append("media", new Blob(["台账"]), name);
  return oapi(emulator, "/media/upload?type=file", { method: "POST", body: form });
}

/** What a person gets as the answer to a word they said: the address of the session it opened. */
async function sessionOf(emulator: Emulator): Promise<string> {
  const stream = await openRawStream(emulator);
  await emulator.control("/users/district/say", { text: "督办" });
  const message = await stream.next();
  stream.answer("39", message);
  const { pathname, search } = new URL(JSON.parse(message.data).sessionWebhook);
  return `${pathname}${search}`;
}

describe("messages of the robot", () => {
  test("sample 60 reaches both people, and samples 61, 64 and 66 tell of it", async () => {
    const emulator = await startEmulator();

    const sent = await emulator.platform("POST", DIRECT, bodyOf("60"));
    const processQueryKey = String(sent.body.processQueryKey);
    await emulator.control("/users/district/read", { messageId: "all" });
    const readers = await get(emulator, "/v1.0/robot/oToMessages/readStatus", { robotCode, processQueryKey });
    const body = { robotCode, processQueryKeys: [processQueryKey] };
    const recalled = await emulator.platform("POST", "/v1.0/robot/otoMessages/batchRecall", body);

    expectSample("61", sent.body);
    expectSample("64", readers.body);
    expectSample("66", recalled.body);
    const text = "### 督办提醒\n- 截止：11月30日";
    const shown = [{ kind: "markdown", title: "督办提醒", text, recalled: true }];
    expect(await emulator.messages("district")).toMatchObject(shown);
    expect(await emulator.messages("organizer")).toMatchObject(shown);
  });

  test("sample 61 names who is not there", async () => {
    const emulator = await startEmulator();

    const { body } = await emulator.platform("POST", DIRECT, { ...bodyOf("60"), userIds: ["district", "ghost"] });

    expectSample("61", body);
    expect(body.invalidStaffIdList).toEqual(["ghost"]);
  });

  test("sample 62 shows the file of sample 68 in the group, and samples 63 and 65 tell of it", async () => {
    const emulator = await startEmulator();

    const file = await upload(emulator, "台账.xlsx");
    const named = { "@lAzPDg001": String(file.body.media_id) };
    const sent = await emulator.platform("POST", TO_GROUP, bodyOf("62", named));
    for (const person of ["district", "organizer"])
      await emulator.control(`/users/${person}/read`, { messageId: "all" });
    const query = { robotCode, openConversationId: GROUP, processQueryKey: sent.body.processQueryKey, maxResults: 1 };
    const readers = await emulator.platform("POST", "/v1.0/robot/groupMessages/query", query);

    expectSample("68", file.body);
    expectSample("63", sent.body);
    expectSample("65", readers.body);
    const [message] = await emulator.messages("district", GROUP);
    expect(message).toMatchObject({ kind: "file", file: { fileName: "台账.xlsx", size: 6 } });
  });

  test("sample 67 lies in the person's DING box", async () => {
    const emulator = await startEmulator();

    expect((await emulator.platform("POST", "/v1.0/robot/ding/send", bodyOf("67"))).status).toBe(200);

    expect(await emulator.messages("district", "ding")).toMatchObject([
      { text: "督办件今日到期", ding: { remindType: 1 } },
    ]);
  });

  test("sample 69 leads to the file a person sent", async () => {
    const emulator = await startEmulator();
    const stream = await openRawStream(emulator);
    const form = new FormData();
    form.append("file", new File(["公文"], "附件2.docx"));
    await emulator.request("/_emulator/users/district/drop", { method: "POST", body: form });
    const { downloadCode } = JSON.parse((await stream.next()).data).content;

    const request = { downloadCode, robotCode };
    const { body } = await emulator.platform("POST", "/v1.0/robot/messageFiles/download", request);

    expectSample("69", body);
    expect(await (await fetch(String(body.downloadUrl))).text()).toBe("公文");
  });
});

describe("the session of a message", () => {
  test("takes sample 70 with sample 71, and a file with sample 73", async () => {
    const emulator = await startEmulator();
    const session = await sessionOf(emulator);

    const taken = await emulator.request(session, json(bodyOf("70")));
    const file = await emulator.request(session, json({ msgtype: "file", file: {} }));

    expect(taken.body).toEqual(bodyOf("71"));
    expect(file.body).toEqual(bodyOf("73"));
    const shown = (await emulator.messages("district")).map(({ kind, text }) => [kind, text]);
    expect(shown).toContainEqual(["markdown", "#### 收到 @district"]);
    expect(shown).toHaveLength(2);
  });

  test("answers with sample 72 once it is over", async () => {
    const emulator = await startEmulator();
    const session = await sessionOf(emulator);
    await emulator.control("/clock/advance", { ms: 90 * 60 * 1000 + 1 });

    expect((await emulator.request(session, json(bodyOf("70")))).body).toEqual(bodyOf("72"));
  });
});

describe("a refusal", () => {
  const refused = async (action: string): Promise<{ status: number; body: object }> => {
    const emulator = await startEmulator();
    await emulator.control("/faults", { rules: [{ match: { api: DIRECT }, action, times: 1 }] });
    return emulator.platform("POST", DIRECT, bodyOf("60"));
  };

  test.each([
    ["80", "expireToken", 400],
    ["80", "revokeToken", 400],
    ["81", "permission", 403],
    ["82", "throttle", 403],
    ["83", "quota", 403],
    ["84", "ban", 403],
    ["85", "unsafeContent", 400],
  ])("like sample %s is ordered as %s", async (number, action, status) => {
    const reply = await refused(action);

    expect(reply.status).toBe(status);
    expectSample(number, reply.body);
  });

  test("of a token that never was is sample 80 here and sample 86 at the old gateway", async () => {
    const emulator = await startEmulator();

    const api = await emulator.request(DIRECT, {
      method: "POST",
      headers: { "x-acs-dingtalk-access-token": "unknown" },
    });
    const old = await emulator.request("/topapi/v2/user/get?access_token=unknown", json({ userid: "district" }));

    expect([api.body.code, old.body]).toEqual([bodyOf("80").code, bodyOf("86")]);
    expectSample("80", api.body);
  });

  test("of the twenty-first person is sample 85", async () => {
    const emulator = await startEmulator();
    const userIds = Array.from({ length: 21 }, (_, n) => `user-${n}`);

    const { status, body } = await emulator.platform("POST", DIRECT, { ...bodyOf("60"), userIds });

    expect([status, body.code]).toEqual([400, bodyOf("85").code]);
    expectSample("85", body);
  });
});

test("tokens are given as in samples 87 and 88", async () => {
  const emulator = await startEmulator();
  const { clientId: appKey, clientSecret: appSecret } = credentials;

  const token = await emulator.request("/v1.0/oauth2/accessToken", json({ appKey, appSecret }));
  const old = await emulator.request(`/gettoken?appkey=${appKey}&appsecret=${appSecret}`, {});

  expectSample("87", token.body);
  expectSample("88", old.body);
});

test("sample 90 lies in the executor's list, and sample 91 answers it", async () => {
  const emulator = await startEmulator();

  const path = "/v1.0/todo/users/union-organizer/tasks?operatorId=union-organizer";
  const { status, body } = await emulator.platform("POST", path, bodyOf("90"));

  expect(status).toBe(200);
  expectSample("91", body);
  const given = {
    subject: "【督办】关于××",
    isOnlyShowExecutor: true,
    priority: 30,
    notifyConfigs: { dingNotify: "1" },
  };
  expect(body).toMatchObject(given);
  const todo = { subject: "【督办】关于××", done: false, detailUrl: "https://example.gov.cn/t/42" };
  expect(await emulator.messages("district", "todo")).toMatchObject([{ todo }]);
});

test("people are described as in samples 92 and 93", async () => {
  const emulator = await startEmulator();

  const byMobile = await oapi(emulator, "/topapi/v2/user/getbymobile", json({ mobile: "13800000002" }));
  const byId = await oapi(emulator, "/topapi/v2/user/get", json({ userid: "district" }));

  expectSample("92", byMobile.body);
  expectSample("93", byId.body);
});
