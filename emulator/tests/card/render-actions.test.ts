import { describe, expect, test } from "vitest";
import { findPress, readCard, renderCard, requestOf, saidAtOnce, stepsAfter } from "../../src/card/index.ts";
import { shownWhen, templateOf, text, variable, words } from "./export-of.ts";

const statusFrom = (name: string) => ({
  type: "dynamicSelect",
  valueType: "variable",
  value: "normal",
  variable: name,
});

describe("buttons", () => {
  test("send the params of the template, fixed and from variables; color and status follow the data", () => {
    const template = templateOf({
      components: [
        {
          componentName: "SingleButton",
          id: "b",
          props: {
            text: words(`撤回\${name}`),
            color: statusFrom("color"),
            status: statusFrom("state"),
            actionType: "request",
            actionId: words("withdraw"),
            params: [
              { name: "action", type: "fixed", value: "withdraw" },
              { name: "count", type: "variable", variable: "count" },
              { name: "", type: "fixed", value: "unused" },
            ],
          },
        },
      ],
      variables: { name: "string", color: "string", state: "string", count: "number" },
    });

    expect(renderCard(template, { name: "申报", color: "red", state: "disabled", count: "2" })).toEqual([
      {
        kind: "button",
        actionId: "withdraw",
        label: "撤回申报",
        look: "danger",
        disabled: true,
        steps: [{ kind: "request", actionId: "withdraw", params: { action: "withdraw", count: 2 } }],
      },
    ]);
  });

  test("in a list have ids and conditions of their own; links are no actions", () => {
    const template = templateOf({
      components: [
        {
          componentName: "ButtonList",
          id: "list",
          props: {
            direction: "horizontal",
            buttons: {
              list: [
                { id: "1", text: words("同意"), color: "blue", actionType: "request", actionId: words("agree") },
                {
                  id: "2",
                  text: words("详情"),
                  color: "gray",
                  actionType: "url",
                  url: { type: "dynamicLink", valueType: "variable", variable: "detail" },
                },
                { id: "3", text: words("旧"), ...shownWhen("and", { variable: "detail", op: "isEmpty" }) },
              ],
            },
          },
        },
      ],
      variables: { detail: "string" },
    });

    const card = readCard(renderCard(template, { detail: "https://example.com/1" }));

    expect(card.text).toBe("[同意]\n[详情]");
    expect(card.actions).toEqual([{ actionId: "agree", label: "同意", disabled: false }]);
    expect(card.links.map(({ label, url }) => ({ label, url }))).toEqual([
      { label: "详情", url: "https://example.com/1" },
    ]);
  });

  test("may be described by data: a link, or a request with its own params", () => {
    const template = templateOf({
      components: [
        {
          componentName: "Loop",
          id: "l",
          props: { listData: variable("buttons") },
          children: [
            {
              componentName: "SingleButton",
              id: "b",
              props: {
                text: words(`\${loop.text}`),
                actionType: "dynamicEvent",
                dynamicEventVar: { type: "variableValue", variable: "buttons[0].action", variableType: "loop" },
              },
            },
          ],
        },
      ],
      variables: { buttons: "loopArray" },
    });
    const buttons = [
      { text: "打开", action: { type: "openLink", params: { url: { pc: "https://example.com" } } } },
      { text: "收到", action: { type: "sendCardRequest", params: { actionId: "got", params: { n: 1 } } } },
    ];

    const nodes = renderCard(template, { buttons: JSON.stringify(buttons) });

    expect(readCard(nodes).links.map(({ url }) => url)).toEqual(["https://example.com"]);
    expect(readCard(nodes).actions).toEqual([{ actionId: "got", label: "收到", disabled: false }]);
    expect(requestOf(findPress(nodes, "got")?.steps ?? [])).toEqual({
      kind: "request",
      actionId: "got",
      params: { n: 1 },
    });
  });

  test("an area that asks the bot is a button with the area's words", () => {
    const template = templateOf({
      components: [
        {
          componentName: "Grid",
          id: "g",
          props: { actionType: "request", params: [{ name: "delete", type: "variable", variable: "uid" }] },
          children: [text("t", "取消"), text("u", "参与")],
        },
      ],
      variables: { uid: "string" },
    });

    const [area] = renderCard(template, { uid: "u1" });

    expect(area).toMatchObject({
      kind: "group",
      press: {
        actionId: "g",
        label: "取消参与",
        disabled: false,
        steps: [{ kind: "request", actionId: "g", params: { delete: "u1" } }],
      },
    });
    expect(readCard(area ? [area] : []).text).toBe("[取消参与]");
  });

  test("that want a second look ask before the press goes out", () => {
    const template = templateOf({
      components: [
        {
          componentName: "SingleButton",
          id: "b",
          props: {
            text: words("公布"),
            actionType: "confirm",
            confirmTitle: words("确认公布"),
            confirmMessage: words("公布后不可撤回"),
            confirmOkReqActionActionId: words("publish"),
            confirmOkReqActionParams: [{ name: "action", type: "fixed", value: "publish" }],
          },
        },
      ],
    });

    expect(renderCard(template, {})).toEqual([
      {
        kind: "button",
        actionId: "publish",
        label: "公布",
        look: "default",
        disabled: false,
        steps: [
          {
            kind: "ask",
            title: "确认公布",
            text: "公布后不可撤回",
            ok: {
              label: "确认",
              steps: [{ kind: "request", actionId: "publish", params: { action: "publish" } }],
            },
            cancel: { label: "取消", steps: [] },
          },
        ],
      },
    ]);
  });
});

