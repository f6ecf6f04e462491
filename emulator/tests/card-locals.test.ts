import { describe, expect, test } from "vitest";
import { exportOf, shownWhen, variable, words } from "./card/export-of.ts";
import { connectBot } from "./support/stream-client.ts";
import { startEmulator } from "./support/world.ts";

const TEMPLATE = "00000000-0000-0000-0000-0000000000ff.schema";

const tab = {
  componentName: "Grid",
  id: "tab",
  props: {
    actionType: "setLocalState",
    localVarAction: { ...variable("tab"), varType: "string" },
    stringLocalValue: words("2"),
  },
  children: [{ componentName: "BaseText", id: "t", props: { text: words("第二页") } }],
};

const kind = {
  componentName: "SelectBlock",
  id: "kind",
  props: {
    options: [
      { text: words("住宅"), value: words("a") },
      { text: words("商住"), value: words("b") },
    ],
    actionType: "setLocalState",
    localVarAction: variable("kind"),
  },
};

const send = {
  componentName: "SingleButton",
  id: "send",
  props: {
    text: words("提交"),
    actionType: "request",
    params: [{ name: "kind", type: "variable", variable: "kind" }],
    ...shownWhen("and", { variable: "tab", op: "equal", value: "2" }),
  },
};

const remark = {
  componentName: "Input",
  id: "remark",
  props: { id: words("remark"), actionType: "request", params: [{ name: "v", type: "fixed", value: "1" }] },
};

async function cardWithLocals() {
  const emulator = await startEmulator();
  const bot = await connectBot(emulator.url, { answersPress: () => ({}) });
  const file = exportOf({ components: [tab, kind, send, remark], locals: { tab: "string", kind: "object" } });
  await emulator.control("/templates", { templateId: TEMPLATE, export: file });
  await emulator.platform("POST", "/v1.0/card/instances/createAndDeliver", {
    cardTemplateId: TEMPLATE,
    outTrackId: "card-1",
    callbackType: "STREAM",
    cardData: { cardParamMap: {} },
    openSpaceId: "dtv1.card//IM_ROBOT.district",
    imRobotOpenSpaceModel: { supportForward: true },
    imRobotOpenDeliverModel: { spaceType: "IM_ROBOT" },
  });
  const press = async (actionId: string, inputs: object = {}) =>
    emulator.control("/users/district/press", { outTrackId: "card-1", actionId, inputs });
  const sent = () => bot.presses.map(({ data }) => JSON.parse(String(data.content)).cardPrivateData);
  return { emulator, press, sent };
}

describe("what the client itself keeps of a card", () => {
  test("is changed by a press without a word to the bot", async () => {
    const { press, sent } = await cardWithLocals();

    const { body } = await press("tab");

    expect(body).toEqual({ accepted: true, version: 1 });
    expect(sent()).toEqual([]);
  });

  test("decides what can be pressed, and goes out with it as the client encodes it", async () => {
    const { press, sent } = await cardWithLocals();

    const onFirstPage = await press("send");
    const onSecondPage = await press("send", { tab: "2", kind: "商住" });

    expect([onFirstPage.status, onSecondPage.status]).toEqual([404, 200]);
    expect(sent()).toEqual([{ actionIds: ["send"], params: { kind: { index: 1, value: "b" } } }]);
  });

  test("goes out at each change where the input tells the bot", async () => {
    const { press, sent } = await cardWithLocals();

    await press("remark", { remark: "已核对" });

    expect(sent()).toEqual([{ actionIds: ["remark"], params: { v: "1", remark: "已核对" } }]);
  });
});

test("the page gets a template to draw with; programs are told of no such call", async () => {
  const { emulator } = await cardWithLocals();

  const template = await emulator.control<{ types: [string, string][] }>(`/page/templates/${TEMPLATE}`);
  const unknown = await emulator.control("/page/templates/none");
  const { paths } = (await emulator.control<{ paths: object }>("/openapi.json")).body;

  expect(template.body.types).toEqual([
    ["tab", "string"],
    ["kind", "object"],
  ]);
  expect(unknown.status).toBe(404);
  expect(Object.keys(paths).filter((path) => path.includes("/page/"))).toEqual([]);
});
