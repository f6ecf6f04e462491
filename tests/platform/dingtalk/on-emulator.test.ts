import { describe, expect, onTestFinished, test } from "vitest";
import { credentials, GROUP, seed, startEmulator, TEMPLATE } from "../../../emulator/tests/support/world.ts";
import type { Chat, InboundHandler, OutboundCard } from "../../../src/platform/chat/ports.ts";
import type { View } from "../../../src/platform/chat/view.ts";
import { makeDingTalk } from "../../../src/platform/dingtalk/dingtalk.ts";
import { groupId, staffId } from "../../../src/shared/brand.ts";
import { systemClock } from "../../../src/shared/clock.ts";
import { silentLog } from "../../../src/shared/log.ts";
import { recorder } from "./recorder.ts";

const person: Chat = { kind: "direct", person: staffId("district") };

const view = (changed: Partial<View> = {}): View => ({
  title: "申报",
  tone: "running",
  body: [{ kind: "text", text: "请填写申报表。" }],
  actions: [{ id: "application.open", label: "打开", typed: "打开", look: "primary", subject: "a-1" }],
  ...changed,
});

const card = (version: number, changed: Partial<View> = {}): OutboundCard => ({
  cardId: "application-1",
  chat: person,
  version,
  view: view(changed),
});

/** A bot with this handler on an emulator of its own; its slots are free. */
async function botWith(handler: InboundHandler, cardTemplateId: string | undefined = TEMPLATE) {
  const board = { templateId: TEMPLATE, file: "cards/board.json" };
  const emulator = await startEmulator({ seed: { ...seed, templates: [board] } });
  const settings = { apiBase: emulator.url, oapiBase: emulator.url, ...credentials };
  const dingtalk = makeDingTalk({
    settings: cardTemplateId === "" ? settings : { ...settings, cardTemplateId },
    sql: { query: async () => [] },
    clock: systemClock,
    log: silentLog,
  });
  const stream = dingtalk.listen(handler);
  onTestFinished(() => dingtalk.usage.stop());
  onTestFinished(() => stream.stop());
  await stream.start();
  return { emulator, ...dingtalk };
}

describe("on the emulator", () => {
  test("a message is stored, and then acknowledged", async () => {
    const handler = recorder();
    const { emulator } = await botWith(handler);

    await emulator.control("/users/district/say", { text: "进度" });
    await emulator.idle();

    expect(handler.messages).toMatchObject([{ from: "district", text: "进度", chat: person }]);
    expect(await emulator.messages("district")).toMatchObject([{ text: "进度", delivery: "acknowledged" }]);
  });

  test("a message in a group names the group", async () => {
    const handler = recorder();
    const { emulator } = await botWith(handler);

    await emulator.control("/users/district/say", { text: "排名", conversationId: GROUP });
    await emulator.idle();

    const chat = { kind: "group", group: GROUP };
    expect(handler.messages).toMatchObject([{ chat, groupTitle: "活动群", text: "排名" }]);
  });

  test("a card appears, is updated, and is the same card when sent twice", async () => {
    const { emulator, gateway } = await botWith(recorder());

    const first = await gateway.sendCard(card(1));
    const again = await gateway.sendCard(card(1));
    await gateway.updateCard(card(2, { title: "申报已提交", tone: "done", actions: [] }));

    expect([first.kind, again.kind]).toEqual(["sent", "sent"]);
    const messages = await emulator.messages("district");
    expect(messages).toHaveLength(1);
    expect(messages[0]?.card?.text).toContain("申报已提交");
    expect(messages[0]?.card?.actions).toEqual([]);
  });

  test("a press brings action, subject and version, and the response is the new version of the card", async () => {
    const delivered = Promise.withResolvers<boolean>();
    const renderedCard = card(2, { title: "申报已打开" });
    const handler = recorder({
      onCallback: async () => ({ card: renderedCard, toast: "已打开。", onDelivery: delivered.resolve }),
    });
    const { emulator, gateway } = await botWith(handler);
    await gateway.sendCard(card(1));
    const action = (await emulator.card("district", "application-1")).actions[0]?.actionId;

    const press = { outTrackId: "application-1", actionId: action };
    const reply = await emulator.control("/users/district/press", press);

    expect(reply.body).toMatchObject({ accepted: true, toast: "已打开。" });
    expect(handler.callbacks).toMatchObject([
      { person: "district", cardId: "application-1", action: "application.open", subject: "a-1", version: 1 },
    ]);
    expect((await emulator.card("district", "application-1")).text).toContain("申报已打开");
    expect(await delivered.promise).toBe(true);
  });

  test("a submitted form brings plain values", async () => {
    const handler = recorder();
    const { emulator, gateway } = await botWith(handler);
    const options = [
      { value: "yes", text: "是" },
      { value: "no", text: "否" },
    ];
    const form: NonNullable<View["form"]> = {
      id: "application",
      action: "application.save",
      subject: "a-1",
      submitLabel: "保存",
      fields: [
        { name: "projectName", label: "项目名称", kind: "text", required: true },
        { name: "hasBody", label: "是否成立业主大会", kind: "select", required: true, options },
        { name: "note", label: "说明", kind: "text", required: false },
      ],
    };
    await gateway.sendCard(card(1, { form }));

    const values = { projectName: "锦绣花园", hasBody: "是" };
    const reply = await emulator.control("/users/district/submit", { outTrackId: "application-1", values });

    expect(reply.body).toMatchObject({ accepted: true, missing: [] });
    expect(handler.callbacks).toMatchObject([
      { action: "application.save", subject: "a-1", version: 1, form: { projectName: "锦绣花园", hasBody: "yes" } },
    ]);
  });

  test("without a template a view is a message with links that type", async () => {
    const { emulator, gateway } = await botWith(recorder(), "");

    await gateway.sendCard(card(1));

    const [message] = await emulator.messages("district");
    expect(message?.kind).toBe("markdown");
    expect(message?.links).toMatchObject([{ label: "打开" }]);
  });

  test("a group the robot is not in refuses, and people the platform does not know too", async () => {
    const { gateway } = await botWith(recorder());

    const nobody = await gateway.sendView({ kind: "direct", person: staffId("ghost") }, view());
    const nowhere = await gateway.sendView({ kind: "group", group: groupId("cidNOWHERE") }, view());

    expect([nobody.kind, nowhere.kind]).toEqual(["refused", "refused"]);
  });
});

