import { findDate } from "../../../platform/conversation/answers/find-date.ts";
import type { DateContext } from "../../../platform/conversation/answers/find-dates.ts";
import { cleanLine } from "../../../platform/conversation/plain.ts";
import type { CivilDate } from "../../../shared/civil-date.ts";

/** 审签人 and the day; what was not said is left out. */
export interface Signature {
  signer?: string;
  signedOn?: CivilDate;
}

/** 公章已盖: of the copy, beside who signed and when. */
const STAMPED =
  /[（(]?\s*(?:公章|印章|章)?(?:都|也)?(?:已经?)(?:加盖|盖好?)(?:了?公章|了?印章|章)?了?\s*[)）]?(?=$|[\s，,。；;])/u;

export const MOST_OF_NAME = 20;
const LABELS = /(?:报送)?(?:审签|签发|签署|审核)(?:人|领导|日期|时间|于)?(?:为|是)?[：:]?|日期[：:]?|签字|签的/gu;
const SIGNS = /[\s,，、。.;；:：（）()]+/gu;
/** 王建国, 王建国副局长 */
const NAME = /^(?!.*(?:不对|不是|错了|[嗯哦]))[\p{Script=Han}·]{2,20}$/u;
/** 徐建军（局长） */
const TITLE =
  /\s+(?=(?:副|常务|党组|党委)*(?:局长|主任|书记|镇长|乡长|区长|县长|市长|科长|处长|所长|经理|成员|委员|领导)$)/u;

/** What is said of the stamp: nothing is registered of it but the copy. */
export const saysStamped = (typed: string): string | undefined => STAMPED.exec(typed.normalize("NFKC"))?.[0].trim();

/**
 * Reads 审签人王建国 9月27日, in either order and with or without labels.
 * @returns undefined if more stands there than a name and a day, or neither
 */
export function readSignature(typed: string, when: DateContext): Signature | undefined {
  const text = typed.normalize("NFKC").replace(STAMPED, " ").trim();
  const found = findDate(text, when);
  const rest = found ? `${found.before} ${found.after}` : text;
  const name = cleanLine(rest.replaceAll(LABELS, " ").replaceAll(SIGNS, " ")).trim().replace(TITLE, "");
  if (name !== "" && !NAME.test(name)) return undefined;
  if (name === "" && !found) return undefined;
  return { ...(name === "" ? {} : { signer: name }), ...(found ? { signedOn: found.date } : {}) };
}
