import { isOfForward } from "../beside-form.ts";
import type { Question } from "../field.ts";
import { cleanLine } from "../plain.ts";
import { besideValue } from "./beside-value.ts";
import { findPhones, withDigits } from "./find-phones.ts";
import { beforeOrder, isBareName, isNoAnswer, isNoContent, isNoName, isSameAs, isTalkInText } from "./not-content.ts";
import {
  eitherOf,
  isOfOtherKind,
  nameBeforeAddress,
  nameBeforeNote,
  severalBodies,
  severalPeople,
  withoutNumber,
} from "./other-shape.ts";
import { phoneIn, WHOLE } from "./phone-in-line.ts";
import { doubtPhrases } from "./phrases.ts";
import { isFigure, isSpeech, saysInFull, unsureValue } from "./speech.ts";
import { talkIn } from "./talk.ts";
import { beforeSame, isUnlikeField } from "./unlike-field.ts";

/** Q：…, A：无 */
const ASKED = /^(?:[QA]|问|答)\d*\s*[:：]/iu;
/** 内容如下, （一）…, 更正：…, 【物业群】: of a text, and no value. */
const BESIDE = /如下[:：]?$|[:：]$|^(?:[（(]?[一二三四五六七八九十]{1,3}[)）、]|更正|[【[])/u;
const CELLS = /[\t\n]+/u;
/** hsxq, y, OK */
const INITIALS = /^(?:[a-z]{1,8}|[a-zA-Z]|OK)$/u;
/** 跳, 王: no name and no address. */
const ONE_SIGN = /^\p{Script=Han}[。.！!]?$/u;
/** 填表人：李四 */
const OTHER_LABEL = /^\s*(?!内容)([\p{Script=Han}]{2,8})\s*[:：]\s*(\S.*)$/u;
const BRACKETS = /[（(][^（()）]*[)）]/gu;
const LIST = /[、；;]/u;
const OF_NAME = /名称$/u;
/** A number of a wrong length. */
const MISDIALLED = /\d{8,13}/u;
const NO_WORDS = /^[\d\s\p{P}\p{S}]+$/u;
/** （注：7月已更名为云溪社区） */
const NOTED =
  /^(.*?)\s*[（(]([^（()）]*(?:注[:：]|备注|更名|改名|原名|原为|曾用名|旧称|待(?:定|核|盖章|确认|补|更名)|暂定|[同与和].{2,10}(?:一致|相同|一样)|为准)[^（()）]*|更正|已?修改|已改|已更正|新)[)）]\s*$/u;
const RENAMED = /(?:更名|改名|变更|改)(?:为|成)\s*(.+)$/u;
/** 湖西路1号 → 湖西路8号, ~~云栖社区~~ 云溪社区 */
const CHANGED = /(?:^~~.+~~|^.+?(?:→|⇒|-+>|=>|＝＞))\s*(\S.*)$/u;
/** 柯桥街道云栖社区 */
const WITH_COMMUNITY = /^(.{2,8}(?:街道|镇|乡))(?!办).{2,10}(?:社区|村)$/u;
/** 社区。地址补充：… */
const WITHIN = /[。；;]\s*\S|\p{Script=Han}[：:]\s*\S/u;
const OF_PERSON = /(?:主任|书记|负责人|联系人)$/u;
const NAMED_PERSON = /(?:主任|书记|负责人|联系人|姓名)$/u;
/** 姓冯 */
const SURNAME = /^姓\p{Script=Han}{1,2}的?$/u;
/** 绿城物业 物业: its kind behind the name. */
const WITH_KIND = /^(\S{2,})\s+(?:物业|社区|街道|业委会|居委会|物业(?:服务)?(?:公司|企业))$/u;
const OF_APPROVAL = /审批(?:单位|部门)$/u;
const MAX_PARTS = 4;
/** 东方社区居委会 at 备注 answers something else. */
const ONLY_BODY = /^(?!.*[年有无未已])\p{Script=Han}{2,8}(?:社区|居委会|村委会|街道|物业公司|有限公司)$/u;
/** In characters: less is no value of its own. */
const MIN_BEFORE = 2;
/** Which may itself be a community. */
const OF_UNIT = /申报单位$/u;
const POINTS_AT = /^[那这]个|^(?:就|坐落|位)?[在于]/u;
/** 香林社区香林社区 */
const DOUBLED = /^(\S{2,}?)[\s，,、]*\1$/u;
/** 绍兴市柯桥区 */
const OF_CITY = /^\p{Script=Han}{2,3}市(?=\p{Script=Han}{2,})/u;
const OF_THING = /(?:名称|单位|地址|街道|社区|主任|书记|负责人|姓名)$/u;
/** What stands in no name and no address, but in talk about the form. */
const TALK =
  /[,，\s]*(?:不要(?:那个|这个|了)|不对|刚才|刚刚|[填写说弄]?错了|不清楚|不知道|建议的|分别记录|重新[写填]|撤销|我想|先不[写填]|保存退出|再报一个|不算|改成|改为|应该是|还没(?:有|成立)|换人|了叫|收到(?:请)?回复|(?:回头|再|还?[要得])[^，,。]{0,3}(?:问|确认|核实|核对)|问(?:一?下|清楚)|再[说定]$|为准|(?:明天|回头|以后|稍后|晚点)再?[给补发报]|一样$|同一个?人$|然后|(?:那|就)+选|选?第[一二三四五六七八九十\d]+个)/u;
/** Of paragraphs, not of a name: 我们小区建成于2015年, …近两年没有发生过事故. */
const PROSE =
  /^(?:我们|咱们)\S{8}|(?:党(?:总)?支部|业委会|业主大会|物管会)(?:已经?)?成立|年(?:成立|建成|建立|竣工|交付|创建|投入使用)|(?:建成于|成立于|始建于|年建成|(?:一共|总共|共有|共计)有?[\d一二三四五六七八九十百千两]+户|一共有|总共有|没有发生|未发生|满意度[百达为]|[\d一二三四五六七八九十百千两]户(?:居民|业主))/u;
/** 李芳，同上, 主任同负责人, 下一个, 项目名删掉: what is to be done, or said of another. */
const INSTRUCTS =
  /(?:^|[,，;；\s]|主任|书记|名称|名)同(?:上|前)(?:面|一?[个条项])?[的了吧。]*$|同(?:负责人|书记|主任|联系人)[的了吧。]*$|(?:^|[,，;；\s])(?:下一[个项条]|其[余他](?:没|无|都没)?有?)[了吧。]*$|(?:删[掉除]|清空|去掉)[了吧。]*$/u;
/** wy 绿城物业, zb江南小区党支部: the name of a field by its initials. */
const LED_BY_INITIALS = /^[a-z]{2,5}\s*[:：]?\s*(\p{Script=Han}{2}.*)$/u;
/** 江南春晓花园业委会 2: a choice behind a name. */
const NUMBER_BEHIND = /^(.*\p{Script=Han})\s+\d{1,2}$/u;
/** 百官 江杨 at 所属街道 */
const TWO_PLACES = /^\p{Script=Han}{2,6}(?:街道|镇|乡)?\s+\p{Script=Han}{2,8}$/u;
const OF_PLACE = /(?:街道|社区)(?:[（(].*[)）])?$/u;
/** 绿城物业 at 所属街道 */
const IS_FIRM = /(?:物业|公司|企业|业委会|支部|花园|小区)$/u;
/** 组长周阿根 */
const TITLED =
  /^(?:社区|支部|党支部|小区|街道|物业|项目|公司)?(?:组长|经理|队长|站长|所长|科长|局长|会长|秘书长|书记|主任|负责人)(\p{Script=Han}{2,3})$/u;
const IS_BODY = /(?:党支部|支部|小区|物业|公司|社区|街道|业委会|居委会|花园)$/u;
/** What may stand behind the whole answer. */
const ADDED = /^[,，\s]*(?:不要|不算|撤销|保存|然后$)/u;

/** 李红梅（ of 李红梅（2021年当选） */
const OPEN_BRACKET = /[\s，,]*[（(]\s*$/u;
/** In whose name no number of seven digits stands. */
const OF_BODY = /(?:名称|单位|街道|社区)$/u;
/** 李红梅 女 */
const WITH_SEX = /^(\p{Script=Han}{2,4})[\s,，、（(]+[男女][)）]?(?=$|[\s,，])/u;

/** 3-1不清, 其余满分, 第二块六三五五, 2 5 好 其他不行: said of points or requirements. */
const OF_SHEET =
  /^(?:第?\d{1,2}\s*[-－‐‑‒–—−杠]\s*\d{1,2}(?![\d号幢栋期弄室])|\d{1,2}(?:[\s、,，]+\d{1,2})+(?:\s|$))|(?:其余|其他|剩下)(?:的|都|均|全部?|各[条项])*(?:满分?|符合|不行|没问题|不符合|不清楚|合格|\d)|^第[一二三四五六七八九十]+(?:块|部分|大项)的?[\d零一二三四五六七八九十两满]/u;

/** 备注：删 */
const CLEARS = /^(?:删[掉除了]?|清空|清除|去掉)[吧。.]*$/u;

/** What is asked, and what may have been meant. */
export interface TextDoubt {
  retry: string;
  readings: readonly string[];
  /** The words as they stand are one of the readings. */
  asIs?: true;
}

/**
 * Asks about a line of text that holds more than one answer: cells of a table, a list of names, a mobile number.
 * Undefined: nothing speaks against taking it whole.
 */
export function textDoubt(question: Question, typed: string): TextDoubt | undefined {
  const doubt = doubtOf(question, typed);
  const line = cleanLine(typed);
  // Beside a suggestion 好 is asked about only where a reading is offered as well.
  if (!doubt?.asIs || question.kind !== "text" || question.proposal || !isNoAnswer(line)) return doubt;
  return ask(doubtPhrases.talk(line, question.label), doubt.readings);
}

function doubtOf(question: Question, typed: string): TextDoubt | undefined {
  const { kind, label, required, notNames = [] } = question;
  const line = cleanLine(typed);
  if ((kind === "text" || kind === "longText") && CLEARS.test(line)) return ask(doubtPhrases.clears(line, label), []);
  if (kind === "longText") {
    const isNone = isNoContent(typed, required) || isSpeech(typed) || isSameAs(line, label);
    if (isNone || (isBareName(typed) && (required || ONLY_BODY.test(line))))
      return { ...ask(doubtPhrases.order(line, label), []), asIs: true };
    if (!isTalkInText(typed)) return undefined;
    const bare = beforeOrder(typed);
    return { ...ask(doubtPhrases.unlike(line, label), bare === typed.trim() ? [] : [bare]), asIs: true };
  }
  if (kind !== "text") return undefined;
  const isOfThing = OF_THING.test(label) && talkIn(typed) === undefined;
  if (isOfThing && (isNoName(typed) || isSpeech(typed)))
    return { ...ask(doubtPhrases.order(line, label), []), asIs: true };
  if (isOfThing && isFigure(line)) return ask(doubtPhrases.unlike(line, label), []);
  const sure = isOfThing ? unsureValue(line) : undefined;
  if (sure !== undefined) return ask(doubtPhrases.unlike(line, label), sure === "" ? [] : [sure], !saysInFull(line));
  if (notNames.includes(line.replace(OF_CITY, ""))) return ask(doubtPhrases.otherName(line, label), []);
  if (OF_THING.test(label) && OF_SHEET.test(line)) return ask(doubtPhrases.talk(line, label), []);
  const [, once = ""] = (OF_THING.test(label) ? DOUBLED.exec(line) : null) ?? [];
  if (once !== "") return ask(doubtPhrases.doubled(line, label), [once]);
  if (INITIALS.test(cleanLine(typed))) return ask(doubtPhrases.initials(cleanLine(typed), label), []);
  if (OF_THING.test(label) && ONE_SIGN.test(cleanLine(typed)))
    return ask(doubtPhrases.oneSign(cleanLine(typed), label), []);
  const [, other = "", value = ""] = OTHER_LABEL.exec(typed) ?? [];
  if (other !== "" && !label.includes(other)) return ask(doubtPhrases.otherLabel(other, label), [cleanLine(value)]);
  const cells = parts(typed.trim(), CELLS).filter((cell) => !isOfForward(cell));
  if (cells.length > 1)
    return ask(
      doubtPhrases.cells(cells.length, label),
      cells.some((cell) => ASKED.test(cell)) ? [] : [...cells.filter((cell) => !BESIDE.test(cell)), line],
    );
  const either = OF_THING.test(label) ? eitherOf(line) : [];
  if (either.length > 1) return { ...ask(doubtPhrases.names(either.length, label), either), asIs: true };
  const placed = /(?:名称|单位)$/u.test(label) ? nameBeforeAddress(line) : undefined;
  if (placed !== undefined) return ask(doubtPhrases.talk(line, label), [placed]);
  const unnumbered = OF_THING.test(label) ? withoutNumber(line) : line;
  if (unnumbered !== line) return ask(doubtPhrases.talk(line, label), [unnumbered]);
  // The signs of （一、二期） are within the name.
  const names = OF_NAME.test(label) && parts(typed.replaceAll(BRACKETS, ""), LIST).length > 1 ? parts(typed, LIST) : [];
  if (names.length > 1 && !isOfOtherKind(label, line))
    return { ...ask(doubtPhrases.names(names.length, label), names), asIs: true };
  const firms = OF_FIRM.test(label) ? severalFirms(line) : [];
  if (firms.length > 1) return { ...ask(doubtPhrases.names(firms.length, label), firms), asIs: true };
  if (OF_THING.test(label) && NO_WORDS.test(cleanLine(typed)))
    return ask(doubtPhrases.noWords(cleanLine(typed), label), []);
  const [, noted = "", note = ""] = (OF_THING.test(label) ? NOTED.exec(typed.trim()) : null) ?? [];
  if (note !== "") {
    const renamed = RENAMED.exec(note)?.[1];
    return ask(doubtPhrases.noted(cleanLine(typed), label), [noted, ...(renamed ? [renamed] : [])].map(cleanLine));
  }
  const [, changed = ""] = (OF_THING.test(label) ? CHANGED.exec(typed.trim()) : null) ?? [];
  if (changed !== "") return ask(doubtPhrases.talk(cleanLine(typed), label), [cleanLine(changed)]);
  const [, subdistrict = ""] = (/街道$/u.test(label) ? WITH_COMMUNITY.exec(typed.trim()) : null) ?? [];
  if (subdistrict !== "") return ask(doubtPhrases.talk(cleanLine(typed), label), [subdistrict]);
  if (OF_THING.test(label) && WITHIN.test(typed.trim())) return ask(doubtPhrases.talk(cleanLine(typed), label), []);
  if (OF_PERSON.test(label) && SURNAME.test(typed.trim()))
    return ask(doubtPhrases.surname(cleanLine(typed), label), []);
  const talk = OF_THING.test(label) && talkIn(typed) === undefined ? TALK.exec(typed)?.index : undefined;
  if (talk !== undefined) {
    const before = cleanLine(typed.slice(0, talk)).replace(OPEN_BRACKET, "");
    return ask(doubtPhrases.talk(cleanLine(typed), label), ADDED.test(typed.slice(talk)) ? [before] : []);
  }
  const beside = OF_THING.test(label) && talkIn(typed) === undefined ? besideValue(label, line) : undefined;
  if (beside !== undefined) {
    const before = cleanLine(line.slice(0, beside)).replace(OPEN_BRACKET, "");
    const isWhole = beside === 0 && !POINTS_AT.test(line) && OF_UNIT.test(label);
    const asked = ask(
      isWhole ? doubtPhrases.unlike(line, label) : doubtPhrases.talk(line, label),
      before.length < MIN_BEFORE || POINTS_AT.test(before) ? [] : [before],
    );
    return isWhole ? { ...asked, asIs: true } : asked;
  }
  if (OF_THING.test(label) && PROSE.test(typed)) return ask(doubtPhrases.talk(cleanLine(typed), label), []);
  const [, person = ""] = (NAMED_PERSON.test(label) ? WITH_SEX.exec(line) : null) ?? [];
  if (person !== "") return ask(doubtPhrases.talk(line, label), [person]);
  const [, titled = ""] = (NAMED_PERSON.test(label) ? TITLED.exec(line) : null) ?? [];
  if (titled !== "") return ask(doubtPhrases.titled(line, label), [titled]);
  const [, named = ""] = (OF_UNIT.test(label) ? WITH_KIND.exec(line) : null) ?? [];
  if (named !== "") return ask(doubtPhrases.talk(line, label), [named]);
  const several = OF_APPROVAL.test(label) ? severalBodies(line) : NAMED_PERSON.test(label) ? severalPeople(line) : [];
  if (several.length > 1) return ask(doubtPhrases.names(several.length, label), several);
  const mixed = OF_THING.test(label) && talkIn(typed) === undefined ? mixedDoubt(label, line) : undefined;
  if (mixed) return mixed;
  const phone = phoneIn(typed, { short: OF_BODY.test(label) });
  if (
    !phone &&
    NAMED_PERSON.test(label) &&
    findPhones(withDigits(line)).filter(({ number }) => WHOLE.test(number)).length > 1
  )
    return ask(doubtPhrases.severalPhones(line, label), []);
  const digits = phone || !NAMED_PERSON.test(label) ? undefined : MISDIALLED.exec(typed.normalize("NFKC"))?.[0];
  if (digits !== undefined) return ask(doubtPhrases.misdialled(digits, label), []);
  if (!phone && NAMED_PERSON.test(label) && /\d/u.test(typed.normalize("NFKC")))
    return ask(doubtPhrases.notOnlyName(cleanLine(typed), label), []);
  if (!phone) return shapeDoubt(label, line);
  return phone.rest === ""
    ? ask(doubtPhrases.onlyPhone(phone.number, label), [])
    : ask(
        doubtPhrases.withPhone(phone.number, label),
        isNoAnswer(phone.rest) ? [] : (doubtOf(question, phone.rest)?.readings ?? [phone.rest]),
      );
}

/** A line that is whole, but of another kind than was asked for; a name with a note behind it. */
function shapeDoubt(label: string, line: string): TextDoubt | undefined {
  if (isOfOtherKind(label, line)) return ask(doubtPhrases.otherKind(line, label), []);
  const name = NAMED_PERSON.test(label) ? nameBeforeNote(line) : undefined;
  if (name !== undefined) return ask(doubtPhrases.noted(line, label), [name]);
  if (!/[\p{L}\p{N}]/u.test(line) || talkIn(line) !== undefined || !isUnlikeField(label, line)) return undefined;
  const each = line
    .split(EACH)
    .map(cleanLine)
    .filter((one) => one !== "" && one !== line);
  if (each.length > 1)
    return { ...ask(doubtPhrases.names(each.length, label), [...each, each.join("、")]), asIs: true };
  const bare = line.replace(LEADS, "").replace(ENDS, "");
  return { ...ask(doubtPhrases.unlike(line, label), bare === line || bare === "" ? [] : [bare]), asIs: true };
}

/** 两家一家是…还有一家…: one after the other. */
const EACH =
  /(?:[一二两三四几]+[家个]物?业?(?:公司)?(?:一起|分别|都是|是)?[，,：:]?)?(?:一家|另一?家|还有一家|其中一家|第[一二三]家)(?:就?是|叫做?|为)?/u;

/** 一家叫…, 第一个小区是…, 另一个是… */
const LEADS =
  /^(?:\p{Script=Han}{2,6}嘛[，,\s]*就?是|\p{Script=Han}{2,8}就是(?:那个|这个)(?=\p{Script=Han}{4})|(?:第?[一二两三四几]|另一?|还有一?|其中一?)(?:家|个|期|方)(?:小区|物业|公司|单位)?(?:就?是|叫做?|为)?|(?:小区|党?支部|物业|单位|项目|公司|街道|社区|书记|主任)(?:的?名[字称])?(?:就叫|就是|叫))+/u;
/** …然后提交 */
const ENDS = /[，,\s]*(?:然后|接着|再|就)*(?:提交|保存|下一[步个项]|跳过|就行|就好|可以了|ok)[了吧的]*$/iu;

/** More than the name that was asked for. */
function mixedDoubt(label: string, line: string): TextDoubt | undefined {
  const [, led = ""] = LED_BY_INITIALS.exec(line) ?? [];
  const [, named = ""] = /地址$/u.test(label) ? [] : (NUMBER_BEHIND.exec(line) ?? []);
  const isOther =
    INSTRUCTS.test(line) ||
    (OF_PLACE.test(label) && (TWO_PLACES.test(line) || IS_FIRM.test(line))) ||
    (OF_PERSON.test(label) && IS_BODY.test(line));
  if (!isOther && led === "" && named === "") return undefined;
  const reading = isOther || (led !== "" && OF_PERSON.test(label)) ? beforeSame(label, line) : [led || named];
  return ask(doubtPhrases.talk(line, label), reading);
}

const OF_FIRM = /企业(?:名称)?$/u;
const BETWEEN_FIRMS = /[\s，,]+|(?<=公司|物业|集团)(?:和|及|与|跟|还有)/u;
const ENDS_AS_FIRM = /^(\p{Script=Han}{2,}?(?:公司|集团|物业(?!服务|管理|有限)))/u;

/** 绿城物业 滨江物业, 甲公司和乙公司两家…: each of them. Empty where it is one only. */
function severalFirms(line: string): string[] {
  if (line.split(EACH).length > 1) return [];
  const firms = line
    .replaceAll(BRACKETS, "")
    .split(BETWEEN_FIRMS)
    .map((part) => ENDS_AS_FIRM.exec(part)?.[1] ?? "");
  return firms.length > 1 && firms.every((firm) => firm !== "") ? firms : [];
}

const parts = (typed: string, mark: RegExp): string[] =>
  typed
    .split(mark)
    .map(cleanLine)
    .filter((part) => part !== "");

const ask = (retry: string, all: readonly string[], asIs = false): TextDoubt =>
  asIs ? { ...ask(retry, all), asIs } : { retry, readings: all.slice(0, MAX_PARTS) };
