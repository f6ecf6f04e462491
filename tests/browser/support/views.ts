import type { View } from "../../../src/platform/chat/view.ts";

/** A stage card with a table and two buttons. */
export const stageView: View = {
  title: "【第一阶段】宣传发动　8月20日（周日）截止",
  tone: "running",
  status: "进行中",
  body: [
    { kind: "text", text: "各区（县、市）建设部门要将共建“美好家园”小区工作积极向属地**党委、政府**汇报。" },
    { kind: "quote", text: "依据：实施方案第14行" },
    {
      kind: "table",
      columns: ["地区", "申报", "初评", "平均分"],
      rows: [
        ["越城区", "6", "4", "92.5"],
        ["柯桥区", "8", "8", "90.0"],
        ["上虞区", "3", "0", "—"],
      ],
    },
    {
      kind: "facts",
      facts: [
        { label: "应交成果", value: "动员部署情况" },
        { label: "报送至", value: "市建设局" },
      ],
    },
  ],
  actions: [
    { id: "campaign.progress", label: "查看进度", typed: "进度", look: "primary", subject: "stage-1" },
    { id: "campaign.cite", label: "查看依据", typed: "依据 L14", look: "default", subject: "L14" },
  ],
  footnote: "系统建议，非文件规定。",
};

export const openedView: View = { ...stageView, status: "已查看", tone: "done" };

const kinds = [
  { value: "residential", text: "住宅" },
  { value: "mixed", text: "商住混合" },
  { value: "affordable", text: "保障性住房" },
];

/** A page of an application form: one field of every kind a view has. */
export const formView: View = {
  title: "申报：小区基本情况（1/3）",
  tone: "near",
  status: "剩3个工作日",
  body: [],
  form: {
    id: "application-1",
    action: "application.save",
    subject: "application-7",
    submitLabel: "保存并继续",
    fields: [
      { name: "projectName", label: "项目名称", kind: "text", required: true, placeholder: "与备案名称一致" },
      { name: "address", label: "小区地址", kind: "textArea", required: false, value: "柯桥区群贤路1号" },
      { name: "households", label: "总户数", kind: "number", required: true, value: 1280 },
      { name: "kind", label: "房屋类型", kind: "select", required: true, options: kinds },
      { name: "deliveredOn", label: "交付日期", kind: "date", required: false, value: "2019-06-30" },
      { name: "truthful", label: "以上内容属实", kind: "switch", required: false },
    ],
  },
  actions: [{ id: "application.leave", label: "保存退出", typed: "保存退出", look: "default" }],
};
