import type { View, ViewField } from "../../src/platform/chat/view.ts";
import { turnField } from "../../src/platform/conversation/page-turn.ts";

const kinds = [
  { value: "residential", text: "住宅" },
  { value: "mixed", text: "商住混合" },
  { value: "affordable", text: "保障性住房" },
];

const features = [
  { value: "lift", text: "加装电梯" },
  { value: "charging", text: "充电设施" },
];

const fields: ViewField[] = [
  { name: "name", label: "小区名称", kind: "text", required: true },
  { name: "address", label: "小区地址", kind: "textArea", required: true, placeholder: "街道、门牌" },
  { name: "households", label: "总户数", kind: "number", required: true },
  { name: "deliveredOn", label: "交付日期", kind: "date", required: false },
  { name: "kind", label: "房屋类型", kind: "select", required: true, options: kinds },
  { name: "features", label: "配套设施", kind: "multiSelect", required: false, options: features },
  { name: "truthful", label: "以上内容属实", kind: "switch", required: false },
];

const answers: Record<string, ViewField["value"]> = {
  name: "锦绣花园",
  address: "柯桥区柯岩街道群贤路1号",
  deliveredOn: "2019-06-30",
  kind: "mixed",
  features: ["charging"],
  truthful: true,
};

/** Fields with what is saved in them; all seven with answers are more than one page of a card holds. */
const filled = fields
  .filter(({ name }) => name !== "households")
  .map((field): ViewField => {
    const value = answers[field.name];
    return value === undefined ? field : { ...field, value };
  });

export const formView: View = {
  title: "申报：小区基本情况（1/3）",
  tone: "running",
  status: "填写中",
  body: [{ kind: "text", text: "填好本页后，在“完成后”一项选择去向。" }],
  form: {
    id: "application-1",
    action: "application.save",
    subject: "application-7",
    submitLabel: "保存本页",
    fields: [...fields, turnField({ isFirst: true })],
  },
  actions: [],
};

const form = { id: "application-1", action: "application.save", subject: "application-7", fields: filled };

export const completeFormView: View = {
  ...formView,
  form: { ...form, submitLabel: "保存本页" },
};

export const lockedFormView: View = {
  ...formView,
  tone: "closed",
  status: "已截止",
  body: [{ kind: "text", text: "申报已于9月20日17:30截止，以下为已保存的内容。" }],
  form: { ...form, submitLabel: "已截止", disabled: true },
  actions: [{ id: "application.leave", label: "保存退出", typed: "保存退出", look: "default", disabled: true }],
};

const long = (characters: number): string =>
  "绍兴市美好家园评选活动各区县市建设部门及街道社区物业服务企业业主委员会共同参与".repeat(20).slice(0, characters);

export const longestView: View = {
  title: long(64),
  tone: "near",
  status: long(24),
  body: [
    { kind: "text", text: long(300) },
    {
      kind: "table",
      columns: ["小区名称及所在街道社区", "申报单位", "得分", "备注"],
      rows: [
        [long(24), long(16), "100.0", long(30)],
        [long(12), long(8), "—", ""],
      ],
    },
    { kind: "facts", facts: [{ label: long(12), value: long(40) }] },
  ],
  actions: [
    { id: "one", label: "确认并全部提交", typed: "一", look: "primary" },
    { id: "two", label: "退回补正材料", typed: "二", look: "danger" },
    { id: "three", label: "查看全部依据", typed: "三", look: "default" },
    { id: "four", label: "导出附件4", typed: "四", look: "default" },
    { id: "five", label: "查看本地区进度", typed: "五", look: "default" },
    { id: "six", label: "帮助", typed: "六", look: "default" },
  ],
  footnote: long(200),
};
