import type { Nouns } from "../../directory/nouns.ts";
import type { Retention } from "./due.ts";

/** What is erased, by kind. */
export const ERASED = ["phones", "objectors", "drafts", "photos"] as const;
export type Erased = Readonly<Record<(typeof ERASED)[number], number>>;

const what: Readonly<Record<keyof Erased, string>> = {
  phones: "申报表中的电话",
  objectors: "异议、来信的反映人",
  drafts: "未提交的草稿",
  photos: "未归入材料的照片和文件",
};

const basisWords = ({ ruled }: Retention): string =>
  ruled ? `按口径${ruled.ruling}${ruled.given === undefined ? "" : `（${ruled.given}）`}` : "按建议";

export const retentionPhrases = {
  word: () => "到期清理",
  purpose: () => "活动结束、保存期满后清除不再需要的个人信息：先预览，经审批人同意",
  requestWord: () => "提请清理",
  confirmWord: () => "同意清理",
  declineWord: () => "不同意清理",
  pageWord: () => "个人信息清单",
  pagePurpose: () => "逐项列出系统中的个人信息：用途、可见范围、保存期限",

  title: () => "到期清理　预览",
  cardTitle: (number: number) => `第${number}次到期清理`,
  states: { requested: "待同意", declined: "未同意", done: "已清除" },
  will: () => "将清除",
  line: (kind: keyof Erased, count: number) =>
    `${what[kind]}：${count}${kind === "drafts" ? "份" : kind === "photos" ? "个" : "条"}`,
  nothing: () => "没有需要清除的内容。",
  stays: () => "保留：申报、评分、名单、决定、操作留痕和已制成的卷宗，保存期限按档案规定。",
  chats: (days: number) => `聊天记录办理后${days}日由系统自动清除，不在此列。`,
  /** @param guessable values of earlier versions, whose hash has no salt */
  forEver: (guessable: number) =>
    `清除后系统中不能恢复，操作留痕中只留编号和校验值；此前制成的存档本和备份中仍有，须另行处理。${guessable === 0 ? "" : `其中${guessable}条由早期版本登记，校验值未加随机值，电话号码等短的内容可以逐个试算出来。`}`,
  due: (kept: Retention, day: string, isOver: boolean) =>
    `${basisWords(kept)}保存${kept.months}个月，${isOver ? `已于${day}届满。` : `至${day}届满；尚未届满，是否提前由审批人决定。`}`,
  openCampaign: () => "活动尚未结束，结束并归档之后方可清除个人信息。",
  archiveFirst: () => "尚未制成卷宗，请先发送「归档」。",
  archiveAgain: () => "活动恢复办理后再次结束，此后尚未制成卷宗，请先发送「归档」。",
  making: () => "卷宗正在制作，请待制成后再办理。",
  notErased: (why: string) => `${why}未清除任何内容。`,
  waiting: (number: number) => `第${number}次清理已报审批人，尚未答复。`,
  alreadyWaiting: (number: number) => `第${number}次清理已报审批人，尚未答复，未重复提请。`,

  notNow: (why: string) => `${why}未提请清理。`,
  noApprover: () => "本活动没有审批人，未提请清理。请系统管理员先指定。",
  requested: (names: string) => `已报${names}同意。`,
  asked: (who: string, at: string) => `${who}于${at}提请清理。`,
  decided: (who: string, at: string, isAgreed: boolean) =>
    `${who}于${at}${isAgreed ? "同意，已清除" : "不同意，未清除"}。`,
  nothingToDecide: () => "没有待同意的清理，未作任何改动。",
  ownRequest: () => "清理由您本人提请，须由另一位审批人同意，未作任何改动。",
  changed: () => "提请之后内容有变，未清除任何内容。请先答复「不同意清理」，再由联系人重新提请。",
  done: (number: number) => `第${number}次清理已办理，内容已清除。`,
  declined: (number: number) => `未同意第${number}次清理，未清除任何内容，已告知联系人。`,
  tell: (number: number, isAgreed: boolean) =>
    isAgreed ? `审批人已同意第${number}次清理，所列内容已清除。` : `审批人未同意第${number}次清理，未清除任何内容。`,
  /** For the journal. */
  counts: (erased: Erased) => ERASED.map((kind) => retentionPhrases.line(kind, erased[kind])).join("；"),

  page: {
    title: () => "个人信息清单",
    columns: () => ["内容", "用途", "可见范围", "保存期限"],
    use: () => "核实申报、联系申报人",
    sees: ({ district, city }: Nouns) => `本${district}经办人；${city}级只见部分`,
    kept: (kept: Retention) => `活动结束后${kept.months}个月（${kept.ruled ? `口径${kept.ruled.ruling}` : "建议"}）`,
    inForm: () => "随申报表归档",
    objector: { what: "异议、来信的反映人", use: "核查和答复", sees: "承办人和审批人；审计查看须说明理由" },
    signers: {
      what: "审签人、意见签署人、授权人",
      use: "说明由谁审签和授权",
      sees: ({ district, city }: Nouns) => `本${district}经办人；${city}级经办人`,
      until: "随卷宗归档，不收入利用本",
    },
    visits: {
      what: "核验的陪同人员、组织外成员",
      use: "安排和记录现场核验",
      sees: "核验成员和组织者；陪同人员所在单位",
      until: "随卷宗归档，不收入利用本",
    },
    contacts: {
      what: "公示受理、部门回函、异议承办的联系人",
      use: "受理、核查和答复",
      sees: "承办人和审批人",
      until: "随卷宗归档，不收入利用本",
    },
    recusals: {
      what: "回避事项的事实和理由",
      use: "决定是否回避",
      sees: "本人、组长、组织者和审批人",
      until: "随卷宗归档，不收入利用本",
    },
    evidence: { what: "标注含个人信息的材料", use: "证明评分", until: "随材料归档，不收入利用本" },
    texts: { what: "评分理由、意见、报告等文字", use: "说明办理依据", until: "随卷宗归档，利用本中遮盖号码" },
    chat: { what: "聊天内容", use: "办理所发的事项", sees: "仅系统，加密保存" },
    drafts: { what: "未提交的草稿", use: "继续填报", sees: "填报人所在单位" },
    photos: { what: "未归入材料的照片", use: "等待归入", sees: "发送人" },
    roster: {
      what: "经办人和成员的姓名、手机号",
      use: "分派、提醒和联系",
      sees: "名册维护人员",
      until: "长期保存，不随活动结束清除；更换后的旧号码也保留",
    },
    chatUntil: (days: number) => `办理后${days}日自动清除`,
    footnote: () =>
      "不收集身份证号、党员姓名、伤亡人员姓名，不作人脸和车牌识别；照片只保留拍摄日期。已制成的卷宗和备份不在清理之列，按各自的保存期限另行处理。",
  },
};
