import type { Mark } from "./label-marks.ts";
import { isOfSignature } from "./mail-foot.ts";

const PHONE = /^\s*(?:联系|办公)?(?:电话|手机|方式)(?:号码?)?\s*[:：]?\s*$/u;
/** 材料见下，请帮忙报一下 */
const ASKS =
  /^\s*(?:[详请另]?[见在](?:下|后|上|附|群|邮)|(?:已|都|也|我|先)*发|如下|附后)[^：:]*(?:请|麻烦|烦|帮|谢|查收)/u;
/** In lines: a signature is short. */
const MOST = 4;

/** What somebody signs a mail with, or asks in it: no field of the form, whatever names of fields stand in it. */
export const isOfMail = (text: string, mark: Mark, marks: readonly Mark[]): boolean =>
  isRequest(text, mark) || isSigners(text, mark, marks);

function isRequest(text: string, { question, from, to }: Mark): boolean {
  if (question.kind !== "longText" || /[:：]\s*$/u.test(text.slice(from, to))) return false;
  return ASKS.test(text.slice(to).split("\n")[0] ?? "");
}

/** 电话：… below a name and an office, which are the value of no field. */
function isSigners(text: string, { question, from, to }: Mark, marks: readonly Mark[]): boolean {
  const isLine = from === 0 || text.slice(0, from).trimEnd() === "" || /\n[ \t]*$/u.test(text.slice(0, from));
  if (question.kind !== "phone" || !isLine || !PHONE.test(text.slice(from, to))) return false;
  const last = marks.findLast((one) => one.from < from);
  const between = text
    .slice(last?.to ?? 0, from)
    .split("\n")
    .map((line) => line.trim());
  // The first line, or the one below a label alone, is the value of that field.
  const isBelow = last !== undefined && between[0] === "";
  const lines = between
    .slice(1)
    .filter((line) => line !== "")
    .slice(isBelow ? 1 : 0);
  const signed = lines.slice(-MOST).filter(isOfSignature);
  return lines.length > 0 && isOfSignature(lines.at(-1) ?? "") && signed.length > 1;
}
