import { recommendationPhrases as phrases } from "./phrases.ts";

const labelled = (labels: readonly string[]): string => labels.map((label) => `「${label}：…」`).join("、");

/** What is said of a text that is no single reason, and of what is left open by it. */
export const besidePhrases = {
  /** What waits for a confirmation, where nobody can be recommended yet. */
  toConfirmFirst: (pending: readonly { name: string; typed: string }[]) =>
    pending.map(({ name, typed }) => `${name}尚待确认，办理请点击或发送「${typed}」。`).join(""),
  /** @param label of the button for the command in it */
  holdsCommand: (said: string, label: string, isOpen: boolean) =>
    `「${said}」中写有其他事项，未记为理由，也未办理。办理的，请点击「${label}」${isOpen ? `；确为理由的，请点击「${phrases.asReason()}」` : ""}。`,
  /** What is asked of who is to write another reason, where all are given. @param labels of those that can be changed */
  whereAllGiven: (said: string, labels: readonly string[]) =>
    said.replace(
      /；?否则请发送改好的理由|请填写理由；暂不填写的，已填内容会保留|请发送改好的理由/u,
      labels.length === 0 ? "" : `${said.includes("；否则") ? "；" : ""}改理由的，请发送${labelled(labels)}`,
    ),
  asReasonOf: (label: string) => `作为“${label}”`,
  /** 推荐雅苑排第一理由是… */
  withWord: (typed: string) => `未作任何改动。按所发内容推荐的，请点击「${phrases.word()}」，或发送「${typed}」。`,
  /** Behind an order that was saved. */
  reasonsUnread: (said: string) => `「${said}」未记录：须写明的理由请在下面逐项填写。`,
  /** Where the order is asked for. */
  reasonLater: () => "理由在次序保存之后填写，所写理由未保存。",
  /** Another case is named within it. */
  namesOther: (name: string) =>
    `其中写的是“${name}”，与本项不符，未保存。确为本项理由的，请点击「作为理由」；否则请只发送本项的理由。`,
  /** 花园改第1 */
  movesOther: (name: string) =>
    `其中写的似为“${name}”的次序，整条未保存，次序未改动。改次序的，请发送「${phrases.reorder()}」；理由请单独发送。`,
  /** A clause begins with what another case of the list is called. */
  beginsWithOther: (name: string) =>
    `其中写的似为“${name}”，整条未保存，也未办理。是其理由的，请发送「${name}：…」；是本项理由的，请只发送本项的理由，句首不写其他名称。`,
  /** 社区托管 名苑8-2已补缴 @param before what is left as the reason */
  goesOnWithOther: ({ name, said, stays }: { name: string; said: string; stays: boolean }, before: string) =>
    `「${said}」写的似为“${name}”，整条未保存，也未办理。理由为「${before}」的，请点击「${phrases.forwarded.without()}」；${stays ? "" : `“${name}”的理由，请发送「${name}：…」；`}否则请发送改好的理由。`,
  /** @param before what is left as the reason */
  toProgram: (said: string, before: string) =>
    `「${said}」不像是理由，整条未保存，所提事项也未办理。${before === "" ? "请填写理由；暂不填写的，已填内容会保留。" : `理由为「${before}」的，请点击「${phrases.forwarded.without()}」；否则请发送改好的理由。`}`,
  /** Some of those named have no reason to give. */
  onlyOf: (names: readonly string[]) => `只记${names.join("、")}`,
  byCase: (names: readonly string[], lines: readonly string[]) =>
    `提到${names.join("、")}，未保存。分属各项的（${lines.join("；")}），请点击「${phrases.recordEach()}」；都属于本项的，请点击「${phrases.asReason()}」。`,
  byCaseUnplain: (names: readonly string[], labels: readonly string[]) =>
    `提到${names.join("、")}，未保存。分属各项的，请逐行写明${labels.map((label) => `「${label}：…」`).join("、")}；都属于本项的，请点击「${phrases.asReason()}」。`,
  /** An order with words behind the names. @param said of those words as reasons */
  orderOrReasons: (said: string) => `只改次序的，请点击「${phrases.takeOrder()}」。不改次序的：${said}`,
  /** 同上 @param label and the reason that stands above */
  sameAsAbove: (said: string, label: string, reason: string) =>
    `「${said}」未保存。与“${label}”（${reason}）相同的，请点击「${besidePhrases.takeAbove()}」；否则请写明理由。`,
  takeAbove: () => "与上一项理由相同",
  /** 同上，年内整改 @param whole the reason above and what follows */
  sameAndMore: (said: string, whole: string) =>
    `「${said}」未保存。理由为「${whole}」的，请点击「${besidePhrases.takeAboveAndMore()}」；否则请写明理由。`,
  takeAboveAndMore: () => "与上一项相同并补充",
  /** 哎不对 是十月九号 @param labels of the reasons that can be written */
  takesBackOther: (said: string, labels: readonly string[]) =>
    `「${said}」更正的是哪一项不明确，未保存，也未作任何改动。${labels.length === 0 ? "" : `更正理由的，请发送${labelled(labels)}；`}更正其他事项的，请写明事项，整条重新发送。`,
  /** 同上次, where a reason stands */
  standsAlready: (said: string, label: string, reason: string) =>
    `「${said}」：“${label}”已填「${reason}」，未作改动。`,
  /** @param labels of the reasons that can be written */
  nothingAbove: (said: string, labels: readonly string[]) =>
    `「${said}」未保存：没有可以沿用的其他理由。${labels.length === 0 ? "" : `请写明理由，例如${labelled(labels)}。`}`,
  orReason: () => `确为理由的，请点击「${phrases.asReason()}」。`,
  opinions: (typed: string) =>
    `您发送的像是申报表上的意见，未记为理由，也未登记。登记的，请点击「登记意见」，或发送「${typed}」。`,
  opinionsUnread: (name: string) =>
    `您发送的是申报表上的意见，未记为理由，也未登记。登记的，请发送「登记意见 ${name} 单位 同意 日期」，例如「登记意见 ${name} 社区 同意 9月5日」。`,
  reportNoReason: () =>
    "您发送的像是一份完整的报告，不像是理由，未保存。报送工作报告的，请先发送「工作报告」；确为理由的，请点击「作为理由」。",
  byNumber: () => "序号按已保存的次序：",
  numbersOutside: () => "序号与已保存的次序不符，各项均未保存。请写明「名称：理由」，每项一行。",
  /** Another order leaves them out. */
  drops: (names: readonly string[]) => `改后不再推荐${names.map((name) => `“${name}”`).join("、")}。`,
  /** Of rows of their own: they are no single reason. */
  ofRows: (said: string) => said.replaceAll(/；都属于本项的，请点击「作为理由」/gu, ""),
  /** 好改为此次序吧: a button that stands on no card any more. */
  isLabel: (label: string) =>
    `「${label}」是按钮的名称，未记为理由，未作任何改动。需改次序的，请发送「${phrases.reorder()}」；否则请填写理由。`,
  /** A command behind the reason. */
  endsInCommand: (word: string) => `末尾的「${word}」是否属于理由不明确，未保存，也未办理。`,
  /** 哦不对…的理由改成… */
  saidAnew: (typed: string) =>
    `未保存。更正为「${typed}」的，请点击「${phrases.takeCorrected()}」；否则请重新填写理由。`,
  /** @param unasked of those named @param rest what can be recorded of the others, as lines */
  byCaseInPart: (names: readonly string[], unasked: readonly string[], rest: readonly string[]) =>
    `提到${names.join("、")}，未保存。${besidePhrases.unneeded(unasked)}${rest.length === 0 ? "" : `其余的（${rest.join("；")}）可单独记录。`}`,
  /** @param names that have no reason to give */
  unneeded: (names: readonly string[]) =>
    `${names.map((name) => `“${name}”`).join("、")}没有需要填写的理由（排在满意度或分数更高的之前的，或有要求不符合的，才须写明）。`,
  /** Where all reasons are given. @param labels of those that can be changed */
  unneededNow: (name: string, labels: readonly string[]) =>
    `${besidePhrases.unneeded([name])}未作任何改动。${labels.length === 0 ? "" : `更改已填理由的，请发送${labelled(labels)}；`}核对无误的，请点击或回复「${phrases.confirm()}」。`,
  /** 不是“江滨一品的推荐理由”: instead of 本项, where no item is open. */
  ofItem: (said: string, labels: readonly string[]) =>
    said.replaceAll(
      /(?:确为(?:本项)?理由|原文无误|都属于本项)的，请点击「作为理由」/gu,
      labels.length === 1
        ? `确为“${labels[0]}”的，请点击「${phrases.asReason()}」`
        : `确为理由的，请点击其中一项（${labels.join("、")}）`,
    ),
  editsReason: (said: string, label: string, isGiven: boolean) =>
    isGiven
      ? `「${said}」要更正理由，未能办理，未作任何改动。请发送「${label}：」和改后的全文；只改其中几个字的，请写作「${label}里……改成……」。`
      : `「${said}」要更正理由，“${label}”尚未填写，未作任何改动。请直接发送理由。`,
  /** 雅苑不推了, where it is the only one. */
  noneLeft: () =>
    `去掉后没有推荐对象，未作任何改动。均不推荐的，请发送「${phrases.noneExample()}」；改推其他的，请发送「${phrases.reorder()}」。`,
  orderUnknown: (name: string) => `可推荐的没有“${name}”，次序未保存。`,
  /** Before the list is reported. */
  unsettled: (said: string) =>
    `尚未报送：您发送的「${said}」未办理，次序和理由未改动。需办理的，请点击或回复所列内容；不办理、按以下内容报送的，请再次点击或回复「${phrases.confirm()}」。`,
  /** Before the list is reported. @param lines read and not recorded @param typed what records them, and what gives them up */
  waiting: (lines: readonly string[], [record = "", drop = ""]: readonly string[]) =>
    `尚未报送：此前读到的${lines.length}项理由未记录（${lines.join("；")}）。记录的，请点击或回复「${record}」；不记录的，请点击或回复「${drop}」。之后再报送。`,
  unsettledToast: () => "尚未报送：上一条内容未办理，请查看下方消息。",
};
