import { expect, test } from "vitest";
import { openRawStream, type RawFrame, type RawStream } from "./samples/raw-stream.ts";
import { startEmulator, TEMPLATE } from "./support/world.ts";

type Emulator = Awaited<ReturnType<typeof startEmulator>>;

const warned = async (emulator: Emulator) =>
  (await emulator.control<{ warnings: { code: string }[] }>("/warnings")).body.warnings.map(({ code }) => code);

const refuse = ({ socket }: RawStream, { headers }: RawFrame) =>
  socket.send(JSON.stringify({ code: 500, headers: { messageId: headers.messageId }, message: "error", data: "{}" }));

test("a message acknowledged with another code than 200 comes again, with a messageId of its own", async () => {
  const emulator = await startEmulator();
  // Long enough that the refusal comes first, on a busy machine too.
  await emulator.control("/settings", { redeliverAfterMs: 500 });
  const stream = await openRawStream(emulator);

  await emulator.control("/users/district/say", { text: "提交" });
  const first = await stream.next();
  refuse(stream, first);
  const second = await stream.next();
  stream.answer("39", second);
  await emulator.idle();

  expect(JSON.parse(second.data)).toEqual(JSON.parse(first.data));
  expect(second.headers.messageId).not.toBe(first.headers.messageId);
  expect((await emulator.messages("district")).at(0)?.delivery).toBe("acknowledged");
  expect(await warned(emulator)).toEqual(["ack.refused"]);
});

test("an acknowledgement of what nobody pushed, or of another app's push, settles nothing", async () => {
  const emulator = await startEmulator();
  await emulator.control("/settings", { redeliveries: 0, redeliverAfterMs: 30 });
  const other = { clientId: "dingother", clientSecret: "other-secret", robotCode: "dingother", name: "另一助手" };
  await emulator.control("/apps", other);
  const stream = await openRawStream(emulator);
  const stranger = await openRawStream(emulator, { ...other, subscriptions: [] });

  await emulator.control("/users/district/say", { text: "提交" });
  const pushed = await stream.next();
  stranger.answer("39", pushed);
  stream.answer("39", { ...pushed, headers: { messageId: "made-up" } });
  await emulator.idle();

  expect((await emulator.messages("district")).at(0)?.delivery).toBe("lost");
});

test("every redelivery that is set comes, and not one more", async () => {
  const emulator = await startEmulator();
  await emulator.control("/settings", { redeliveries: 3, redeliverAfterMs: 5 });
  const stream = await openRawStream(emulator);

  await emulator.control("/users/district/say", { text: "提交" });
  await emulator.idle();

  expect(new Set(stream.frames.map(({ headers }) => headers.messageId)).size).toBe(4);
  expect(new Set(stream.frames.map(({ data }) => JSON.parse(data).msgId)).size).toBe(1);
  expect((await emulator.messages("district")).at(0)?.delivery).toBe("lost");
});

test("an answer to a press that comes after its time changes nothing any more", async () => {
  const emulator = await startEmulator();
  await emulator.control("/settings", { cardAnswerMs: 20 });
  const stream = await openRawStream(emulator);
  await emulator.platform("POST", "/v1.0/card/instances/createAndDeliver", {
    cardTemplateId: TEMPLATE,
    outTrackId: "card-1",
    cardData: { cardParamMap: { title: "请确认", buttonStatus: "normal" } },
    openSpaceId: "dtv1.card//IM_ROBOT.district",
    imRobotOpenDeliverModel: { spaceType: "IM_ROBOT" },
  });

  const press = await emulator.control("/users/district/press", { outTrackId: "card-1", actionId: "accept" });
  stream.answer("44", await stream.next());
  // The emulator reads frames in order, so the next acknowledgement proves that the late one was read.
  await emulator.control("/users/district/say", { text: "好的" });
  stream.answer("39", await stream.next());
  await emulator.idle();

  expect(press.body).toMatchObject({ accepted: false, version: 1 });
  expect((await emulator.card("district", "card-1")).version).toBe(1);
  expect((await emulator.card("district", "card-1")).data).not.toHaveProperty("status");
});
