import { describe, expect, test } from "vitest";
import { connectBot } from "./support/stream-client.ts";
import { GROUP, startEmulator, TEMPLATE } from "./support/world.ts";

const form = JSON.stringify({
  fields: [
    { name: "reason", label: "说明", type: "TEXT", required: true, requiredMsg: "请填写说明" },
    {
      name: "level",
      label: "等次",
      type: "SELECT",
      options: [
        { value: "a", text: "优秀" },
        { value: "b", text: "良好" },
      ],
    },
    { name: "until", label: "延期至", type: "DATE" },
    { name: "count", label: "户数", type: "NUMBER" },
  ],
});

const request = (outTrackId: string, more: object = {}) => ({
  cardTemplateId: TEMPLATE,
  outTrackId,
  callbackType: "STREAM",
  cardData: { cardParamMap: { title: "推荐名单", body: "请确认。", v: "1", form, buttonStatus: "normal" } },
  openSpaceId: "dtv1.card//IM_ROBOT.district",
  imRobotOpenSpaceModel: { supportForward: true },
  imRobotOpenDeliverModel: { spaceType: "IM_ROBOT" },
  ...more,
});

const CREATE = "/v1.0/card/instances/createAndDeliver";
const UPDATE = "/v1.0/card/instances";

describe("a card", () => {
  test("appears in the person's chat as the template draws it", async () => {
    const emulator = await startEmulator();

    const { status, body } = await emulator.platform("POST", CREATE, request("card-1"));

    expect(status).toBe(200);
    expect(body).toMatchObject({
      success: true,
      result: { outTrackId: "card-1", deliverResults: [{ spaceType: "IM_ROBOT", spaceId: "district", success: true }] },
    });
    const [message] = await emulator.messages("district");
    expect(message).toMatchObject({ kind: "card", card: { outTrackId: "card-1", version: 1 } });
    expect(message?.card?.text).toContain("推荐名单");
    expect(message?.card?.actions).toEqual([{ actionId: "accept", label: "接受", disabled: false }]);
  });

  test("is refused when its outTrackId is taken or its template unknown", async () => {
    const emulator = await startEmulator();
    await emulator.platform("POST", CREATE, request("card-1"));

    const again = await emulator.platform("POST", CREATE, request("card-1"));
    const unknown = await emulator.platform("POST", CREATE, request("card-2", { cardTemplateId: "none.schema" }));

    expect([again.status, again.body.code]).toEqual([400, "param.cardAlreadyExist"]);
    expect([unknown.status, unknown.body.code]).toEqual([400, "param.templateNotExist"]);
  });

  test("is refused when a value is not a string", async () => {
    const emulator = await startEmulator();

    const { status, body } = await emulator.platform(
      "POST",
      CREATE,
      request("card-1", { cardData: { cardParamMap: { title: 1 } } }),
    );

    expect([status, body.code]).toEqual([400, "param.invalid"]);
  });

  test("takes a value that is not a string as text, with a warning, where nobody is strict", async () => {
    const emulator = await startEmulator();
    await emulator.control("/settings", { strict: false });

    await emulator.platform("POST", CREATE, request("card-1", { cardData: { cardParamMap: { title: 1 } } }));

    expect((await emulator.card("district", "card-1")).data.title).toBe("1");
    const { warnings } = (await emulator.control<{ warnings: { code: string }[] }>("/warnings")).body;
    expect(warnings.map(({ code }) => code)).toEqual(["card.notAString"]);
  });

  test("keeps its other values when updated by key, and loses them otherwise", async () => {
    const emulator = await startEmulator();
    await emulator.platform("POST", CREATE, request("card-1"));

    const cardData = { cardParamMap: { body: "已确认。" } };
    const options = { cardUpdateOptions: { updateCardDataByKey: true } };
    await emulator.platform("PUT", UPDATE, { outTrackId: "card-1", cardData, ...options });
    expect((await emulator.card("district", "card-1")).data).toMatchObject({ title: "推荐名单", body: "已确认。" });

    await emulator.platform("PUT", UPDATE, { outTrackId: "card-1", cardData });
    expect((await emulator.card("district", "card-1")).data).toEqual({ body: "已确认。" });
  });

  test("shows a person their own values over the public ones", async () => {
    const emulator = await startEmulator();
    await emulator.platform(
      "POST",
      CREATE,
      request("card-1", {
        openSpaceId: `dtv1.card//IM_GROUP.${GROUP}`,
        imGroupOpenDeliverModel: { robotCode: "dingtestapp" },
        privateData: { organizer: { cardParamMap: { body: "请批准。" } } },
      }),
    );

    expect((await emulator.card("organizer", "card-1")).data.body).toBe("请批准。");
    expect((await emulator.card("district", "card-1")).data.body).toBe("请确认。");
  });

  test("keeps its earlier faces", async () => {
    const emulator = await startEmulator();
    await emulator.platform("POST", CREATE, request("card-1"));
    const update = { outTrackId: "card-1", cardData: { cardParamMap: { title: "名单已定" } } };
    await emulator.platform("PUT", UPDATE, update);

    const card = await emulator.card("district", "card-1");

    expect(card.version).toBe(2);
    expect(card.versions.map(({ version, cause }) => ({ version, cause }))).toEqual([{ version: 1, cause: "created" }]);
    expect(card.versions[0]?.text).toContain("推荐名单");
  });
});