describe("in bad weather", () => {
  const order = (emulator: Awaited<ReturnType<typeof botWith>>["emulator"], rule: object) =>
    emulator.control("/faults", { rules: [{ times: 1, ...rule }] });

  test("a card whose reply is lost is there once after it was sent again", async () => {
    const { emulator, gateway } = await botWith(recorder());
    await order(emulator, { match: { api: "/v1.0/card/instances/createAndDeliver" }, action: "loseReply" });

    await expect(gateway.sendCard(card(1))).rejects.toMatchObject({ name: "DeliveryError", code: "unavailable" });
    expect(await gateway.sendCard(card(1))).toEqual({ kind: "sent", existed: true });

    expect(await emulator.messages("district")).toHaveLength(1);
  });

  test("a throttled call is trouble of at least a second", async () => {
    const { emulator, gateway } = await botWith(recorder());
    await order(emulator, { match: { api: "/v1.0/robot/oToMessages/batchSend" }, action: "throttle" });

    const error = await gateway.sendView(person, view()).catch((thrown: unknown) => thrown);

    expect(error).toMatchObject({ code: "throttled" });
    expect(Object(error).retryAfterMs).toBeGreaterThanOrEqual(1_000);
  });

  test("a message lost on its way comes again and is acknowledged", async () => {
    const handler = recorder();
    const { emulator } = await botWith(handler);
    await emulator.control("/settings", { redeliverAfterMs: 50 });
    await order(emulator, { match: { topic: "/v1.0/im/bot/messages/get" }, action: "drop" });

    await emulator.control("/users/district/say", { text: "进度" });
    await emulator.idle();

    expect(handler.messages.map((message) => message.text)).toEqual(["进度"]);
    expect(await emulator.messages("district")).toMatchObject([{ delivery: "acknowledged" }]);
  });

  test("a message that comes twice carries the same id", async () => {
    const handler = recorder();
    const { emulator } = await botWith(handler);
    await order(emulator, { match: { topic: "/v1.0/im/bot/messages/get" }, action: "duplicate" });

    await emulator.control("/users/district/say", { text: "进度" });
    await emulator.idle();

    const [first, second] = handler.messages;
    expect(handler.messages).toHaveLength(2);
    expect(second?.messageId).toBe(first?.messageId);
  });
});

describe("files", () => {
  test("reach a group by way of the media store", async () => {
    const { emulator, gateway } = await botWith(recorder());
    const group: Chat = { kind: "group", group: groupId(GROUP) };

    const outcome = await gateway.sendFile(group, { name: "附件4.xlsx", bytes: Buffer.from("PK-content") });

    expect(outcome.kind).toBe("sent");
    const [message] = await emulator.messages("district", GROUP);
    expect(message?.file).toMatchObject({ fileName: "附件4.xlsx", size: 10 });
  });

  test("that a person sends can be fetched", async () => {
    const handler = recorder();
    const { emulator, gateway } = await botWith(handler);
    const form = new FormData();
    form.set("file", new Blob(["现场情况"]), "说明.docx");

    await emulator.request("/_emulator/users/district/drop", { method: "POST", body: form });
    await emulator.idle();

    const [file] = handler.messages.flatMap((message) => message.files);
    expect(file).toMatchObject({ kind: "file", fileName: "说明.docx" });
    if (file)
      expect((await gateway.download(file, { kind: "direct", person: staffId("district") })).toString()).toBe(
        "现场情况",
      );
  });
});
