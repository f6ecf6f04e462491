import { fastify } from "fastify";
import { describe, expect, onTestFinished, test } from "vitest";
import { exportOf, variable, words } from "../card/export-of.ts";
import { GROUP, startEmulator, TEMPLATE } from "../support/world.ts";
import { openRawStream } from "./raw-stream.ts";
import { bodyOf, expectSample } from "./sample-world.ts";

type Emulator = Awaited<ReturnType<typeof startEmulator>>;

const CARD = "task-42-card-1";
const INSTANCES = "/v1.0/card/instances";
const CREATE_AND_DELIVER = `${INSTANCES}/createAndDeliver`;

const param = (name: string, path: string) => ({ name, type: "variable", variable: path, id: name });

const button = (actionId: string, params: object[]) => ({
  componentName: "SingleButton",
  id: actionId,
  props: { text: words("接受"), actionType: "request", actionId: words(actionId), params },
});

const acceptButton = button("accept", [{ name: "action", type: "fixed", value: "accept", id: "1" }]);

const formOf = (params: object[] = []) => ({
  componentName: "Form",
  id: "node_form",
  props: { id: words("form"), formSchema: variable("form"), params },
});

const chosenLocally = ["input", "select", "multiSelect", "date", "datetime", "checkbox"];
const listsLocally = ["singleCheckbox", "multiCheckbox"];
const localButton = button(
  "submit",
  [...chosenLocally, ...listsLocally].map((name) => param(name, name)),
);

/** Puts a template of its own in place of the world's. */
const draw = (emulator: Emulator, ...components: object[]) => {
  const variables = { title: "string", status: "string", form: "form", current: "form" };
  const locals = Object.fromEntries([...chosenLocally, ...listsLocally].map((name) => [name, "object"]));
  return emulator.control("/templates", {
    templateId: TEMPLATE,
    export: exportOf({ components, variables, locals }),
  });
};

/** Sample 50 with these values instead of its own. */
const withValues = (cardParamMap: Record<string, string>) => ({ ...bodyOf("50"), cardData: { cardParamMap } });

const press = (emulator: Emulator, actionId: string, more: object = {}) =>
  emulator.control("/users/district/press", { outTrackId: CARD, actionId, ...more });

describe("a card", () => {
  test("like sample 50 lies in the group for those it is meant for, and sample 52 answers it", async () => {
    const emulator = await startEmulator();

    const { status, body } = await emulator.platform("POST", CREATE_AND_DELIVER, bodyOf("50"));

    expect(status).toBe(200);
    expectSample("52", body);
    const card = await emulator.card("district", CARD);
    expect(card.data).toMatchObject({ title: "关于××的督办", urgent: "true", count: "3", canHandle: "true" });
    expect(card.text).toContain("关于××的督办");
    expect(await emulator.messages("district", GROUP)).toMatchObject([{ kind: "card", title: "督办任务" }]);
    expect(await emulator.messages("organizer", GROUP)).toEqual([]);
  });

  test("like sample 51 lies in the direct chat", async () => {
    const emulator = await startEmulator();

    const { body } = await emulator.platform("POST", CREATE_AND_DELIVER, bodyOf("51"));

    expectSample("52", body);
    expect((await emulator.messages("district")).map(({ card }) => card?.outTrackId)).toEqual(["task-42-card-2"]);
  });

  test("that no group can show is sample 53", async () => {
    const emulator = await startEmulator();

    const request = { ...bodyOf("50"), openSpaceId: "dtv1.card//IM_GROUP.cidOTHER==" };
    const { status, body } = await emulator.platform("POST", CREATE_AND_DELIVER, request);

    expect([status, body.success]).toEqual([200, true]);
    expectSample("53", body);
  });

  test("takes the update of sample 54 by key, in public and for one person", async () => {
    const emulator = await startEmulator();
    await emulator.platform("POST", CREATE_AND_DELIVER, bodyOf("50"));

    const { body } = await emulator.platform("PUT", INSTANCES, bodyOf("54"));

    expect(body).toEqual({ success: true, result: true });
    const { data } = await emulator.card("district", CARD);
    expect(data).toMatchObject({ title: "关于××的督办", status: "done", canHandle: "false" });
  });

  test("is made with sample 55 and shown with sample 56", async () => {
    const emulator = await startEmulator();

    const made = await emulator.platform("POST", INSTANCES, bodyOf("50"));
    const shown = await emulator.platform("POST", `${INSTANCES}/deliver`, bodyOf("50"));

    expectSample("55", made.body);
    expectSample("56", shown.body);
    expect(await emulator.messages("district", GROUP)).toMatchObject([{ kind: "card" }]);
  });

  test("draws the form of sample 95 with its fields", async () => {
    const emulator = await startEmulator();
    await draw(emulator, formOf());
    await emulator.platform("POST", CREATE_AND_DELIVER, withValues({ form: JSON.stringify(bodyOf("95")) }));

    const [form] = (await emulator.card("district", CARD)).forms;

    expect(form?.fields).toMatchObject([
      { name: "task_id", type: "TEXT", hidden: true, value: "task-42" },
      {
        name: "result",
        label: "办理结果",
        type: "SELECT",
        required: true,
        options: [
          { value: "done", text: "已办结" },
          { value: "delay", text: "申请延期" },
        ],
      },
      { name: "delay_to", label: "延期至", type: "DATE", required: false },
      { name: "note", label: "说明", type: "TEXT_AREA", requiredMsg: "请填写说明" },
    ]);
  });
});

