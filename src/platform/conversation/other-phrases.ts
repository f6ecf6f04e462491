import type { OtherKind, OtherPart } from "./parts-of-other.ts";

const KINDS: Record<OtherKind, string> = {
  order: "推荐次序",
  points: "评分",
  case: "另一份申报的内容",
  field: "申报表的栏目",
  phone: "联系电话",
  correction: "更正",
  mention: "对此前内容的说明",
  command: "另一项操作",
  talk: "与内容无关的话",
};
/** In characters. */
const MOST_SHOWN = 30;
const shortened = (text: string): string => {
  const line = [...text.replaceAll(/\s+/gu, " ").trim()];
  return line.length > MOST_SHOWN ? `${line.slice(0, MOST_SHOWN).join("")}……` : line.join("");
};

/** A free text that holds what is read elsewhere. */
export const otherPhrases = {
  /** @param what the text was to be: 推荐理由 */
  doubt: (typed: string, what: string, [part]: readonly OtherPart[]) =>
    `「${shortened(typed)}」似含${part ? KINDS[part.kind] : ""}${part && shortened(part.said) !== shortened(typed) ? `（「${shortened(part.said)}」）` : ""}，是否为${what}不明确，整条未保存，所提事项也未办理。`,
  /** Beside a button {@link otherPhrases.record}. */
  asked: (typed: string, what: string, parts: readonly OtherPart[]) =>
    `${otherPhrases.doubt(typed, what, parts)}确为${what}的，请点击「${otherPhrases.record(what)}」；否则请只发送${what}。`,
  /** Where nothing of it could be the text. */
  onlyOther: (typed: string, what: string, parts: readonly OtherPart[]) =>
    `${otherPhrases.doubt(typed, what, parts)}请只发送${what}。`,
  record: (what: string) => `记录为${what}`,
};