describe("a press", () => {
  const answer = {
    cardUpdateOptions: { updateCardDataByKey: true, updatePrivateDataByKey: true },
    cardData: { cardParamMap: { body: "已接受。" } },
    userPrivateData: { cardParamMap: { buttonStatus: "disabled", toast: "已记录。" } },
  };

  test("is answered with the card's new face and a toast", async () => {
    const emulator = await startEmulator();
    const bot = await connectBot(emulator.url, { answersPress: () => answer });
    await emulator.platform("POST", CREATE, request("card-1"));

    const { body } = await emulator.control("/users/district/press", { outTrackId: "card-1", actionId: "accept" });

    expect(body).toEqual({ accepted: true, toast: "已记录。", version: 2 });
    const frame = bot.presses[0]?.data;
    expect(frame).toMatchObject({ type: "actionCallback", outTrackId: "card-1", userId: "district" });
    expect(JSON.parse(String(frame?.content))).toEqual({
      cardPrivateData: { actionIds: ["accept"], params: { action: "accept", v: "1" } },
    });
    const card = await emulator.card("district", "card-1");
    expect(card.data).toMatchObject({ title: "推荐名单", body: "已接受。", buttonStatus: "disabled" });
    expect(card.data).not.toHaveProperty("toast");
    expect(card.actions).toEqual([{ actionId: "accept", label: "接受", disabled: true }]);
  });

  test("on a disabled button is refused, unless the person had an older face before them", async () => {
    const emulator = await startEmulator();
    await connectBot(emulator.url, { answersPress: () => answer });
    await emulator.platform("POST", CREATE, request("card-1"));
    const press = { outTrackId: "card-1", actionId: "accept" };
    await emulator.control("/users/district/press", press);

    const onNewest = await emulator.control("/users/district/press", press);
    const onFirst = await emulator.control("/users/district/press", { ...press, version: 1 });

    expect(onNewest.status).toBe(409);
    expect(onFirst.body.accepted).toBe(true);
  });

  test("that nobody answers in time is not accepted, changes nothing and says what the template says then", async () => {
    const emulator = await startEmulator();
    await emulator.control("/settings", { cardAnswerMs: 50 });
    await connectBot(emulator.url, { answersPress: () => undefined });
    await emulator.platform("POST", CREATE, request("card-1"));

    const { body } = await emulator.control("/users/district/press", { outTrackId: "card-1", actionId: "accept" });

    expect(body).toEqual({ accepted: false, toast: "未能送达", version: 1 });
  });

  test("by someone who does not see the card is unknown", async () => {
    const emulator = await startEmulator();
    await emulator.platform("POST", CREATE, request("card-1"));

    const { status } = await emulator.control("/users/outsider/press", { outTrackId: "card-1", actionId: "accept" });

    expect(status).toBe(404);
  });
});

test("a tampered press reaches the bot as it is, whatever the card shows", async () => {
  const emulator = await startEmulator();
  const bot = await connectBot(emulator.url, { answersPress: () => null });

  const { body } = await emulator.control("/users/outsider/callback", {
    outTrackId: "no-such-card",
    actionIds: ["approve"],
    params: { action: "selection.approve" },
  });

  expect(body).toEqual({ accepted: true, version: 0 });
  expect(bot.presses[0]?.data).toMatchObject({ outTrackId: "no-such-card", userId: "outsider" });
});

describe("a submitted form", () => {
  test("carries the values as the client encodes them", async () => {
    const emulator = await startEmulator();
    const bot = await connectBot(emulator.url, { answersPress: () => ({}) });
    await emulator.platform("POST", CREATE, request("card-1"));

    const values = { reason: "雨天", level: "良好", until: "2023-08-20", count: "120" };
    const { body } = await emulator.control("/users/district/submit", { outTrackId: "card-1", values });

    expect(body).toEqual({ accepted: true, missing: [], version: 1 });
    expect(JSON.parse(String(bot.presses[0]?.data.content))).toEqual({
      cardPrivateData: {
        actionIds: ["apply"],
        params: {
          action: "apply",
          form: { reason: "雨天", level: { index: 1, value: "b" }, until: "2023-08-20", count: 120 },
        },
      },
    });
  });

  test("without a required field is held back and says which", async () => {
    const emulator = await startEmulator();
    await emulator.platform("POST", CREATE, request("card-1"));

    const { body } = await emulator.control("/users/district/submit", { outTrackId: "card-1", values: { level: "a" } });

    expect(body).toEqual({ accepted: false, toast: "请填写说明", missing: ["reason"], version: 1 });
  });
});
