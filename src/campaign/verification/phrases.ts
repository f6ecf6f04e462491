import { textView } from "../../platform/chat/view.ts";
import { viewPhrases } from "../../platform/conversation/view-phrases.ts";
import type { AssignmentEnd } from "../directory/assignments.ts";
import type { Nouns } from "../directory/nouns.ts";

const joined = (ids: readonly string[]) => ids.join("、");

/** What a member of the team reads while scoring. */
export const verificationPhrases = {
  word: () => "核验",
  example: ({ caseName }: Nouns) => `核验 ${caseName}`,
  purpose: ({ case: one }: Nouns) => `给分派您核验的${one}打分，查看打到哪一条`,
  begun: (name: string) => `“${name}”的核验打分`,
  title: (name: string) => `核验打分：${name}`,
  scoring: () => "打分中",
  scoringOn: (page: string) => `打分中，${page}`,
  left: () => "已保存",
  confirming: () => "待确认",
  finalized: () => "已提交定稿",
  savePage: () => "保存本页",
  pageSaved: (some: boolean, { problems, conflicts }: { problems: number; conflicts: number }) => {
    const open = problems + conflicts;
    return open === 0
      ? viewPhrases.pageSaved(some)
      : `${open}项未保存，原因已列在表单上方。${viewPhrases.restSaved(some)}`;
  },
  back: () => "上一页",
  goBack: () => "返回修改",
  goOn: () => "继续核验",
  leave: () => "保存退出",
  leftLead: () => "已打的分均已保存，随时可从中断处继续。",
  finalize: () => "提交定稿",
  finalizeWord: () => "核验定稿",
  finalizeTyped: (name: string) => `核验定稿 ${name}`,
  finalizeExample: ({ caseName }: Nouns) => `核验定稿 ${caseName}`,
  finalizePurpose: () => "提交本人核验打分定稿，提交前先列出全部分数",
  confirmFinalize: () => "确认定稿",
  confirmWord: () => "确认核验定稿",
  confirmTyped: (name: string) => `确认核验定稿 ${name}`,
  confirmAsked: (name: string) => `提交“${name}”的核验打分定稿`,
  listUnanswered: () => "未评分条目",
  unanswered: (ids: readonly string[]) =>
    ids.length === 0 ? "各条均已打分，可以提交定稿。" : `还有${ids.length}条未打分：${joined(ids)}。`,
  unansweredReply: (name: string, ids: readonly string[]) =>
    textView(`未评分条目：${name}`, verificationPhrases.unanswered(ids)),
  allAnswered: (rows: number) => `${rows}条均已打分，请核对后提交定稿。`,
  /** How the findings of this ledger are written. @param blind the district's points show after one's own */
  findings: ({
    blind,
    row,
    clause,
    annex,
  }: {
    blind: boolean;
    row: string;
    clause: string | undefined;
    annex: string;
  }) => {
    const ways = [
      ...(blind ? [] : [`「${row} 与初评一致」`]),
      ...(clause === undefined ? [] : [`不符合${annex}条款的写「${row} 不符合 ${clause} 事实」，计0分`]),
    ];
    const seen = blind ? "本条打分后方显示初评分。" : "";
    return `现场条目列在前面。低于满分的，请在“理由、备注”写明事实${ways.length > 0 ? `；${ways.join("；")}` : ""}。${seen}`;
  },
  enterForWord: () => "代录",
  enterForExample: ({ caseName }: Nouns) => `代录 成员姓名 ${caseName}`,
  enterForPurpose: () => "录入组织外成员在纸面打的核验分，注明代录",
  enteredFor: (name: string) => `代录：${name}（组织外成员）的分数，由您录入，操作留痕同时记录二人。`,
  footnote: (source: string) => `依据：${source}。提交定稿前，您的分数只有您本人可见。`,
  footnoteFor: (source: string, name: string) => `依据：${source}。提交定稿前，${name}的分数只有录入人可见。`,
  confirmLead: (name: string, total: number, { city }: Nouns) =>
    `即将提交“${name}”的核验打分定稿，总分${total}分。定稿后计入${city}级核验分，组长可以查看；确需修改的，由组长退回修改。`,
  confirmHint: () => "核对无误后，请按「确认定稿」，或回复「确认定稿」。",
  notShown: () => "尚未定稿：请先核对以下分数，无误后再确认。",
  incomplete: (ids: readonly string[]) => `还有${ids.length}条未打分，不能提交定稿：${joined(ids)}。已打的分均已保存。`,
  unfit: (ids: readonly string[]) => `${joined(ids)}的分数不合现行口径，不能提交定稿，请重新打分。已打的分均已保存。`,
  finalizedLead: (at: string) => `本人核验打分已于${at}提交定稿。`,
  finalizedReply: (name: string, { total, left }: { total: number; left: readonly string[] }, nouns: Nouns) =>
    textView(
      `已提交定稿：${name}`,
      `“${name}”核验打分${total}分，已提交定稿。${left.length > 0 ? `您还有${nouns.cases(left.length)}未定稿：${joined(left)}。` : `分派您的${nouns.case}均已定稿。`}`,
      { tone: "done" },
    ),
  reopenedLine: (at: string, reason: string | undefined) =>
    `组长已于${at}退回修改${reason === undefined ? "" : `，理由：${reason}`}。原分数保留，修改后请再次提交定稿。`,
  cancelled: (name: string, given: number) =>
    textView(
      verificationPhrases.title(name),
      `已停止打分，未提交定稿。${given > 0 ? `已打的${given}条均已保存，` : ""}发送「核验 ${name}」可接着打。`,
      { tone: "closed" },
    ),
  otherSiteReply: (name: string, other: string) =>
    textView(
      verificationPhrases.title(name),
      `内容写的是“${other}”，现在打分的是“${name}”，整条未保存。给“${other}”打分的，请先发送「核验 ${other}」，再重新发送；确为“${name}”的，请删去名称后重新发送。`,
      { actions: [{ id: "", label: `核验 ${other}`, typed: `核验 ${other}`, look: "default" }] },
    ),
  /** @param next the row that is asked; left out: none, or it need not be said */
  photosFiled: (name: string, { row, count, next }: { row: string; count: number; next?: string | undefined }) => {
    const goOn = next === undefined ? "" : next === row ? "给本条打分请直接回复分数；" : `接着请给${next}打分；`;
    return textView(
      verificationPhrases.title(name),
      `照片已存入“${name}”${row}的现场照片，现有${count}张。${goOn}其他条目的照片，请先发送条目编号再发照片；存错的，请发送「改放照片」或「撤回照片」。`,
    );
  },
  /** @param later rows that a message sent after this one gave points to */
  overtaken: (name: string, { text, later }: { text: string; later: readonly string[] }) =>
    textView(
      verificationPhrases.title(name),
      `“${text}”先发后到，整条未记录：${
        later.length > 0 ? `${joined(later)}以您其后发送的为准` : "其后的内容已先记录，无法确定是哪一条的分数"
      }。仍需按此记录的，请写明条目编号重新发送。`,
      { tone: "near" },
    ),
  captionNotKept: (text: string, row: string) =>
    textView(
      "文字未记录",
      `与照片一并发送的“${text}”未记录。需要作为扣分事实的，请写明条目和分数，例如「${row} 分数 事实」。`,
    ),
  whichRowForPhoto: (name: string) =>
    textView(verificationPhrases.title(name), "各条均已打分，请先发送条目编号，再发照片。照片暂未存入。", {
      tone: "near",
    }),
  photos: (count: number) => `现场照片${count}张`,
  notOpen: (text: string, { caseName }: Nouns) =>
    textView(
      "未记录",
      `“${text}”未记录：目前没有打开核验打分。请先发送「核验 ${caseName}」；已提交定稿的分数，须由组长退回修改后才能改动。`,
      { actions: [{ id: "", label: "核验", typed: "核验", look: "default" }] },
    ),
  sitesTitle: ({ case: one }: Nouns) => `我的核验${one}`,
  noSuchSite: (said: string, nearest: readonly string[]) =>
    `您可以查看的核验中没有“${said}”，未作任何改动。是否为：${joined(nearest)}？`,
  whichSite: (names: readonly string[], { case: noun }: Nouns) => `请注明${noun}名称：${joined(names)}。未作任何改动。`,
  noSites: ({ case: one }: Nouns) => `目前没有分派您核验的${one}。`,
  siteLine: ({ name, state, done, of }: { name: string; state: SiteState; done: number; of: number }) =>
    `${name}　${siteWords[state]}${state === "open" ? `，已打${done}/${of}条` : ""}`,
};

