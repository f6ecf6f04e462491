import { findDate } from "../../../platform/conversation/answers/find-date.ts";
import type { DateContext } from "../../../platform/conversation/answers/find-dates.ts";
import { beginsAsName } from "../../../platform/conversation/answers/surnames.ts";
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
const LABELS =
  /(?:报送)?(?:审签|签发|签署|审核)(?:人|领导|日期|时间|于)?(?:为|是)?[：:]?|日期[：:]?|签(?:的|了|过)?(?:字|名)|签[的了]/gu;
const SIGNS = /[\s,，、。.;；:：（）()]+/gu;
/** 王建国, 王建国副局长 */
const NAME = /^(?!.*(?:不对|不是|错了|[嗯哦]))[\p{Script=Han}·]{2,20}$/u;
/** 徐建军（局长） */
const TITLE =
  /\s+(?=(?:副|常务|党组|党委)*(?:局长|主任|书记|镇长|乡长|区长|县长|市长|科长|处长|所长|经理|成员|委员|领导)$)/u;

/** 审签人：…, 审签日期：…, on lines of their own. */
const SIGNER_LINE = /^\s*(?:报送)?(?:审签|签发|签署|审核)(?:人|领导)(?:为|是)?\s*[:：\t]\s*(?<said>\S.*)$/u;
const DAY_LINE = /^\s*(?:(?:审签|签发|签署|审核)(?:的)?)?(?:日期|时间)(?:为|是)?\s*[:：\t]\s*(?<said>\S.*)$/u;
/** 金国良（区建设局副局长） */
const WITH_OFFICE = /^(?<name>\p{Script=Han}{2,4})\s*[（(]\s*(?<title>\p{Script=Han}{2,14})\s*[)）]$/u;
const DENIES = /不对|不是|错了/u;
const DOUBTFUL = /不对|不是|错了|更正|改为|改成|应为/u;

/** Both are said on lines with their labels, whatever stands around them; undefined where one is missing or in doubt. */
function labelledLines(
  text: string,
  when: DateContext,
): { signature: Signature; beside: readonly string[] } | undefined {
  const lines = text.split(/[\n；;]/u).map((line) => line.trim().replace(/[,，。]$/u, ""));
  const [signers, days] = [SIGNER_LINE, DAY_LINE].map((label) => lines.filter((line) => label.test(line))) as [
    string[],
    string[],
  ];
  const [by, on] = [SIGNER_LINE.exec(signers[0] ?? ""), DAY_LINE.exec(days[0] ?? "")].map(
    (found) => found?.groups?.said ?? "",
  );
  const day = on ? findDate(on, when) : undefined;
  const { name = "", title = "" } = WITH_OFFICE.exec(by ?? "")?.groups ?? {};
  const signer =
    name === "" || /^[副常务党组]*(?:局长|主任|书记|镇长|乡长)$/u.test(title)
      ? (personIn(`审签人${by ?? ""}`) ?? "")
      : `${name}（${title}）`;
  if (signers.length !== 1 || days.length !== 1 || !day || `${day.before}${day.after}`.trim() !== "") return undefined;
  if (signer === "" || [...signer].length > MOST_OF_NAME || DOUBTFUL.test(text)) return undefined;
  const beside = lines.filter(
    (line) => line !== "" && line !== signers[0] && line !== days[0] && !TITLE_LINE.test(line),
  );
  return { signature: { signer, signedOn: day.date }, beside };
}
/** 名单盖章件 */
const TITLE_LINE = /^(?:推荐)?名单(?:的)?盖章件\s*[:：]?$/u;

const OFFICE =
  "(?:副|常务|党组|党委|分管|区|县|市|住建局|建设局|局)*(?:局长|主任|书记|镇长|乡长|区长|县长|市长|科长|处长|所长|经理|成员|委员|领导)";
/** 就是…, 改成…, 的是我们局长…: said before a name, or before a day. */
const LED = /^(?:[\s的就]|那个|这个|是|为|由|我们?|咱们?|本|(?:更?改|更正|变更)[为成]|应该?[为是])+/u;
/** …审的, …的 */
const BEHIND = /\s*(?:审|批|签|审批)?(?:的|了)*$/u;
const PERSON = new RegExp(`^(?<before>${OFFICE})?(?<name>[\\p{Script=Han}·]{2,}?)(?<behind>${OFFICE})?$`, "u");
const LONGEST_NAME = 4;
/** 赵 卫东, 张 敏, as on paper. */
const SPACED = /^\p{Script=Han}(?: \p{Script=Han}{1,2}){1,2}$/u;
/** What no name holds. */
const SAID = /[了的吧就先报改成为是不嗯哦]/u;

/** Who is said, without labels, signs and what is said around it: 赵卫东局长; empty for nothing, undefined for other words. */
function personIn(said: string): string | undefined {
  const isLabelled = /(?:审签|签发|签署|审核)(?:人|领导)/u.test(said);
  const words = said
    .replaceAll(LABELS, " ")
    .replaceAll(SIGNS, " ")
    .replaceAll(/[嗯呃哦啊]+/gu, " ");
  const bare = cleanLine(words).replace(LED, "").replace(BEHIND, "").replace(TITLE, "").trim();
  const own = SPACED.test(bare) ? bare.replaceAll(" ", "") : bare;
  if (own === "") return "";
  const { before = "", name = "", behind = "" } = PERSON.exec(own)?.groups ?? {};
  const isShort = [...name].length <= LONGEST_NAME || name.includes("·");
  const isName = isShort && !SAID.test(name) && (beginsAsName(name) || name.includes("·") || isLabelled);
  return isName && NAME.test(name) ? `${name}${behind || before}` : undefined;
}

/** What stands around both: nothing is registered of it. */
export const besideSignature = (typed: string, when: DateContext): readonly string[] =>
  labelledLines(typed.normalize("NFKC"), when)?.beside ?? [];

/** 审签人改为王建国, 审签的是我们局长赵卫东八月二十八号签的: it says itself what it is. */
export const saysSigner = (typed: string): boolean => /(?:审签|签发)(?:人|领导|的)/u.test(typed.normalize("NFKC"));

/** What is said of the stamp: nothing is registered of it but the copy. */
export const saysStamped = (typed: string): string | undefined => STAMPED.exec(typed.normalize("NFKC"))?.[0].trim();

/**
 * Reads 审签人王建国 9月27日, in either order and with or without labels.
 * @returns undefined if more stands there than a name and a day, or neither
 */
export function readSignature(typed: string, when: DateContext): Signature | undefined {
  const labelled = labelledLines(typed.normalize("NFKC"), when);
  if (labelled) return labelled.signature;
  const text = typed.normalize("NFKC").replace(STAMPED, " ").trim();
  const found = findDate(text, when);
  const rest = found ? `${found.before} ${found.after}` : text;
  const name = DENIES.test(rest) ? undefined : personIn(rest);
  if (name === undefined || (name === "" && !found)) return undefined;
  return { ...(name === "" ? {} : { signer: name }), ...(found ? { signedOn: found.date } : {}) };
}