describe("links in markdown", () => {
  test("keep their ids when the text around them changes", () => {
    const template = templateOf({
      components: [
        {
          componentName: "Markdown",
          id: "m",
          props: { content: { type: "dynamicMarkdown", valueType: "variable", variable: "body" } },
        },
      ],
      variables: { body: "markdown" },
    });
    const linksOf = (body: string) => readCard(renderCard(template, { body })).links;
    const link = "[进度](dtmd://dingtalkclient/sendMessage?content=%E8%BF%9B%E5%BA%A6)";

    const [first] = linksOf(`一 ${link}`);
    const second = linksOf(`二 [帮助](https://example.com) ${link} ![图](@media)`);

    expect(first?.url).toBe("dtmd://dingtalkclient/sendMessage?content=%E8%BF%9B%E5%BA%A6");
    expect(second.map(({ label }) => label)).toEqual(["帮助", "进度"]);
    expect(second[1]?.linkId).toBe(first?.linkId);
  });

  test("and other marks are read as words", () => {
    const template = templateOf({
      components: [
        {
          componentName: "Markdown",
          id: "m",
          props: {
            content: {
              type: "dynamicMarkdown",
              valueType: "fixed",
              value: "## 标题<br>> 引用  \n**粗** <font color=#FF0000>红</font>\n\n- 项 [链接](https://example.com)",
            },
          },
        },
      ],
    });

    expect(readCard(renderCard(template, {})).text).toBe("标题\n引用\n粗 红\n- 项 链接");
  });
});

describe("forms", () => {
  const template = templateOf({
    components: [
      {
        componentName: "Form",
        id: "f",
        props: {
          id: "form",
          submitText: words(`\${button}`),
          formSchema: variable("form"),
          status: statusFrom("state"),
          params: [{ name: "v", type: "variable", variable: "version" }],
          actionType: "request",
        },
      },
    ],
    variables: { form: "form", button: "string", state: "string", version: "string" },
  });

  test("show their fields with what is filled in, and are sent with the template's params", () => {
    const form = {
      fields: [
        { name: "id", type: "TEXT", hidden: true, defaultValue: "a1" },
        { name: "name", label: "名称", type: "TEXT", required: true, placeholder: "请填写" },
        {
          name: "kind",
          label: "类型",
          type: "SELECT",
          defaultValue: { index: 1, value: "b" },
          options: [
            { value: "a", text: "甲" },
            { value: "b", text: "乙" },
          ],
        },
        { label: "无名" },
      ],
    };

    const nodes = renderCard(template, { form: JSON.stringify(form), button: "保存", version: "4" });
    const card = readCard(nodes);

    expect(card.text).toBe("名称（必填）：（空，提示：请填写）\n类型：乙\n[保存]");
    expect(card.forms.map(({ formId, submitLabel, disabled }) => ({ formId, submitLabel, disabled }))).toEqual([
      { formId: "form", submitLabel: "保存", disabled: false },
    ]);
    expect(card.forms[0]?.fields).toEqual([
      { name: "id", label: "", type: "TEXT", required: false, hidden: true, value: "a1" },
      { name: "name", label: "名称", type: "TEXT", required: true, placeholder: "请填写" },
      {
        name: "kind",
        label: "类型",
        type: "SELECT",
        required: false,
        value: { index: 1, value: "b" },
        options: [
          { value: "a", text: "甲" },
          { value: "b", text: "乙" },
        ],
      },
    ]);
    expect(nodes[0]).toMatchObject({ params: { v: "4" } });
  });

  test("without fields, or unreadable, are not drawn", () => {
    expect(renderCard(template, { form: '{"fields":[]}' })).toEqual([]);
    expect(renderCard(template, { form: "{" })).toEqual([]);
    expect(renderCard(template, {})).toEqual([]);
  });
});

