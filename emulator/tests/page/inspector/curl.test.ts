import { execFile, spawnSync } from "node:child_process";
import { promisify } from "node:util";
import { beforeAll, describe, expect, test } from "vitest";
import { curlOf } from "../../../page/inspector/curl.ts";
import type { TrafficEntry } from "../../../src/contract/instruments.ts";
import { knownCalls, nameOfCall } from "../../support/known-calls.ts";
import { connectBot } from "../../support/stream-client.ts";
import { credentials, startEmulator, TEMPLATE, GROUP as TEST_GROUP } from "../../support/world.ts";
import { ack, call, event, GROUP, message, posted, press } from "./entries.ts";

const ORIGIN = "http://127.0.0.1:3100";
const command = (entry: TrafficEntry) => curlOf(entry, ORIGIN);

describe("a copied command", () => {
  test("of a call fetches a token first", () => {
    const lines = command(call("PUT /v1.0/card/instances", { outTrackId: "card-1" }))?.split("\n");

    expect(lines?.map((line) => line.split(/[ =]/)[0])).toEqual([
      "EMULATOR",
      "CLIENT_ID",
      "CLIENT_SECRET",
      "TOKEN",
      "curl",
      "",
      "",
      "",
      "",
    ]);
    expect(lines?.slice(4).join("\n")).toBe(
      [
        `curl -sS -X PUT "$EMULATOR"'/v1.0/card/instances' \\`,
        `  -H "x-acs-dingtalk-access-token: $TOKEN" \\`,
        `  -H 'content-type: application/json' \\`,
        `  -d '{"outTrackId":"card-1"}'`,
        "",
      ].join("\n"),
    );
  });

  test("puts a variable where a secret was, and names the one that must be set", () => {
    const reply = call("POST /robot/sendBySession", { msgtype: "text" }, { url: "/robot/sendBySession?session=***" });

    expect(command(reply)).toBe(
      [
        `EMULATOR='${ORIGIN}'`,
        `: "\${SESSION:?请先设置 SESSION：机器人消息 sessionWebhook 中的 session}"`,
        `curl -sS -X POST "$EMULATOR"'/robot/sendBySession?session='"$SESSION"'' \\`,
        `  -H 'content-type: application/json' \\`,
        `  -d '{"msgtype":"text"}'`,
        "",
      ].join("\n"),
    );
  });

  test("carries a token in its header where the call takes it there, and nowhere else", () => {
    const withHeader = (name: string) => command(call(name, {}))?.includes("x-acs-dingtalk-access-token") === true;
    // A person's own token, which no app's stands for.
    const others = ["POST /media/upload", "GET /v1.0/contact/users/:unionId"];
    const calls = knownCalls().filter((one) => !others.includes(nameOfCall(one)));

    expect(calls.map(nameOfCall).filter(withHeader)).toEqual(
      calls.filter(({ gateway, auth }) => gateway === "api" && auth === "token").map(nameOfCall),
    );
  });

  test("of a custom robot asks for the robot's own token, and for no app's", () => {
    const sent = call("POST /robot/send", { msgtype: "text" }, { url: "/robot/send?access_token=***" });

    expect(command(sent)).toBe(
      [
        `EMULATOR='${ORIGIN}'`,
        `: "\${ROBOT_TOKEN:?请先设置 ROBOT_TOKEN：自定义机器人地址中的 access_token}"`,
        `curl -sS -X POST "$EMULATOR"'/robot/send?access_token='"$ROBOT_TOKEN"'' \\`,
        `  -H 'content-type: application/json' \\`,
        `  -d '{"msgtype":"text"}'`,
        "",
      ].join("\n"),
    );
  });

  test("of what was pushed over HTTP is the same as of a frame", () => {
    expect(command(posted(message("m1", " 请问")))).toBe(command(message("m1", " 请问")));
    expect(command(posted(press("p1", { action: "look" })))).toBe(command(press("p1", { action: "look" })));
  });

  test("leaves other asterisks and quotes what a shell would read", () => {
    const body = { content: "***重要*** it's $HOME `x`" };

    expect(command(call("POST /v1.0/robot/ding/send", body))).toContain(
      String.raw`-d '{"content":"***重要*** it'\''s $HOME ${"`x`"}"}'`,
    );
  });

  test("of a message says the same in the same chat, without the space that stands for the @", () => {
    expect(command(message("m1", " 请问"))).toBe(
      [
        `EMULATOR='${ORIGIN}'`,
        `curl -sS -X POST "$EMULATOR"'/_emulator/users/keqiao-1/say' \\`,
        `  -H 'content-type: application/json' \\`,
        `  -d '{"conversationId":"${GROUP}","text":"请问"}'`,
        "",
      ].join("\n"),
    );
  });

  test("of a press sends the same parameters", () => {
    const copied = command(press("p1", { form: { name: "锦绣花园" } }));

    expect(copied).toContain("/_emulator/users/keqiao-1/callback");
    expect(copied).toContain(
      `-d '{"outTrackId":"card-1","actionIds":["submit"],"params":{"form":{"name":"锦绣花园"}}}'`,
    );
  });

  test("there is none of what cannot be done again", () => {
    expect(command(ack("m1"))).toBeUndefined();
    expect(command(event("robot_msg_read", {}))).toBeUndefined();
    expect(command(message("m1", "", { msgtype: "picture", content: {} }))).toBeUndefined();
    expect(command(call("POST /media/upload", undefined))).toBeUndefined();
    expect(command(call("POST /v1.0/robot/ding/send", { bytes: 70_000 }))).toBeUndefined();
  });
});

