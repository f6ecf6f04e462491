import { textView } from "../../../platform/chat/view.ts";
import type { CivilDate } from "../../../shared/civil-date.ts";
import type { Nouns } from "../../directory/nouns.ts";
import type { CaseStep } from "../consequences.ts";

const day = (on: CivilDate): string => `${Number(on.slice(5, 7))}月${Number(on.slice(8))}日`;

/** Words of the campaign, and the ruling on reserves and replacement where it has one. */
export interface WithdrawalWords extends Nouns {
  replacement: string | undefined;
}

const afterPublication = ({ replacement, approver }: WithdrawalWords): string =>
  replacement === undefined ? `后续处理由${approver}决定` : `后续处理以口径${replacement}为准`;

export const withdrawalPhrases = {
  title: (name: string) => `撤回申报：${name}`,
  toConfirm: () => "待确认",
  standing: (name: string) => `“${name}”尚未撤回。撤回前请核对以下影响：`,
  excluded: () => "该申报已认定不得参与，撤回或恢复均不改变这一认定。",
  /** What a withdrawal affects, by how far the case has come. */
  affects: {
    submitted: () => "撤回后不再参加评选。",
    finalized: () => "初评已提交定稿。撤回后不再参加评选，评分仍然保留。",
    recommended: ({ city }) => `已列入报送的推荐名单。撤回后，${city}级择优不再列入。`,
    proposed: ({ approver }) => `已列入报${approver}批准的择优结果。撤回后，该结果不能批准，须重新择优并报批。`,
    approved: ({ approver }) => `已列入批准的名单。撤回后，该名单不能公布，须重新择优并报${approver}批准。`,
    published: (words) => `名单已公布。撤回后，已公布的名单保持不变，${afterPublication(words)}。`,
  } satisfies Record<CaseStep, (words: WithdrawalWords) => string>,
  /** Of one that is not on the published list. */
  afterList: ({ city, case: one }: WithdrawalWords) =>
    `${city}级名单已公布，该${one}未列入。撤回后，已公布的名单保持不变。`,
  told: (who: readonly string[]) => `撤回后将即时告知${who.join("和")}。`,
  undo: (name: string, until: CivilDate | undefined) =>
    until === undefined
      ? "评选各阶段均已结束，撤回后不能恢复。"
      : `${day(until)}24时前可发送「恢复申报 ${name}」恢复，已填内容、评分和名单次序均予保留。`,
  withdraw: () => "撤回",
  ofApplication: () => "撤回申报",
  whichTitle: () => "请选择撤回哪一项",
  which: (names: readonly string[]) =>
    `可以撤回的有${names.map((name) => `「${name}」`).join("、")}，未作任何改动。请点击或回复其中一项；不撤回的请发送「取消」。`,
  oneOf: (count: number) => `撤回${count}份申报中的一份`,
  asked: (name: string) => `撤回“${name}”的申报`,
  keep: () => "不撤回",
  kept: () => "未撤回",
  stands: (name: string) => `“${name}”的申报目前有效。需要撤回的，请重新发送「撤回 ${name}」。`,
  confirm: () => "确认撤回",
  confirmTyped: (name: string) => `确认撤回 ${name}`,
  restore: () => "恢复申报",
  restoreTyped: (name: string) => `恢复申报 ${name}`,
  withdrawPurpose: () => "撤回已提交的申报，先列出影响，确认后生效",
  restorePurpose: () => "恢复本阶段内撤回的申报",
  withdrawExample: ({ caseName }: Nouns) => `撤回 ${caseName}`,
  restoreExample: ({ caseName }: Nouns) => `恢复申报 ${caseName}`,
  withdrawn: () => "已撤回",
  withdrawnLead: () => "该申报已撤回，不再参加评选，已填内容仍然保留。",
  lapsed: (until: CivilDate | undefined) =>
    until === undefined ? "撤回时评选各阶段均已结束，不能恢复。" : `恢复期限为${day(until)}24时，现已届满。`,
  restored: (name: string) => `“${name}”的申报已恢复，已填内容、评分和名单次序与撤回前一致。`,
  restoredTitle: () => "已恢复申报",
  notSubmitted: (name: string) =>
    `“${name}”的申报表尚未提交，没有可以撤回的申报，未作任何改动。接着填写请发送「继续填写 ${name}」。`,
  whichToConfirm: () => "请先发送「撤回」加名称，核对影响后再确认。",
  notWithdrawn: (name: string) => `“${name}”未撤回，无须恢复，未作任何改动。`,
  tooLate: (name: string, until: CivilDate | undefined) =>
    `“${name}”不能恢复，未作任何改动：${withdrawalPhrases.lapsed(until)}如需参加评选，请重新申报。`,
  withdrawnReply: (name: string, until: CivilDate | undefined) =>
    textView(`已撤回：${name}`, `${withdrawalPhrases.withdrawnLead()}${withdrawalPhrases.undo(name, until)}`, {
      tone: "closed",
    }),
  toldWithdrawnTitle: (district: string, name: string) => `申报撤回：${district}“${name}”`,
  toldWithdrawn: (by: string, name: string) => `${by}撤回了“${name}”的申报。`,
  /** What it means for the city, by how far the case has come. */
  toldAffects: {
    submitted: () => "",
    finalized: () => "",
    recommended: () => "该申报在已报送的推荐名单上，择优时不再列入。",
    proposed: () => "该申报在报批的择优结果中，须重新择优并报批。",
    approved: () => "该申报在已批准的名单中，须重新择优并报批，此前不能公布。",
    published: (words) => `名单已公布，保持不变，${afterPublication(words)}。`,
  } satisfies Record<CaseStep, (words: WithdrawalWords) => string>,
  toldUndo: (until: CivilDate | undefined) => (until === undefined ? "" : `该申报可于${day(until)}24时前恢复。`),
  toldRestoredTitle: (district: string, name: string) => `申报恢复：${district}“${name}”`,
  toldRestored: (name: string) => `“${name}”的申报已恢复，内容与撤回前一致。`,
};
