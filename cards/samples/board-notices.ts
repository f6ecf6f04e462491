import type { View } from "../../src/platform/chat/view.ts";

export const runningView: View = {
  title: "【第二阶段】申报　9月20日（周三）截止",
  tone: "running",
  status: "进行中，剩22个工作日",
  body: [
    { kind: "text", text: "请组织符合条件的住宅小区申报**美好家园**，一个小区一份申报表。" },
    {
      kind: "facts",
      facts: [
        { label: "已申报", value: "3个" },
        { label: "填写中", value: "2个" },
        { label: "推荐名额", value: "6个" },
      ],
    },
    { kind: "list", items: ["申报表须由小区所在街道盖章。", "照片不少于五张，单张不超过20 MB。"] },
  ],
  actions: [
    { id: "application.start", label: "开始申报", typed: "申报", look: "primary" },
    { id: "progress.see", label: "查看进度", typed: "进度", look: "default" },
    { id: "citation.see", label: "查看依据", typed: "依据 L15", look: "default", subject: "L15" },
  ],
  footnote: "依据：实施方案第15行",
};

const compounds = ["锦绣花园", "望湖小区", "镜湖新苑", "古城里", "金柯桥花园", "曹娥江畔"];

export const rankingView: View = {
  title: "全市排名",
  tone: "done",
  status: "已公布",
  body: [
    { kind: "text", text: "得分为各组评分的平均值，保留一位小数。" },
    {
      kind: "table",
      columns: ["名次", "小区", "地区", "得分"],
      rows: compounds.map((name, at) => [
        String(at + 1),
        name,
        ["越城区", "柯桥区", "上虞区"][at % 3] ?? "",
        (96.5 - at * 1.5).toFixed(1),
      ]),
    },
  ],
  actions: [{ id: "export.ranking", label: "导出排名", typed: "导出 排名", look: "primary" }],
  footnote: "截至2023年10月25日09:30",
};

export const listView: View = {
  title: "待初评小区",
  tone: "near",
  status: "剩3个工作日",
  body: [
    { kind: "list", ordered: true, items: ["锦绣花园：已评21项，余4项", "望湖小区：未开始", "镜湖新苑：待提交定稿"] },
    { kind: "quote", text: "各区、县（市）负责本地区小区的初评。" },
  ],
  actions: [
    { id: "preliminary-review.open", label: "继续初评", typed: "初评 锦绣花园", look: "primary" },
    { id: "preliminary-review.open", label: "初评下一个", typed: "初评 望湖小区", look: "default" },
  ],
  footnote: "依据：实施方案第15行",
};

export const answeredView: View = {
  title: "口径第12号：临时绿地是否计入绿地率",
  tone: "done",
  status: "已确认",
  body: [{ kind: "text", text: "答复：不计入。自9月1日起适用。" }],
  actions: [
    { id: "ruling.confirm", label: "已确认 09:31", typed: "确认口径 12", look: "primary", disabled: true },
    { id: "ruling.reject", label: "退回", typed: "退回口径 12", look: "danger", disabled: true },
  ],
};

export const privateView: View = {
  title: "锦绣花园　初评",
  tone: "overdue",
  status: "已逾期1天",
  body: [{ kind: "text", text: "第1页已保存。" }],
  actions: [
    { id: "preliminary-review.next", label: "下一页", typed: "未评分条目", look: "primary" },
    { id: "preliminary-review.discard", label: "放弃初评", typed: "取消", look: "danger" },
  ],
};

export const retiredView: View = {
  title: "已由新卡片替代",
  tone: "closed",
  status: "已替代",
  body: [{ kind: "text", text: "请查看下方最新的卡片。" }],
  actions: [],
};
