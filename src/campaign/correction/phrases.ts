import { type CivilDate, isCivilDate } from "../../shared/civil-date.ts";
import type { ApplicationState } from "../application/application.ts";
import { fullDayWords } from "../definition/wording.ts";
import type { Nouns } from "../directory/nouns.ts";
import type { ItemState } from "./rules.ts";

const quoted = (name: string): string => `“${name}”`;
const day = (on: CivilDate): string => (isCivilDate(on) ? fullDayWords(on) : on);

const states = { changed: "已修改", explained: "已说明", open: "待补正" } satisfies Record<ItemState, string>;

/** 退回补正. */
export const correctionPhrases = {
  // What is returned.
  points: (id: string, short: string) => `评分${id}${short}`,
  evidence: (id: string, short: string) => `材料${id}${short}`,
  clause: (annex: string, id: string) => `${annex}第${id.replace("-", "项第")}条`,
  paper: () => "申报表盖章件",

  // The city.
  word: () => "退回补正",
  words: ["退回补正", "退回修正"],
  example: ({ caseName }: Nouns) => `退回补正 ${caseName} 10月9日：栏目名称 问题`,
  purpose: ({ case: noun }: Nouns) => `把已报送的${noun}退回补正，一次列明全部问题和期限；「补正情况」查看办理情况`,
  confirmWords: ["确认退回补正", "确认退回"],
  confirm: () => "确认退回补正",
  revokeWords: ["撤销退回补正", "撤销退回"],
  revoke: () => "撤销退回补正",
  listWords: ["补正情况", "退回补正情况"],
  list: () => "补正情况",
  title: (name: string) => `退回补正　${name}`,
  status: {
    asking: "待确认",
    writing: "待填写",
    open: "待补正",
    corrected: "已补正",
    revoked: "已撤销",
    ended: "不再办理",
    none: "未退回",
  },
  /** @param named examples of what can be returned */
  ask: (named: readonly string[]) =>
    `请一次列明须补正的全部问题，每行一项，先写哪一项、再写问题，例如：${named.map((one) => `${one} 问题`).join("；")}。只开放所列各项，其余不能修改。`,
  askTyped: (name: string, named: readonly string[]) =>
    `请写明补正期限和须补正的全部问题，例如「退回补正 ${name} 10月9日：${named.map((one) => `${one} 问题`).join("；")}」。只开放所列各项，其余不能修改。`,
  examples: {
    points: (row: string) => `评分${row}`,
    evidence: (row: string) => `材料${row}`,
    clause: (clause: string) => `要求${clause}`,
    opinion: (office: string) => `意见${office}`,
    paper: () => "盖章件",
  },
  itemsField: () => "须补正的问题",
  itemsHolder: (named: string) => `${named} 问题`,
  dueField: () => "补正期限",
  preview: () => "核对",
  asked: (dueOn: CivilDate) => `将退回以下各项，请于${day(dueOn)}前补正；其余各项不能修改。请核对后确认。`,
  asks: (name: string) => `退回补正${quoted(name)}`,
  done: (dueOn: CivilDate, count: number) => `已退回补正，共${count}项，期限${day(dueOn)}，已告知经办人。`,
  unread: (lines: readonly string[]) => `没有读懂是哪一项：${lines.map(quoted).join("、")}。`,
  bare: (lines: readonly string[]) => `没有写明问题：${lines.map(quoted).join("、")}。`,
  nothing: () => "没有写明须补正的问题。",
  notTaken: () => "均未记录，请改正后重新发送。",
  defects: () => "须补正的问题",
  typed: (name: string, day: string, items: string) => `退回补正 ${name} ${day}：${items}`,
  noDay: () => "没有写明补正期限，未记录。请写明日期，例如「10月9日」。",
  dayOver: () => "补正期限早于今天，未退回。请重新写明期限。",
  noneAsked: () => "没有待确认的退回补正，未作任何改动。请先发送「退回补正」和名称。",
  notAsked: (name: string) => `${quoted(name)}没有待确认的退回补正，未作任何改动。请先发送「退回补正 ${name}」。`,
  noSuch: ({ case: noun }: Nouns) => `没有找到该${noun}，未作任何改动。`,
  noPart: (name: string, state: ApplicationState) =>
    state === "excluded" ? `${quoted(name)}不得参与，未作任何改动。` : `${quoted(name)}的申报已撤回，未作任何改动。`,
  notReported: (name: string, { district }: Nouns) =>
    `${quoted(name)}尚未列入已报送的推荐名单，由${district}自行修改，不能退回补正，未作任何改动。`,
  published: (name: string, { city }: Nouns) =>
    `${city}级名单已公布，${quoted(name)}不能退回补正，未作任何改动。公布内容有误的，请发送「更正」。`,
  alreadyReturned: (name: string) =>
    `${quoted(name)}已退回补正，尚未报送补正，未作任何改动。问题有遗漏的，请先「撤销退回补正 ${name}」，再一次列明。`,
  revoked: (name: string) => `已撤销退回补正：${quoted(name)}。已作的修改保留。`,
  toldRevoked: (name: string, { city }: Nouns) =>
    `${city}级已撤销${quoted(name)}的退回补正，无须再报送补正，已作的修改保留。`,

  // The district.
  correctWord: () => "补正",
  submitWord: () => "报送补正",
  submitWords: ["报送补正", "补正报送", "提交补正"],
  submitExample: ({ caseName }: Nouns) => `报送补正 ${caseName}`,
  submitPurpose: ({ city }: Nouns) =>
    `${city}级退回补正的，改正后报送；「补正」查看问题，「补正说明」写明无须修改的理由`,
  explainWord: () => "补正说明",
  explainWords: ["补正说明"],
  explainTyped: (name: string, at: number, text: string) => `补正说明 ${name} ${at} ${text}`,
  lead: (dueOn: CivilDate, { city }: Nouns) =>
    `${city}级退回补正，请于${day(dueOn)}前改正以下各项并「报送补正」，逾期报送的须写明原因。其余各项不能修改。`,
  /** After 公布, or in a closed campaign. */
  ended: () => "该项补正未报送，现已不再办理。",
  leadCity: (dueOn: CivilDate) => `已退回补正，期限${day(dueOn)}。`,
  item: (name: string, defect: string, state: ItemState, explanation: string | undefined) =>
    `【${states[state]}】${name}：${defect}${state === "explained" && explanation !== undefined ? `（说明：${explanation}）` : ""}`,
  ways: (name: string, annex: string | undefined) =>
    `改申报表发送「修改申报 ${name}」，改分数发送「初评 ${name}」（改后须提交定稿），材料、盖章件直接发送${annex === undefined ? "" : `，${annex}发送「要求 ${name}」`}，意见发送「意见 ${name}」。无须修改的，发送「补正说明 ${name} 序号 理由」。`,
  caseDone: (on: CivilDate, late: string | undefined) =>
    `已于${day(on)}报送补正。${late === undefined ? "" : `逾期原因：${late}。`}`,
  caseRevoked: ({ city }: Nouns) => `${city}级已撤销退回补正。`,
  notReturned: (name: string) => `${quoted(name)}没有待办的退回补正，未作任何改动。`,
  noneReturned: () => "没有退回补正的事项。",
  noItem: (at: number, of: number) => `没有第${at}项（共${of}项），未记录。`,
  noExplanation: (at: number) => `请写明第${at}项无须修改的理由，未记录。`,
  whichItem: () => "请写明是第几项和理由，例如「补正说明 2 经核对无误」，未记录。",
  tooLong: (most: number) => `理由超过${most}个字，未记录。`,
  explained: (at: number) => `第${at}项的说明已记录。`,
  stillOpen: (name: string, items: readonly number[]) =>
    `${quoted(name)}还有${items.length}项待补正（第${items.join("、")}项），未报送。确无须修改的，请写明理由：「补正说明 ${name} ${items[0] ?? 1} 理由」。`,
  notFinal: (name: string) => `${quoted(name)}的初评尚未提交定稿，未报送。请先「提交定稿 ${name}」。`,
  formOpen: (name: string) =>
    `${quoted(name)}的申报表有修改尚未提交，未报送。请先「修改申报 ${name}」并提交，或删除修改。`,
  askLate: (name: string, dueOn: CivilDate) =>
    `补正期限${day(dueOn)}已过，未报送。仍须报送的，请写明逾期原因：「报送补正 ${name} 逾期原因 理由」。`,
  lateWord: () => "逾期原因",
  submitted: (name: string, { city }: Nouns) => `${quoted(name)}的补正已报送${city}级。`,
  correctedTitle: (district: string, name: string) => `${district}已报送补正：${name}`,
  corrected: () => "各项办理情况如下，请核对。",
  reopens: (defects: string) => `退回补正：${defects}`,
  closed: (name: string, parts: readonly string[]) =>
    `${quoted(name)}已退回补正，只能修改所列各项：${parts.join("、")}。其余各项未作改动。`,
  caseLine: (dueOn: CivilDate, open: number) =>
    open === 0
      ? `已退回补正，期限${day(dueOn)}：各项已办，尚未报送补正。`
      : `已退回补正，期限${day(dueOn)}：还有${open}项待补正。`,
  /** After 提交定稿 of its points. */
  afterFinal: (name: string) => `各项改完后，请发送「报送补正 ${name}」。`,
  holdsList: (name: string) => `名单中的${quoted(name)}已退回补正，尚未报送补正`,
  overview: (district: string, name: string, { dueOn, open, of }: { dueOn: CivilDate; open: number; of: number }) =>
    `${district}　${name}：共${of}项，${open === 0 ? "均已办，尚未报送补正" : `还有${open}项待补正`}，期限${day(dueOn)}`,
};