describe("a press over the stream", () => {
  test("is sample 40, and sample 44 gives the card its new face", async () => {
    const emulator = await startEmulator();
    await draw(emulator, acceptButton);
    await emulator.platform("POST", CREATE_AND_DELIVER, {
      ...bodyOf("50"),
      imGroupOpenDeliverModel: { robotCode: "" },
    });
    const stream = await openRawStream(emulator);

    const pressed = press(emulator, "accept");
    const frame = await stream.next();
    stream.answer("44", frame);

    expect((await pressed).body).toEqual({ accepted: true, version: 2 });
    expectSample("40", frame);
    const answered = { title: "关于××的督办", status: "accepted", handler: "经办人" };
    expect((await emulator.card("district", CARD)).data).toMatchObject({ ...answered, btn_status: "disabled" });
    expect((await emulator.card("organizer", CARD)).data).toMatchObject(answered);
    expect((await emulator.card("organizer", CARD)).data).not.toHaveProperty("btn_status");
  });

  test("of a filled form is sample 41", async () => {
    const emulator = await startEmulator();
    const stream = await openRawStream(emulator);
    const current = JSON.stringify({ fields: [{ name: "text", label: "说明", type: "TEXT", required: true }] });
    await draw(emulator, formOf([param("current_form", "current")]));
    await emulator.platform("POST", CREATE_AND_DELIVER, withValues({ form: JSON.stringify({ fields }), current }));

    const values = {
      date: "2026-11-30",
      datetime: "2026-11-30 17:30",
      select: "3",
      multi_select: ["2", "3"],
      text: "申请延期三天",
      checkbox: true,
    };
    const submitted = emulator.control("/users/district/submit", { outTrackId: CARD, values });
    const frame = await stream.next();
    stream.answer("44", frame);
    await submitted;

    expectSample("41", frame);
    expect(JSON.parse(JSON.parse(frame.data).content)).toEqual(contentOf("41"));
  });

  test("that sends what was chosen on the card is sample 42", async () => {
    const emulator = await startEmulator();
    const stream = await openRawStream(emulator);
    await draw(emulator, localButton);
    await emulator.platform("POST", CREATE_AND_DELIVER, bodyOf("50"));

    const inputs = contentOf("42").cardPrivateData.params;
    const pressed = press(emulator, "submit", { inputs });
    const frame = await stream.next();
    stream.answer("44", frame);
    await pressed;

    expectSample("42", frame);
    expect(JSON.parse(JSON.parse(frame.data).content)).toEqual(contentOf("42"));
  });
});

const options = ["1", "2", "3"].map((value) => ({ value, text: `选项${value}` }));

const fields = [
  { name: "date", type: "DATE" },
  { name: "datetime", type: "DATETIME" },
  { name: "select", type: "SELECT", options },
  { name: "multi_select", type: "MULTI_SELECT", options },
  { name: "text", type: "TEXT", required: true },
  { name: "checkbox", type: "CHECKBOX" },
  { name: "system_params_1", type: "TEXT", hidden: true, defaultValue: "task-42" },
];

/** What a press carries inside its frame's data. */
const contentOf = (number: string) => JSON.parse(JSON.parse(String(bodyOf(number).data)).content);

test("a press over HTTP is sample 45, and sample 43 gives the card its new face", async () => {
  const emulator = await startEmulator();
  const posted: unknown[] = [];
  const app = fastify();
  app.post("/card", ({ body }) => {
    posted.push(body);
    return bodyOf("43");
  });
  const callbackUrl = `${await app.listen({ port: 0, host: "127.0.0.1" })}/card`;
  onTestFinished(() => app.close());
  await draw(emulator, acceptButton);
  await emulator.platform("POST", "/v1.0/card/callbacks/register", { callbackRouteKey: "board", callbackUrl });
  const overHttp = { callbackType: "HTTP", callbackRouteKey: "board" };
  await emulator.platform("POST", CREATE_AND_DELIVER, { ...bodyOf("50"), ...overHttp });

  expect((await press(emulator, "accept")).body).toEqual({ accepted: true, version: 2 });

  expectSample("45", posted[0]);
  const { data } = await emulator.card("district", CARD);
  expect(data).toMatchObject({ status: "accepted", handler: "经办人", btn_status: "disabled" });
});
