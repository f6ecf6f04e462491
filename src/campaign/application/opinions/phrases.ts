import { textView } from "../../../platform/chat/view.ts";
import type { CivilDate } from "../../../shared/civil-date.ts";
import type { Nouns } from "../../directory/nouns.ts";
import type { Stance } from "./opinion.ts";

const day = (on: CivilDate): string => `${Number(on.slice(5, 7))}月${Number(on.slice(8))}日`;
const listed = (names: readonly string[]): string => names.join("、");
const stances: Record<Stance, string> = { agrees: "同意", disagrees: "不同意" };

export const opinionPhrases = {
  /** @param paper what the plan calls the form: 附件3 */
  title: (paper: string, name: string) => `${paper}意见：${name}`,
  outOfReview: () => "该申报已撤回，意见不再登记，已登记的留存。",
  status: (given: number, of: number) => `已登记${given}/${of}`,
  toConfirmStatus: (count: number) => `${count}项须重新确认`,
  columns: () => ["意见", "情况"],
  /** Where one office stands. */
  given: (stance: Stance, on: CivilDate, more: readonly string[]) =>
    [`${stances[stance]}，${day(on)}`, ...more].join("，"),
  toConfirm: (stance: Stance, on: CivilDate, changed: readonly string[]) =>
    `须重新确认（${day(on)}${stances[stance]}，其后改动了${listed(changed)}）`,
  stance: (stance: Stance) => stances[stance],
  words: (text: string) => `“${text}”`,
  sealedBy: (unit: string) => `盖章：${unit}`,
  signer: (name: string) => `签署：${name}`,
  scan: (ordinal: number) => `见盖章件${ordinal}`,
  noScan: () => "盖章件待补",
  confirmed: (on: CivilDate) => `${day(on)}确认改动后仍有效`,
  missing: () => "尚未登记",
  nobody: ({ case: one }: Nouns) => `本${one}无此单位，不填`,
  later: ({ city }: Nouns) => `${city}级核验之后，由${city}级填写`,
  next: (office: string) => `下一项：${office}意见。`,
  complete: ({ districtShort }: Nouns) => `${districtShort}级以下各项意见均已登记。`,
  confirmLead: () =>
    "申报表改动之前的意见须重新确认，原意见均予保留。各单位仍为原意见的，按「确认原意见」；只是更正笔误的，按「更正笔误」。",
  slips: (revision: number, who: string) => `第${revision}次提交的改动标为更正笔误（${who}），意见仍有效。`,
  scansHeading: () => "盖章件",
  scanLine: (ordinal: number, { revision, on, who }: { revision: number; on: string; who: string }) =>
    `盖章件${ordinal}：第${revision}次提交的申报表，${on}由${who}归档`,
  hint: (name: string) =>
    `在下方填写各单位意见的日期，未填的不登记；也可发送「意见 ${name} 社区 同意 9月5日」，意见原文、盖章单位、签署人写在其后。盖章的照片或PDF请直接发送。`,
  typedHint: (name: string) =>
    `登记意见请发送「意见 ${name} 社区 同意 9月5日」，意见原文、盖章单位、签署人写在其后。盖章的照片或PDF请直接发送。`,
  dateField: (office: string) => `${office}意见日期`,
  againstField: () => "其中不同意的",
  submit: () => "登记意见",
  footnote: (source: string) =>
    `依据：${source}。各栏均须由本单位填写；登记的日期、盖章和电子存档为系统建议，非文件规定。`,

  word: () => "意见",
  example: (caseName: string) => `登记意见 ${caseName}`,
  purpose: () => "查看、登记申报表上各单位的意见",
  confirm: () => "确认原意见",
  slip: () => "更正笔误",
  unslip: () => "撤销笔误",
  seeScans: () => "查看盖章件",
  copies: () => "纸质件",
  withdraw: () => "撤回意见",
  recorded: (
    offices: readonly string[],
    given: readonly { office: string; stance: Stance; on: CivilDate; text?: string; signer?: string; seal?: string }[],
  ) =>
    `已登记${listed(offices)}意见。所登记的：${given
      .map(({ office, stance, on, text, signer, seal }) =>
        [
          `${office}${text === undefined ? stances[stance] : `“${text}”`}`,
          day(on),
          ...(signer === undefined ? [] : [`签署人${signer}`]),
          ...(seal === undefined ? [] : [`盖章单位${seal}`]),
        ].join("，"),
      )
      .join("；")}。`,
  replaced: (earlier: readonly { office: string; stance: Stance; on: CivilDate }[]) =>
    `替代此前登记的${earlier.map(({ office, stance, on }) => `${office}${stances[stance]}（${day(on)}）`).join("、")}，原登记留存。`,
  leftEmpty: (offices: readonly string[]) => `${listed(offices)}意见空白，未登记。`,
  recordedBefore: (offices: readonly string[]) =>
    `${listed(offices)}已登记同一日的同一意见，未重复登记，登记的原文等不变；要更改原文的，请先发送「${opinionPhrases.withdraw()}」。`,
  onOlder: () => "盖章件为较早一次提交的申报表，其后有改动，须重新确认。",
  confirmedReply: (offices: readonly string[]) => `已确认${listed(offices)}仍为原意见。`,
  slipMarked: (fields: readonly string[], { city }: Nouns) =>
    `已注明${listed(fields)}的改动为更正笔误，改动前的意见仍有效，${city}级可见。`,
  slipRemoved: () => "已撤销更正笔误，改动前的意见须重新确认。",
  withdrawn: (office: string) => `已撤回登记的${office}意见，原记录留存。`,
  replyTitle: (name: string) => `意见：${name}`,
  reply: (name: string, said: string) => textView(opinionPhrases.replyTitle(name), said, { tone: "done" }),
  /** Said without the command at its head. @param typed the command */
  meant: (typed: string) =>
    textView("请确认", `未作任何改动。登记意见的，请点击或发送「${typed}」。`, {
      actions: [{ id: "", label: opinionPhrases.submit(), typed, look: "primary" }],
    }),
  meantBack: (typed: string) =>
    textView("请确认", `未作任何改动。撤回已登记的意见，请点击或发送「${typed}」。`, {
      actions: [{ id: "", label: opinionPhrases.withdraw(), typed, look: "primary" }],
    }),
  /** @param before the case for which it was registered, if that is known */
  ofOther: (name: string, before: string | undefined) => {
    const typed = [
      ...(before === undefined ? [] : [`${opinionPhrases.withdraw()} ${before}`]),
      `${opinionPhrases.submit()} ${name}`,
    ];
    return textView(
      "请确认",
      `未作任何改动。登记有误的意见须先撤回，再为“${name}”登记。请点击或逐个发送${typed.map((one) => `「${one}」`).join("、")}。`,
      { actions: typed.map((one) => ({ id: "", label: one, typed: one, look: "default" as const })) },
    );
  },
  toldSlipTitle: (district: string, name: string) => `更正笔误：${district}“${name}”`,
  toldSlip: (who: string, fields: readonly string[]) =>
    `${who}注明最近一次提交的改动为更正笔误，各单位意见未重新确认。改动的栏目：${listed(fields)}。`,
  notReported: () => "该申报目前不在您可以查看的范围，其意见和盖章件未显示。",
  /** On the card of the case. */
  caseLine: (paper: string, { given, of, missing, toConfirm }: CaseLine) => {
    const waiting = [
      ...(missing.length > 0 ? [`，尚未登记：${listed(missing)}`] : []),
      ...(toConfirm.length > 0 ? [`，须重新确认：${listed(toConfirm)}`] : []),
    ];
    return `${paper}意见已登记${given}/${of}${waiting.join("")}。`;
  },
};

