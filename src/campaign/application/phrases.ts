import { textView } from "../../platform/chat/view.ts";
import type { Question } from "../../platform/conversation/field.ts";
import type { CivilDate } from "../../shared/civil-date.ts";
import { dayWords } from "../definition/wording.ts";

const quoted = (words: readonly string[]) => words.map((word) => `「${word}」`).join("、");

export const applicationPhrases = {
  fillingTitle: (district: string, name: string) =>
    name === "" ? `${district}　小区申报表` : `${district}　${name}申报表`,
  progress: (done: number, all: number) => `已填${done}/${all}项`,
  filling: () => "填写中",
  review: () => "待提交",
  left: () => "已保存",
  submitted: () => "已提交",
  excluded: () => "不得参与",
  withdrawn: () => "已撤回",
  formHint: () => "可在下方表单中分页填写，也可直接回复以下问题；随时保存，两种方式可以混用。",
  start: () => "申报",
  back: () => "上一页",
  typedBack: () => "上一步",
  leave: () => "保存退出",
  submit: () => "提交",
  goOn: () => "继续填写",
  edit: () => "修改",
  another: () => "再报一个",
  startReview: () => "初评",
  withdraw: () => "撤回",
  reviewLead: () => "请核对以下内容，无误后提交。需要修改的，可回复「改」加项目名称，例如「改 小区地址」。",
  leftLead: () => "已保存。随时发送「申报」，或按下方按钮，从中断处继续填写。",
  submittedLead: (at: string) => `申报表已于${at}提交。下一步请对照评选标准进行初评。`,
  pendingLead: () => "安全责任事故情况填报为“待定”：推荐时会提示，未明确之前不予公布（实施方案第117行）。",
  withdrawnLead: () => "该申报已撤回，不再参加评选，已填内容仍然保留。",
  exclusion: (since: CivilDate) =>
    `填报的重大安全责任事故发生在${since.slice(0, 4)}年${dayWords(since)}以后，依据实施方案第117行，不得参与本次评选（口径R6）。`,
  footnote: () => "依据：实施方案附件3、附件4。",
  duplicate: (name: string) => `本地区已有名为“${name}”的申报，请核对是否重复（系统建议，非文件规定）。`,
  missing: (questions: readonly Question[]) =>
    `还有${questions.length}项必填内容未填：${questions.map(({ label }) => label).join("、")}。已填内容均已保存。`,
  problems: (sentences: readonly string[]) => sentences.join(""),
  saved: () => "本页已保存。",
  noDistrict: () => "您没有负责的地区，无法办理申报。如有疑问，请联系活动联系人。",
  whichDistrict: (names: readonly string[]) =>
    `您负责不止一个地区，请注明：${quoted(names.map((name) => `申报 ${name}`))}。`,
  notOpen: () => "这份申报表已不在填写中，未作任何改动。请发送「申报」重新开始。",
  noSuch: () => "没有这份申报，未作任何改动。",
  noSuchName: (name: string, nearest: readonly string[]) =>
    nearest.length === 0
      ? "本地区还没有申报。请先发送「申报」。"
      : `没有名为“${name}”的申报。本地区的申报有：${nearest.join("、")}。`,
  whichName: (names: readonly string[]) =>
    names.length === 0
      ? "本地区还没有申报。请先发送「申报」。"
      : `请注明小区名称，本地区的申报有：${names.join("、")}。`,
  withdrawnAlready: () => "该申报已撤回，未作任何改动。",
  withdrawnReply: (name: string) => textView(`已撤回：${name}`, applicationPhrases.withdrawnLead(), { tone: "closed" }),
  /** Stands as the answer; the file is stored under the number. */
  attached: ({ name, hash }: { name: string; hash: string }) => `见附件《${name}》（文件编号${hash}）`,
};
