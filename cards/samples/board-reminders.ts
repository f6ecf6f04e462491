import type { View } from "../../src/platform/chat/view.ts";

const BY = "9月底前（截至9月30日）";

/** Who owes what, and what the organizer does about it. */
export const morningView: View = {
  title: "今日待办　美好家园",
  tone: "near",
  status: "2项待办",
  body: [
    { kind: "heading", text: `推荐名单　${BY}，遇休息日，最后一个工作日为9月28日` },
    {
      kind: "list",
      items: [
        "越城区：剩3个工作日，已约定9月28日报送，9月25日已提醒，已读",
        "上虞区、诸暨市：剩3个工作日，9月25日已提醒，未读",
      ],
    },
    { kind: "heading", text: "需要您办理" },
    { kind: "list", ordered: true, items: ["评选工作组：尚未提出人选", "口径R10：尚未答复，公布前须明确"] },
    { kind: "heading", text: "9月25日（周一）08:45以来" },
    { kind: "list", items: ["推荐名单报送：柯桥区", "约定报送：越城区"] },
    {
      kind: "facts",
      facts: [
        { label: "推荐名单", value: "应报6个，已报3个；尚未报送：越城区、上虞区、诸暨市" },
        { label: "核验安排测算", value: "9月28日至10月13日共7个工作日，可以完成" },
      ],
    },
  ],
  actions: [
    { id: "nudge.preview", label: "催办", typed: "催办", look: "primary" },
    { id: "nudge.agree", label: "登记约定", typed: "登记约定", look: "default" },
    { id: "ranking.see", label: "排名", typed: "排名", look: "default" },
  ],
  footnote: "市级各步骤可在此办理，也可直接发送按钮上的文字。",
};

export const nudgeView: View = {
  title: "催办　预览",
  tone: "near",
  status: "待确认发送",
  body: [
    { kind: "facts", facts: [{ label: "接收", value: "2个地区4人，每人一张卡片" }] },
    {
      kind: "list",
      items: ["上虞区：上虞区经办人1、上虞区经办人2（推荐名单）", "诸暨市：诸暨市经办人1、诸暨市经办人2（推荐名单）"],
    },
    { kind: "heading", text: "不发送" },
    { kind: "list", items: ["越城区　推荐名单：已约定9月28日报送"] },
    { kind: "heading", text: "内容（【提醒】上虞区）" },
    { kind: "list", items: [`推荐名单：尚未报送，${BY}，剩3个工作日`] },
  ],
  actions: [
    { id: "nudge.confirm", label: "确认催办", typed: "确认催办", look: "primary" },
    { id: "nudge.drop", label: "取消催办", typed: "取消催办", look: "default" },
  ],
  footnote: "确认之后才发送；其间已报送或已约定的不再发送。",
};

export const reminderView: View = {
  title: "【提醒】待办2项",
  tone: "near",
  status: "剩3个工作日",
  body: [
    {
      kind: "list",
      ordered: true,
      items: ["申报表：已填11项，余5项", `推荐名单：尚未报送，${BY}，请尽量于9月28日（周四）17:00前，剩3个工作日`],
    },
    { kind: "text", text: "9月25日的提醒显示未读，请尽快查看办理。" },
  ],
  actions: [
    { id: "application.start", label: "继续填写", typed: "申报", look: "primary" },
    { id: "extension.see", label: "申请延期", typed: "申请延期 推荐名单", look: "default" },
  ],
  footnote: "提醒时间为系统建议，非文件规定。",
};