interface CaseLine {
  given: number;
  of: number;
  missing: readonly string[];
  toConfirm: readonly string[];
}

export const opinionRefusals = {
  before: (office: string, missing: string) =>
    `五栏意见按次序登记，${missing}意见尚未登记，${office}意见未登记，未作任何改动。两栏在同一份盖章件上的，请一并登记。`,
  /** @param when of 核验 by the plan, where it names it */
  later: (office: string, when: string, { city }: Nouns) =>
    `${office}意见在${city}级核验之后填写${when}，目前尚未核验，未作任何改动。`,
  nobody: (office: string, { case: one }: Nouns) =>
    `申报表填写的业主组织形式为尚未成立，本${one}没有${office}意见，未作任何改动。已成立的，请先修改申报。`,
  noOffice: (names: readonly string[], at: string) =>
    `“${at}”中未能识别是哪个单位的意见，未作任何改动。请写明${names.join("、")}中的一个，例如「意见 名称 社区 同意 9月5日」。`,
  severalDates: (at: string) =>
    `“${at}”写了不止一个日期，未作任何改动。各单位日期不同的请分别写明，例如「社区 同意 9月5日；街道 同意 9月6日」。`,
  twice: (at: string) => `“${at}”中同一单位写了两次，未作任何改动。请每个单位只写一次。`,
  noStance: (at: string) => `“${at}”没有写明同意或不同意，未作任何改动。例如「社区 同意 9月5日」。`,
  noStanceBack: (at: string) =>
    `“${at}”没有写明同意或不同意，未作任何改动。撤回已登记的意见，请发送「撤回意见」加名称和单位；改意见或日期的，请重新登记，例如「社区 同意 9月5日」。`,
  noDate: (at: string) => `“${at}”没有写明日期，未作任何改动。请写盖章件上的日期，例如「社区 同意 9月5日」。`,
  spoken: (at: string) =>
    `“${at}”中有更正或意见以外的话，未作任何改动。请只写单位、意见和日期后重新发送，例如「社区 同意 9月5日」；签署人请写作「签署人：…」。`,
  unread: (at: string) => `“${at}”不是意见栏的内容，未作任何改动。请去掉该部分后重新发送。`,
  future: (at: string) => `“${at}”的日期在今天之后，未作任何改动。请核对盖章件上的日期。`,
  nothing: () => "没有填写任何一项日期，未作任何改动。请填写盖章件上的日期。",
  againstWithoutDate: (offices: readonly string[]) =>
    `${listed(offices)}选为不同意，但没有填写日期，未作任何改动。请填写盖章件上的日期。`,
  districtRecords: (district: string) => `该申报的意见由${district}经办人登记，未作任何改动。`,
  withdrawnCase: () => "该申报已撤回，意见不再登记，未作任何改动。",
  nothingToConfirm: () => "没有须重新确认的意见，未作任何改动。",
  nothingChanged: () => "最近一次提交没有改动须重新确认意见的栏目，未作任何改动。",
  alreadySlip: () => "最近一次提交的改动已注明为更正笔误，未作任何改动。",
  notSlip: () => "最近一次提交的改动没有注明为更正笔误，未作任何改动。",
  noneOf: (office: string) => `没有登记过${office}意见，未作任何改动。`,
  whichOffice: (names: readonly string[]) => `未注明撤回哪一项意见，未作任何改动。请注明：${names.join("、")}。`,
};