export type SiteState = "unsaid" | "none" | "open" | "finalized" | "recused";

const siteWords: Record<SiteState, string> = {
  unsaid: "未说明有无应回避情形",
  none: "未打分",
  open: "打分中",
  finalized: "已提交定稿",
  recused: "已回避",
};

const ENDED: Record<AssignmentEnd, string> = {
  reassigned: "已改由其他成员核验",
  recused: "您已回避",
  left: "您已不在评选工作组",
  withdrawn: "申报已撤回",
};

/** Why points are not taken. Each says that nothing was recorded. */
export const verificationRefusals = {
  notYours: (name: string) => `“${name}”没有分派您核验，分数未记录。`,
  ended: (name: string, why: AssignmentEnd) => `“${name}”不再由您核验（${ENDED[why]}），分数未记录。`,
  recused: (name: string) => `您已回避“${name}”，分数未记录。`,
  saysNothing: (name: string) =>
    `核验“${name}”前，须先说明有无应回避情形，分数未记录。没有的，请发送「无应回避情形 ${name}」；有的，请发送「回避 ${name}」。`,
  saysNothingOf: (name: string, member: string) =>
    `${member}尚未说明对“${name}”有无应回避情形，分数未记录。没有的，请发送「无应回避情形 ${name} ${member}」。`,
  withdrawn: (name: string) => `“${name}”的申报已撤回，不再核验，分数未记录。`,
  excluded: (name: string, why: string) => `“${name}”不再核验：${why}分数未记录。`,
  finalized: (name: string, at: string) =>
    `“${name}”的核验打分已于${at}提交定稿，分数未改动。确需修改的，请告知组长退回修改。`,
  noSuch: ({ case: one, measure }: Nouns) => `没有这${measure}${one}，分数未记录。`,
  noCase: ({ case: one, measure }: Nouns) => `没有您可以查看的这${measure}${one}，未作任何改动。`,
  onlyLead: () => "代录组织外成员的分数由组长办理，未作任何改动。",
  noMember: (said: string, names: readonly string[], { caseName }: Nouns) =>
    names.length === 0
      ? "评选工作组没有组织外成员，无需代录。"
      : `${said === "" ? "请写明代录的成员" : `没有组织外成员“${said}”`}，未作任何改动。可写：${names.map((one) => `「代录 ${one} ${caseName}」`).join("")}。`,
};