describe("run in a shell as it was copied, a command", () => {
  beforeAll(() => {
    const missing = ["bash", "curl", "sed"].filter((program) => spawnSync(program, ["--version"]).error !== undefined);
    if (missing.length > 0) throw new Error(`These tests run copied commands and need ${missing.join(", ")}.`);
  });

  type Emulator = Awaited<ReturnType<typeof startEmulator>>;

  async function run(emulator: Emulator, name: string): Promise<void> {
    const { body } = await emulator.control<{ entries: TrafficEntry[] }>("/traffic");
    const entry = body.entries.findLast((one) => one.name === name);
    const copied = entry === undefined ? undefined : curlOf(entry, emulator.url);
    await promisify(execFile)("bash", ["-euc", copied ?? "exit 1"]);
    await emulator.idle();
  }

  test("of a card puts another one, since an outTrackId cannot be used twice", async () => {
    const emulator = await startEmulator();
    const path = "/v1.0/card/instances/createAndDeliver";
    await emulator.platform("POST", path, {
      cardTemplateId: TEMPLATE,
      outTrackId: "card-1",
      cardData: { cardParamMap: { title: "请确认" } },
      openSpaceId: "dtv1.card//IM_ROBOT.district",
      imRobotOpenDeliverModel: { spaceType: "IM_ROBOT" },
    });

    await run(emulator, `POST ${path}`);

    const cards = (await emulator.messages("district")).flatMap(({ card }) => (card ? [card.outTrackId] : []));
    expect(cards).toEqual(["card-1", expect.stringMatching(/^again-\d+$/)]);
  });

  test("of a call to the group sends it once more", async () => {
    const emulator = await startEmulator();
    const path = "/v1.0/robot/groupMessages/send";
    const text = 'it\'s *** "通知"\n$HOME';
    await emulator.platform("POST", path, {
      robotCode: credentials.robotCode,
      openConversationId: TEST_GROUP,
      msgKey: "sampleText",
      msgParam: JSON.stringify({ content: text }),
    });

    await run(emulator, `POST ${path}`);

    expect((await emulator.messages("organizer", TEST_GROUP)).map((one) => one.text)).toEqual([text, text]);
  });

  test("of a message says it once more", async () => {
    const emulator = await startEmulator();
    const bot = await connectBot(emulator.url);
    await emulator.control("/users/district/say", { text: "申报", conversationId: TEST_GROUP });
    await emulator.idle();

    await run(emulator, "/v1.0/im/bot/messages/get");

    expect(bot.messages.map(({ data }) => data.text)).toEqual([{ content: " 申报" }, { content: " 申报" }]);
  });

  test("of a press presses once more", async () => {
    const emulator = await startEmulator();
    const bot = await connectBot(emulator.url, { answersPress: () => ({ response: {} }) });
    await emulator.platform("POST", "/v1.0/card/instances/createAndDeliver", {
      cardTemplateId: TEMPLATE,
      outTrackId: "card-1",
      callbackType: "STREAM",
      cardData: { cardParamMap: {} },
      openSpaceId: "dtv1.card//IM_ROBOT.district",
      imRobotOpenDeliverModel: { spaceType: "IM_ROBOT", robotCode: credentials.robotCode },
    });
    const params = { action: "look", form: { name: "锦绣花园" } };
    await emulator.control("/users/district/callback", { outTrackId: "card-1", actionIds: ["look"], params });

    await run(emulator, "/v1.0/card/instances/callback");

    const [first, second] = bot.presses.map(({ data }) => data);
    expect(bot.presses).toHaveLength(2);
    expect(second).toEqual(first);
  });

  test("of a look-up at the old gateway gives its answer", async () => {
    const emulator = await startEmulator();
    const token = await emulator.token();
    await emulator.request(`/topapi/v2/user/get?access_token=${token}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ userid: "district" }),
    });

    await run(emulator, "POST /topapi/v2/user/get");

    const { body } = await emulator.control<{ entries: TrafficEntry[] }>("/traffic");
    const lookUps = body.entries.filter(({ name }) => name === "POST /topapi/v2/user/get");
    expect(lookUps.map(({ response }) => Object(response).errcode)).toEqual([0, 0]);
  });
});
