import type { View } from "../../src/platform/chat/view.ts";

const DISTRICTS = ["越城区", "柯桥区", "上虞区", "诸暨市", "嵊州市", "新昌县"];

/** The card of a stage: sentences, a table, buttons. */
export const tableView = (nth: number): View => ({
  title: `【第二阶段】组织实施　第${nth}号`,
  tone: "running",
  status: "进行中",
  body: [
    { kind: "text", text: "各区（县、市）建设部门组织小区**申报**，并完成初评。" },
    {
      kind: "table",
      columns: ["地区", "申报", "初评", "平均分"],
      rows: DISTRICTS.map((district, place) => [district, `${place + 2}`, `${place}`, `${90 + place}.5`]),
    },
    { kind: "facts", facts: [{ label: "报送至", value: "市建设局" }] },
  ],
  actions: [
    { id: "campaign.progress", label: "查看进度", typed: "进度", look: "primary", subject: `stage-${nth}` },
    { id: "campaign.cite", label: "查看依据", typed: "依据 L14", look: "default", subject: "L14" },
  ],
  footnote: "系统建议，非文件规定。",
});

/** A page of a form, a field of each common kind. */
export const formView = (nth: number): View => ({
  title: `申报：小区基本情况　第${nth}号`,
  tone: "near",
  status: "剩3个工作日",
  body: [],
  form: {
    id: `application-${nth}`,
    action: "application.save",
    subject: `application-${nth}`,
    submitLabel: "保存并继续",
    fields: [
      { name: "projectName", label: "项目名称", kind: "text", required: true },
      { name: "address", label: "小区地址", kind: "textArea", required: false, value: "群贤路1号" },
      { name: "households", label: "总户数", kind: "number", required: true, value: 1280 },
      {
        name: "kind",
        label: "房屋类型",
        kind: "select",
        required: true,
        options: ["住宅", "商住混合", "保障性住房"].map((text) => ({ value: text, text })),
      },
      { name: "truthful", label: "以上内容属实", kind: "switch", required: false },
    ],
  },
  actions: [{ id: "application.leave", label: "保存退出", typed: "保存退出", look: "default" }],
});
