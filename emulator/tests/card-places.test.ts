import { describe, expect, test } from "vitest";
import { appOf } from "./support/app.ts";
import { connectBot } from "./support/stream-client.ts";
import { GROUP, startEmulator, TEMPLATE } from "./support/world.ts";

const CREATE = "/v1.0/card/instances";
const DELIVER = "/v1.0/card/instances/deliver";
const card = (outTrackId: string, more: object = {}) => ({
  cardTemplateId: TEMPLATE,
  outTrackId,
  callbackType: "STREAM",
  cardData: { cardParamMap: { title: "推荐名单", buttonStatus: "normal" } },
  ...more,
});
const topDelivery = (outTrackId: string) => ({
  outTrackId,
  openSpaceId: `dtv1.card//ONE_BOX.${GROUP}`,
  topOpenDeliverModel: { expiredTimeMillis: Date.parse("2023-08-10T00:00:00+08:00") },
});
const close = (outTrackId: string, openConversationId = GROUP) =>
  `/v1.0/card/tops/close?${new URLSearchParams({ outTrackId, openConversationId })}`;

describe("a card at the top of a group", () => {
  test("is delivered where it may lie, without a carrierId, and closed", async () => {
    const emulator = await startEmulator();
    await emulator.platform("POST", CREATE, card("top", { topOpenSpaceModel: { spaceType: "ONE_BOX" } }));

    const delivered = await emulator.platform("POST", DELIVER, topDelivery("top"));
    const closed = await emulator.platform("POST", close("top"), {});

    expect(delivered.body).toEqual({
      success: true,
      result: [{ spaceType: "ONE_BOX", spaceId: GROUP, success: true, errorMsg: "" }],
    });
    expect(closed.body).toEqual({ success: true, result: true });
    expect(await emulator.messages("district", GROUP)).toEqual([]);
  });

  test("that has no top space is not delivered, though the call succeeds", async () => {
    const emulator = await startEmulator();
    await emulator.platform("POST", CREATE, card("flat"));

    const { status, body } = await emulator.platform("POST", DELIVER, topDelivery("flat"));

    expect(status).toBe(200);
    expect(body).toMatchObject({ success: true, result: [{ spaceType: "ONE_BOX", success: false }] });
  });

  test("is refused without its model, of another space, or where nothing is to be closed", async () => {
    const app = appOf(await startEmulator());
    await app.refusal("POST", CREATE, card("top", { topOpenSpaceModel: { spaceType: "ONE_BOX" } }));
    const { topOpenDeliverModel: _model, ...bare } = topDelivery("top");

    expect(await app.refusal("POST", DELIVER, bare)).toEqual([400, "param.openDeliverModelEmpty"]);
    expect(await app.refusal("POST", CREATE, card("odd", { topOpenSpaceModel: { spaceType: "IM" } }))).toEqual([
      400,
      "param.openSpaceModelInvalid",
    ]);
    expect(await app.refusal("POST", close("none"), {})).toEqual([400, "param.cardNotExist"]);
    expect(await app.refusal("POST", close(""), {})).toEqual([400, "param.outTrackIdEmpty"]);
    expect(await app.refusal("POST", close("top", "cidNONE=="), {})).toEqual([400, "param.conversationIdInvalid"]);
  });
});

test("a delivery to a private chat of two people fails in its result", async () => {
  const emulator = await startEmulator();
  await emulator.platform("POST", CREATE, card("private"));

  const { body } = await emulator.platform("POST", DELIVER, {
    outTrackId: "private",
    openSpaceId: "dtv1.card//IM_SINGLE.cidTWO==",
  });

  expect(body).toMatchObject({ success: true, result: [{ spaceType: "IM_SINGLE", success: false }] });
});

test("the line that lists of chats show comes from the card's space and changes with it", async () => {
  const emulator = await startEmulator();
  const line = (text: string) => ({ imGroupOpenSpaceModel: { lastMessageI18n: { ZH_CN: text } } });
  await emulator.platform("POST", CREATE, card("line", line("请确认")));
  await emulator.platform("POST", DELIVER, {
    outTrackId: "line",
    openSpaceId: `dtv1.card//IM_GROUP.${GROUP}`,
    imGroupOpenDeliverModel: { robotCode: "dingtestapp" },
  });
  const before = await emulator.messages("district", GROUP);

  const { body } = await emulator.platform("PUT", "/v1.0/card/instances/spaces", {
    outTrackId: "line",
    ...line("已确认"),
  });

  expect(body).toEqual({ success: true, result: true });
  expect(before.map(({ title }) => title)).toEqual(["请确认"]);
  expect((await emulator.messages("district", GROUP)).map(({ title }) => title)).toEqual(["已确认"]);
});

test("a card that speaks of people by unionId reaches them and calls back with it", async () => {
  const emulator = await startEmulator();
  const bot = await connectBot(emulator.url, { answersPress: () => ({}) });
  await emulator.platform("POST", "/v1.0/card/instances/createAndDeliver", {
    ...card("union"),
    userIdType: 2,
    openSpaceId: "dtv1.card//IM_ROBOT.union-district",
    imRobotOpenDeliverModel: { spaceType: "IM_ROBOT" },
  });

  await emulator.control("/users/district/press", { outTrackId: "union", actionId: "accept" });

  expect(bot.presses[0]?.data).toMatchObject({ userId: "union-district", userIdType: 2 });
});

test("a card's key has a hundred bytes at most when strict", async () => {
  const app = appOf(await startEmulator());
  const keyed = (outTrackId: string, length: number) =>
    card(outTrackId, { cardData: { cardParamMap: { ["k".repeat(length)]: "1" } } });

  expect(await app.refusal("POST", CREATE, keyed("a", 100))).toEqual([200, undefined]);
  expect(await app.refusal("POST", CREATE, keyed("b", 101))).toEqual([400, "param.invalid"]);
  await app.lenient();
  expect(await app.refusal("POST", CREATE, keyed("c", 101))).toEqual([200, undefined]);
});

test("cards of the older kind are closed to new apps", async () => {
  const emulator = await startEmulator();

  const { status, body } = await emulator.platform("POST", "/v1.0/im/v1.0/robot/interactiveCards/send", {});

  expect([status, body]).toEqual([
    403,
    {
      code: "Forbidden.AccessDenied.AccessTokenPermissionDenied",
      requestid: expect.any(String),
      message: "没有调用该接口的权限",
      accessdenieddetail: { requiredScopes: [expect.any(String)] },
    },
  ]);
});
