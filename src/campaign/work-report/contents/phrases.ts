import { textView } from "../../../platform/chat/view.ts";
import { PROMOTION } from "./contents.ts";

const named = (part: string): string => (part === PROMOTION ? "推广实施" : part);
const namesOf = (parts: readonly string[]): string => parts.map(named).join("、");

export const contentsPhrases = {
  /** Parts that were sent again. */
  partsAgain: (parts: readonly string[]) =>
    `${parts.map((part) => `“${part}”`).join("、")}已有内容，现以重新发送的为准，原内容不再保留；其余部分不变。需两段都保留的，请不报送，合为一份后重新发送。`,
  /** Of parts filled in before a report as a whole. */
  notIn: (parts: readonly (readonly [string, string])[]) =>
    `此前分项保存的${parts.map(([name, said]) => `“${contentsPhrases.name(name)}：${said.slice(0, 30)}${said.length > 30 ? "……" : ""}”`).join("、")}未并入本版；需要的，请发送「补充工作报告 ${contentsPhrases.name(parts[0]?.[0] ?? "")}：内容」。`,
  name: named,
  names: namesOf,
  word: () => "补充工作报告",
  words: () => ["补充工作报告", "补充报告"],
  example: (part: string) => `补充工作报告 ${part}：具体内容`,
  purpose: () => "补充报告中没有写明的部分，也可逐项填写报告",
  byPartsWord: () => "分项填写工作报告",
  byPartsLabel: () => "分项填写",
  byPartsTitle: (district: string) => `${district}　分项填写工作报告`,
  submitLabel: () => "补充",
  saveLabel: () => "保存",
  handInLabel: () => "报送工作报告",

  written: (words: number) => `已写明，${words}字`,
  beside: (words: number) => `已补充，${words}字`,
  /** @param from an earlier version */
  besideHeading: (part: string, from?: number) => `${part}（${from === undefined ? "" : `第${from}版的`}报告外补充）`,
  /** What earlier versions lend to a new one, by part. */
  carried: (parts: ReadonlyMap<string, number>) =>
    `${[...parts].map(([part, version]) => `${named(part)}（第${version}版）`).join("、")}此前在报告外补充过，本版未写，仍计入本版；有变化的，请发送「补充工作报告 ${named([...parts.keys()][0] ?? "")}：内容」。`,
  split: (words: number, text: string) => `${words}字：${contentsPhrases.promotionLine(text.replaceAll(/\s+/gu, " "))}`,
  /** @param parts named in a text that came after the version */
  further: (version: number, parts: readonly string[]) =>
    textView(
      "工作报告尚未补充",
      `收到${namesOf(parts)}的内容，尚未记录，已报送的第${version}版不变。补充到报告的，请点击「补充」；不补充的，无须办理。`,
      { tone: "near" },
    ),
  partName: (name: string) => `“${name}”`,
  partTyped: (name: string, text: string) => `${name}：${text}`,
  saidAgain: (lines: readonly string[]) => `${contentsPhrases.word()} ${lines.join("\n")}`,
  supplement: () => "补充",
  /** @param example a part */
  whichPart: (example: string) =>
    `没有读到是哪一部分的内容，未作任何改动。请在本卡填写，或写明部分，例如「${named(example)}：具体内容」。`,
  none: () => "已说明无此项内容",
  filled: (words: number) => `已填写，${words}字`,
  notFilled: () => "未填写",
  states: {
    empty: "有标题，没有内容",
    missing: "未找到",
    unread: "文件无法读取，未能核对",
  },
  promotionMissing: () => "未写明",
  promotionLine: (line: string) => ([...line].length > 40 ? `${[...line].slice(0, 40).join("")}……` : line),
  ask: (parts: readonly string[], part: string) =>
    `报告中未写明${namesOf(parts)}，请补充；确无此项内容的，请填写“无”。也可发送「补充工作报告 ${named(part)}：具体内容」。`,
  /** In the receipt. */
  lackingLabel: () => "待补充",
  lacking: (parts: readonly string[]) =>
    `${namesOf(parts)}（请发送「补充工作报告 ${named(parts[0] ?? "")}：具体内容」）`,
  lacksToast: (parts: readonly string[]) => `未写明${namesOf(parts)}，请补充。`,
  lackingShort: (parts: readonly string[]) => `缺${namesOf(parts)}`,
  holder: (part: string) => (part === PROMOTION ? "一句话写明在辖区内推广实施的情况" : "没有的填写“无”"),
  given: (parts: readonly string[], left: readonly string[]) =>
    `${namesOf(parts)}已补充，报告其余内容不变。${left.length > 0 ? `还缺${namesOf(left)}。` : "各部分均已写明。"}`,
  nothingLacks: () => "报告各部分均已写明，无须补充。",
  givenTitle: (district: string) => `${district}　工作报告已补充`,
  /** What was there before and is another now. */
  replaced: (earlier: readonly { part: string; text: string }[]) =>
    earlier
      .map(
        ({ part, text }) =>
          `${named(part)}已替换，原为“${contentsPhrases.promotionLine(text)}”（${[...text].length}字）。`,
      )
      .join(""),
  saved: (parts: readonly string[], left: readonly string[]) =>
    left.length > 0
      ? `${namesOf(parts)}已保存，尚未报送。还缺${namesOf(left)}。`
      : `${namesOf(parts)}已保存，各部分均已填写，尚未报送。确认报送的，请发送「报送工作报告」。`,
  savedTitle: (district: string) => `${district}　工作报告填写中`,
  byParts: (stated: string) =>
    `请逐项填写并保存，可分多次完成，本辖区经办人均可接续填写；各部分填写齐全后再报送。${stated}前报送。`,
  complete: (part: string) =>
    `各部分均已填写，尚未报送。请核对后报送；要修改的，请发送「补充工作报告 ${part}：具体内容」。`,
  notComplete: (left: readonly string[]) => `还缺${namesOf(left)}，未报送，已填写的内容保留。`,
  notCompleteTitle: (district: string) => `${district}　工作报告尚未报送`,
  inAlready: (version: number) =>
    textView(
      "工作报告已报送",
      `第${version}版已报送。要补充其中没有写明的部分，请发送「补充工作报告 名称：内容」；要重新报送全文，请发送「工作报告」。`,
    ),
  unread: (parts: readonly string[]) =>
    `没有读到要补充哪一部分，未作任何改动。请写明，例如「补充工作报告 ${named(parts[0] ?? "")}：具体内容」；可补充的有${namesOf(parts)}。`,
  nothing: (part: string) => `${named(part)}没有内容，未作任何改动。确无此项内容的，请填写“无”。`,
  idle: (part: string, said: string) =>
    `「${said}」不是${part}的内容，未作任何改动。请写出内容，确无此项内容的，请填写“无”。`,
  corrected: (part: string, said: string) =>
    `${part}中有更正的话「${said}」，未作任何改动。请按更正后的内容重新发送；确需原样保存的，请在卡片上填写。`,
  tooLong: (part: string, length: number, most: number) =>
    `${part}共${length}字，超过${most}字，未作任何改动。请精简，或将全文以文件重新报送。`,
};
