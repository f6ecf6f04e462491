import { textView } from "../../../platform/chat/view.ts";
import { authorityPhrases } from "../../authority/phrases.ts";
import type { Nouns } from "../../directory/nouns.ts";
import type { Lift } from "./lifts.ts";

const sentence = (text: string): string => text.replace(/。$/u, "");

export const exclusionPhrases = {
  title: (district: string, name: string) => `不得参与：${district}“${name}”`,
  standing: () => "不得参与",
  gone: () => "已撤回",
  liftedStatus: () => "已解除",
  taking: () => "参加评选",
  onlyApprover: ({ approver }: Nouns) => `不得参与的认定须由${approver}凭文件解除；修改填报内容不改变这一认定。`,
  excludedTitle: () => "以下申报不得参与评选",
  excludedItem: (district: string, name: string, reason: string) => `${district}“${name}”：${sentence(reason)}`,
  declarationChanged: (district: string, name: string, { from, to }: { from: string; to: string }) =>
    textView(
      `填报有变：${district}“${name}”`,
      `“${name}”已认定不得参与，重新提交时将有关情况由“${from}”改为“${to}”。认定仍然有效，变更已记录。`,
      { tone: "near" },
    ),
  appliedAgain: (district: string, name: string) =>
    textView(
      `请核对：${district}“${name}”`,
      `本次申报与一份已认定不得参与的申报同名，可能为同一对象，请核对（系统建议，非文件规定）。`,
      { tone: "near" },
    ),
  freeTitle: (ruling: string) => `口径${ruling}变更后可解除的申报`,
  freeLead: ({ approver }: Nouns) =>
    `按现行口径，以下申报填报的情形已不在不得参与之列。原认定仍然有效，须由${approver}凭文件解除：`,
  freeItem: (district: string, name: string) => `${district}“${name}”`,
  wouldExclude: (district: string, name: string) => `${district}“${name}”将认定不得参与`,
  wouldFree: (district: string, name: string, { approver }: Nouns) =>
    `${district}“${name}”的情形将不在不得参与之列，原认定仍须由${approver}凭文件解除`,
  lift: () => "解除不得参与",
  liftTyped: (name: string) => `解除不得参与 ${name} 经10月8日局长办公会研究同意`,
  liftExample: ({ caseName }: Nouns) => `解除不得参与 ${caseName} 依据`,
  liftPurpose: () => "凭文件解除不得参与的认定",
  liftHint: (name: string) =>
    `解除须有依据文件。请填写下表，或发送「解除不得参与 ${name}」加依据，例如“经10月8日局长办公会研究同意，〔2023〕12号”。`,
  noAuthority: (name: string) =>
    `未见依据，未解除。请写明会议或签批日期，例如「解除不得参与 ${name} 经10月8日局长办公会研究同意，〔2023〕12号」。`,
  notExcluded: (name: string) => `“${name}”目前未被认定不得参与，未作任何改动。`,
  whichName: (names: readonly string[]) =>
    names.length === 0
      ? "目前没有不得参与的申报，未作任何改动。"
      : `请注明要解除的名称，未作任何改动。目前不得参与的有：${names.join("、")}。`,
  lifted: (name: string, words: string) => `已解除“${name}”不得参与的认定，依据：${words}。`,
  liftedTitle: (district: string, name: string) => `解除不得参与：${district}“${name}”`,
  liftedLine: ({ authority, liftedAt }: Lift, at: (moment: Date) => string, now: Date) =>
    `${at(liftedAt)}解除，依据：${authority ? authorityPhrases.words(authority, now) : authorityPhrases.toBeRegistered()}`,
  liftedSettled: ({ authority }: Pick<Lift, "authority">, now: Date, { approver }: Nouns) =>
    `不得参与的认定已由${approver}解除，依据：${authority ? authorityPhrases.words(authority, now) : authorityPhrases.toBeRegistered()}。`,
  changesLabel: () => "填报的变化",
  revisionItem: (revision: number, at: string, words: string) => `第${revision}次提交（${at}）：${words}`,
  decisionName: (name: string) => `解除不得参与 ${name}`,
};