describe("inputs of the client's own variables", () => {
  const template = templateOf({
    components: [
      {
        componentName: "SelectBlock",
        id: "s",
        props: {
          title: words("类型"),
          currentIndex: { type: "dynamicNumber", valueType: "variable", variable: "at" },
          options: [
            { label: words("甲"), value: words("a") },
            { label: words("乙"), value: words("b") },
          ],
          localVarAction: { type: "variableValue", variable: "chosen" },
        },
      },
      {
        componentName: "SingleButton",
        id: "b",
        props: {
          text: words("提交"),
          actionType: "request",
          params: [{ name: "select", type: "variable", variable: "chosen" }],
        },
      },
    ],
    variables: { at: "number" },
    locals: { chosen: "object" },
  });

  test("show the card's value until the person chooses, and buttons send what was chosen", () => {
    const [before] = renderCard(template, { at: "0" });
    const [after, button] = renderCard(template, { at: "0" }, { chosen: { index: 1 } });

    expect(before).toMatchObject({ kind: "input", local: "chosen", input: { value: { index: 0, value: "a" } } });
    expect(after).toMatchObject({ input: { type: "SELECT", value: { index: 1 } } });
    expect(button).toMatchObject({ steps: [{ params: { select: { index: 1 } } }] });
  });
});

describe("the toast after a press", () => {
  const answered = (cardPrivateData: Record<string, string>) => ({ cardData: {}, cardPrivateData });

  test("of an event chain comes from the values the bot answered, else from its failure branch", () => {
    const toast = (content: string) => ({
      event: { actionType: "toast", toastContent: words(content) },
      callbacks: {},
    });
    const template = templateOf({
      components: [
        {
          componentName: "SingleButton",
          id: "b",
          props: {
            text: words("提交"),
            actionType: "eventChain",
            events: [
              {
                event: { actionType: "request", actionId: words("submit") },
                callbacks: {
                  success: {
                    leftEvent: toast(`好：\${event.cardPrivateData.said}`),
                    condition: {
                      op: "and",
                      conditions: [
                        { type: "eventData", eventData: "cardPrivateData.status", op: "equal", value: "success" },
                      ],
                    },
                    rightEvent: toast("未成"),
                  },
                  failure: { leftEvent: toast("请求失败") },
                },
              },
            ],
          },
        },
      ],
      variables: { said: "string", status: "string" },
    });
    const press = { template, data: {}, actionId: "submit" };

    expect(saidAtOnce(stepsAfter({ ...press, answer: answered({ status: "success", said: "已提交" }) }))).toBe(
      "好：已提交",
    );
    expect(saidAtOnce(stepsAfter({ ...press, answer: answered({ status: "stale" }) }))).toBe("未成");
    expect(saidAtOnce(stepsAfter({ ...press, answer: undefined }))).toBe("请求失败");
    expect(saidAtOnce(stepsAfter({ ...press, actionId: "other", answer: undefined }))).toBeUndefined();
  });

  test("of a plain request depends on its success condition", () => {
    const template = templateOf({
      components: [
        {
          componentName: "SingleButton",
          id: "b",
          props: {
            text: words("提交"),
            actionType: "request",
            successToast: words("提交成功"),
            failureToast: words("提交失败"),
            successCondition: { op: "and", conditions: [{ type: "variable", variable: "submitted", op: "isTrue" }] },
          },
        },
      ],
      variables: { submitted: "boolean" },
    });
    const press = { template, actionId: "b", answer: answered({}) };

    expect(saidAtOnce(stepsAfter({ ...press, data: { submitted: "true" } }))).toBe("提交成功");
    expect(saidAtOnce(stepsAfter({ ...press, data: { submitted: "false" } }))).toBe("提交失败");
  });
});
