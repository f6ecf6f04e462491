import { describe, expect, test } from "vitest";
import { findPress, readCard, renderCard, stepsAfter } from "../../src/card/index.ts";
import { templateOf, variable, words } from "./export-of.ts";

const button = (id: string, props: object) => ({
  componentName: "SingleButton",
  id,
  props: { text: words(id), ...props },
});
const stepsOf = (props: object, locals: Record<string, unknown> = {}, more: object = {}) =>
  findPress(renderCard(templateOf({ components: [button("b", props)], ...more }), {}, locals), "b")?.steps;

const event = (actionType: string, more: object = {}, callbacks: object = {}) => ({
  event: { actionType, ...more },
  callbacks,
});
const toast = (content: string, toastType = 1) => event("toast", { toastContent: words(content), toastType });
const setText = (name: string, content: string) =>
  event("setLocalState", {
    localVarAction: { ...variable(name), varType: "string" },
    stringLocalValue: words(content),
  });

describe("a press", () => {
  test.each([
    ["url", { url: words("https://example.com") }, [{ kind: "open", url: "https://example.com" }]],
    [
      "url",
      { url: words(""), pcUrl: words("https://pc.example.com") },
      [{ kind: "open", url: "https://pc.example.com" }],
    ],
    ["url", { url: words("") }, []],
    ["toast", { toastContent: words("好"), toastType: 0 }, [{ kind: "say", text: "好", tone: "success" }]],
    ["toast", { toastContent: words("坏"), toastType: 2 }, [{ kind: "say", text: "坏", tone: "failure" }]],
    ["copy", { copyValue: words("编号12") }, [{ kind: "copy", text: "编号12" }]],
    ["none", {}, []],
    ["openModal", {}, [{ kind: "unsupported", action: "openModal" }]],
  ])("of type %s with %j", (actionType, props, expected) => {
    expect(stepsOf({ actionType, ...props })).toEqual(expected);
  });

  test.each([
    ["string", { stringLocalValue: words("b") }, "b"],
    ["number", { numberLocalValue: { type: "dynamicNumber", valueType: "fixed", value: 2 } }, 2],
    ["boolean", { booleanLocalValue: { type: "dynamicBoolean", valueType: "fixed", value: true } }, true],
  ])("sets a variable of the client's own of type %s", (varType, props, value) => {
    const localVarAction = { ...variable("tab"), varType };

    expect(stepsOf({ actionType: "setLocalState", localVarAction, ...props })).toEqual([
      { kind: "set", local: "tab", value },
    ]);
  });

  test("that sets one property of an object leaves the others", () => {
    const props = {
      actionType: "setLocalState",
      localVarAction: variable("answers"),
      keyOfDynamicObject: words("kind"),
      stringLocalValue: words("a"),
    };

    expect(stepsOf(props)).toEqual([{ kind: "set", local: "answers", key: "kind", value: "a" }]);
  });

  test("switched off in the editor does nothing", () => {
    expect(stepsOf({ actionType: "request", enableClickEvent: false })).toEqual([]);
  });
});

describe("an event chain", () => {
  test("finds what the events before set, though none waits for another", () => {
    const events = [
      setText("state", "sent"),
      event("request", { params: [{ name: "state", type: "variable", variable: "state" }] }),
    ];

    expect(stepsOf({ actionType: "eventChain", events }, { state: "open" })).toEqual([
      { kind: "set", local: "state", value: "sent" },
      { kind: "request", actionId: "b", params: { state: "sent" } },
    ]);
  });

  test("turns a variable over by an expression once a press", () => {
    const setNumber = event("setLocalState", {
      localVarAction: { ...variable("open"), varType: "number" },
      numberLocalValue: { type: "dynamicNumber", valueType: "variable", variable: "next" },
    });
    const chain = { actionType: "eventChain", events: [setNumber] };

    expect(stepsOf(chain, { open: 1 }, { expressions: { next: "open ? 0 : 1" } })).toEqual([
      { kind: "set", local: "open", value: 0 },
    ]);
  });
});

