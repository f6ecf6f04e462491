import { buttonRow } from "./buttons.ts";
import {
  type Component,
  choiceFrom,
  component,
  lines,
  paramsFrom,
  shownWhen,
  sides,
  variable,
  words,
} from "./components.ts";
import { privateVariableOf, type Template, type Variable, variableOf } from "./template.ts";

/**
 * The one card of this project, driven by its data: from top to bottom a header with the state in words, a line only
 * the reader sees, text, up to three tables, text, a form, up to six buttons, a footnote. What has no value is hidden.
 */

const BUTTONS = [1, 2, 3, 4, 5, 6] as const;
const TABLES = [1, 2, 3] as const;
const TEXTS_BEFORE = [1, 2, 3, 4] as const;
const TEXTS_AFTER = [5, 6, 7, 8] as const;

const variables: Variable[] = [
  variableOf("lastMessage", "string", "会话列表中的摘要"),
  variableOf("title", "string", "标题"),
  variableOf("status", "string", "状态，如：进行中、剩3个工作日"),
  variableOf("statusColor", "string", "状态颜色：blue、orange、red、green、gray"),
  variableOf("version", "string", "卡片版本，随按钮与表单回传"),
  ...[...TEXTS_BEFORE, ...TEXTS_AFTER].map((n) => variableOf(`text${n}`, "markdown", `正文${n}`)),
  ...TABLES.map((n) => variableOf(`table${n}`, "table", `表格${n}`)),
  variableOf("form", "form", "表单"),
  variableOf("formId", "string", "表单编号"),
  variableOf("formButton", "string", "表单按钮文字，为空时不显示表单"),
  variableOf("formStatus", "string", "normal、disabled"),
  variableOf("formAction", "string", "提交表单时回传的 action"),
  variableOf("formSubject", "string", "提交表单时回传的 subject"),
  ...BUTTONS.flatMap((n) => [
    variableOf(`button${n}`, "string", `按钮${n}文字，为空时不显示`),
    variableOf(`button${n}Color`, "string", "blue、gray、red"),
    variableOf(`button${n}Status`, "string", "normal、disabled"),
    variableOf(`button${n}Action`, "string", `按钮${n}回传的 action`),
    variableOf(`button${n}Subject`, "string", `按钮${n}回传的 subject`),
  ]),
  variableOf("footnote", "string", "末行灰色小字"),
  privateVariableOf("toast", "点按后的弹窗提示"),
  privateVariableOf("notice", "仅本人可见的提示行"),
  privateVariableOf("noticeVersion", "提示行所属的卡片版本"),
];

const markdownSlot = (n: number): Component =>
  component({
    componentName: "Markdown",
    id: `text${n}`,
    title: `正文${n}`,
    props: {
      mdVer: 0,
      content: {
        type: "dynamicMarkdown",
        valueType: "variable",
        variable: `text${n}`,
        variableType: "global",
        value: "",
      },
      visible: shownWhen({ variable: `text${n}`, op: "isNotEmpty" }),
      ...sides(12, 6),
    },
  });

const tableSlot = (n: number): Component =>
  component({
    componentName: "Table",
    id: `table${n}`,
    title: `表格${n}`,
    props: {
      cellPadding: 4,
      enablePagination: false,
      enableZebraColor: true,
      enableScroll: false,
      maxLine: lines(10),
      data: variable(`table${n}`),
      visible: shownWhen({ variable: `table${n}.data`, op: "lengthNotEqual", value: 0 }),
      ...sides(12, 6),
    },
  });

const header: Component[] = [
  component({ componentName: "CardHeaderV2", id: "header", title: "卡片头部", props: { title: words(`\${title}`) } }),
  component({
    componentName: "Tag",
    id: "status",
    title: "状态",
    props: {
      text: words(`\${status}`),
      color: choiceFrom("statusColor", "blue"),
      tagStyle: "hollow",
      visible: shownWhen({ variable: "status", op: "isNotEmpty" }),
      ...sides(12, 4),
    },
  }),
];

interface Line {
  id: string;
  title: string;
  /** The variable or expression without which the line is hidden. */
  from: string;
  content: string;
  color: "black" | "gray";
  size: "middle" | "small";
}

const line = ({ id, title, from, content, color, size }: Line): Component =>
  component({
    componentName: "BaseText",
    id,
    title,
    props: {
      text: words(content),
      styleType: "custom",
      color,
      size,
      bold: false,
      maxLine: lines(20),
      visible: shownWhen({ variable: from, op: "isNotEmpty" }),
      ...sides(12, 4),
    },
  });

const notice = line({
  id: "notice",
  title: "提示行",
  from: "noticeNow",
  content: `提示：\${noticeNow}`,
  color: "black",
  size: "middle",
});

const footnote = line({
  id: "footnote",
  title: "脚注",
  from: "footnote",
  content: `\${footnote}`,
  color: "gray",
  size: "small",
});

const form = component({
  componentName: "Form",
  id: "form",
  title: "表单",
  props: {
    id: words(`\${formId}`),
    submitText: words(`\${formButton}`),
    formSchema: variable("form"),
    params: paramsFrom({ action: "formAction", subject: "formSubject", v: "version" }),
    status: choiceFrom("formStatus", "normal"),
    visible: shownWhen({ variable: "formButton", op: "isNotEmpty" }),
    actionType: "request",
  },
});

export const board: Template = {
  variables,
  expressions: [
    {
      name: "noticeNow",
      content: 'noticeVersion == version ? notice : ""',
      description: "卡片更新后，旧的提示行不再显示",
    },
  ],
  root: component({
    componentName: "Card",
    id: "board",
    title: "",
    props: { summaryContent: variable("lastMessage"), actionType: "url", isLinkToCard: false },
    children: [
      ...header,
      notice,
      ...TEXTS_BEFORE.map(markdownSlot),
      ...TABLES.map(tableSlot),
      ...TEXTS_AFTER.map(markdownSlot),
      form,
      ...[1, 3, 5].map(buttonRow),
      footnote,
    ],
  }),
  example: {
    lastMessage: "评选进度 进行中",
    title: "评选进度",
    status: "进行中",
    statusColor: "blue",
    version: "1",
    text1: "**宣传发动**：8月10日至8月31日",
    table1: { data: [], meta: [] },
    form: { fields: [] },
    formId: "form",
    button1: "查看进度",
    button1Color: "blue",
    button1Status: "normal",
  },
};