describe("a menu", () => {
  const option = (text: string) => ({ text: words(text), value: text });
  const nested = event("select", { selectOptions: [option("详情")] });
  const menu = {
    actionType: "eventChain",
    events: [
      {
        event: { actionType: "select", selectOptions: [option("接受"), option("更多")] },
        callbacks: [
          [
            event(
              "request",
              { params: [{ name: "action", type: "fixed", value: "accept" }] },
              { success: { leftEvent: toast("已接受", 0) }, failure: { leftEvent: toast("未送达", 2) } },
            ),
          ],
          [{ ...nested, callbacks: [[event("url", { url: words("https://example.com") })]] }],
        ],
      },
    ],
  };
  const template = templateOf({ components: [button("菜单", { ...menu })] });

  test("offers its options, each a press of its own", () => {
    const card = readCard(renderCard(template, {}));

    expect(card.actions).toEqual([
      { actionId: "菜单", label: "菜单", disabled: false },
      { actionId: "菜单/0", label: "菜单：接受", disabled: false },
      { actionId: "菜单/1", label: "菜单：更多", disabled: false },
    ]);
    expect(card.links.map(({ label, url }) => [label, url])).toEqual([["菜单：更多：详情", "https://example.com"]]);
  });

  test("in a cell of a table offers them too", () => {
    const cell = findPress(renderCard(template, {}), "菜单");
    const cells = [[{ text: "菜单", ...(cell && { press: cell }) }]];

    const found = findPress([{ kind: "table", columns: [], rows: [], looks: [], cells }], "菜单/0");

    expect(found?.label).toBe("菜单：接受");
  });

  test("says what the chosen option's answer says", () => {
    const answer = { cardData: {}, cardPrivateData: {} };

    expect(stepsAfter({ template, data: {}, actionId: "菜单/0", answer })).toEqual([
      { kind: "say", text: "已接受", tone: "success" },
    ]);
    expect(stepsAfter({ template, data: {}, actionId: "菜单/0", answer: undefined })).toEqual([
      { kind: "say", text: "未送达", tone: "failure" },
    ]);
  });
});

describe("on an answer", () => {
  const opened = {
    actionType: "url",
    url: { type: "dynamicLink", valueType: "eventData", eventData: "cardData.address", variable: "" },
  };
  const answered = {
    op: "and",
    conditions: [{ type: "eventData", eventData: "cardData.done", op: "equal", value: "yes" }],
  };
  const chain = event(
    "request",
    {},
    {
      success: {
        leftEvent: { event: opened, callbacks: {} },
        condition: answered,
        rightEvent: setText("state", "normal"),
      },
      failure: { leftEvent: setText("state", "failed") },
    },
  );
  const template = templateOf({
    components: [button("b", { actionType: "eventChain", events: [chain] })],
    locals: { state: "string" },
  });
  const stepsOn = (cardData: Record<string, string> | undefined) =>
    stepsAfter({
      template,
      data: {},
      actionId: "b",
      answer: cardData === undefined ? undefined : { cardData, cardPrivateData: {} },
    });

  test("the client opens an address that came with it", () => {
    expect(stepsOn({ done: "yes", address: "https://example.com/1" })).toEqual([
      { kind: "open", url: "https://example.com/1" },
    ]);
  });

  test("that does not meet the condition, the other event follows", () => {
    expect(stepsOn({ done: "no" })).toEqual([{ kind: "set", local: "state", value: "normal" }]);
  });

  test("that does not come in time, the failure's event follows", () => {
    expect(stepsOn(undefined)).toEqual([{ kind: "set", local: "state", value: "failed" }]);
  });

  const saying = (id: string) =>
    button(id, {
      actionType: "eventChain",
      events: [event("request", { actionId: words(id) }, { success: { leftEvent: toast(id, 0) } })],
    });
  test.each([
    ["报送/初评", ["报送", "报送/初评"]],
    ["报送/1", ["报送", "报送/1"]],
    ["a.b", ["a", "a.b"]],
    ["a", ["a.b", "a"]],
    ["ab", ["a", "ab"]],
  ])("to %s among the buttons %j, its own event follows", (actionId, ids) => {
    const alike = templateOf({ components: ids.map(saying) });
    const answer = { cardData: {}, cardPrivateData: {} };

    expect(stepsAfter({ template: alike, data: {}, actionId, answer })).toEqual([
      { kind: "say", text: actionId, tone: "success" },
    ]);
  });

  test.each([
    ["a.b.1", "a.b"],
    ["a.1", "a"],
    ["a.b", "a.b"],
  ])("to the press %s in a loop, the event of %s follows", (actionId, text) => {
    const alike = templateOf({ components: ["a", "a.b"].map(saying) });
    const answer = { cardData: {}, cardPrivateData: {} };

    expect(stepsAfter({ template: alike, data: {}, actionId, answer })).toMatchObject([{ text }]);
  });

  test("a plain request says nothing where the template does not tell what success is", () => {
    const untold = templateOf({
      components: [button("b", { actionType: "request", successToast: words("成功"), failureToast: words("失败") })],
    });

    expect(stepsAfter({ template: untold, data: {}, actionId: "b", answer: undefined })).toEqual([]);
  });
});
