import { assertNever } from "../../../shared/assert-never.ts";
import type { AnswerContext, Parsed } from "../answer.ts";
import { withoutCourtesy } from "../beside-form.ts";
import { completedPart } from "../completed-part.ts";
import { contentPhrases } from "../content-phrases.ts";
import { isWords, type Question } from "../field.ts";
import { isPlaceholder } from "../headings.ts";
import { withHouseNumber } from "../part-of-address.ts";
import { retryPhrases } from "../phrases.ts";
import { cleanLine, plainAnswer } from "../plain.ts";
import { withoutWordInFront } from "../short-names.ts";
import { AFTER_NAME, TOLD_BY_PARTICLE, withoutBefore, withoutFillers, withoutSounds } from "../spoken.ts";
import { besideValue, wrongOfOther } from "./beside-value.ts";
import { withoutClosing } from "./closing-words.ts";
import { contentDoubt } from "./content-doubt.ts";
import { withoutFormer } from "./from-to.ts";
import { withoutLeadIn } from "./lead-in.ts";
import { likeNames } from "./like-name.ts";
import { nameDoubt, withName } from "./name-doubt.ts";
import { isBareName, isNoName, isNoText, isOnlyTalk } from "./not-content.ts";
import { withDenied } from "./not-denied.ts";
import { parseChoice } from "./parse-choice.ts";
import { parseDate } from "./parse-date.ts";
import { parseDeclaration } from "./parse-declaration.ts";
import { parsePercent } from "./parse-percent.ts";
import { parsePhone } from "./parse-phone.ts";
import { parsePoints } from "./parse-points.ts";
import { parseText } from "./parse-text.ts";
import { bareName } from "./person-name.ts";
import { askPhrases, doubtPhrases, talkPhrases } from "./phrases.ts";
import { isSpeech, respelt, withoutSpelling } from "./speech.ts";
import { talkIn } from "./talk.ts";
import { textDoubt } from "./text-doubt.ts";
import { isUnlikeField } from "./unlike-field.ts";
import { wholeNumber } from "./whole-number.ts";

/** Said after a value. */
const THANKS = /(?<=\S)[\s,，。]*(?:谢谢|多谢|谢了|辛苦了|麻烦了)[您你了!！。.~\s]*$/u;
/** 内容：, with nothing behind it */
const NO_CONTENT = /^\s*(?:内容|正文)\s*[:：]?\s*$/u;
/** 内容：… is the answer as it stands. */
const AS_TEXT = /^\s*内容[:：]\s*(\S[\s\S]*)$/u;

/**
 * Parses an answer, wherever it was given. Never throws; never drops a part of what was said: what cannot be read is
 * asked about. What is shown of an answer parses to the same answer.
 */
export function parseAnswer(question: Question, typed: string, context: AnswerContext): Parsed {
  const parsed = readAnswer(question, typed, context);
  const isSentence = !isWords(question) && (typed.match(HAN) ?? []).length >= MIN_SENTENCE;
  if (parsed.ok || parsed.pending || !isSentence || /未保存|未记入/u.test(parsed.retry)) return parsed;
  return { ...parsed, retry: `${retryPhrases.notSaved(plainAnswer(typed))}${parsed.retry}` };
}

/** In characters: a sentence that is no value is said to be not stored. */
const MIN_SENTENCE = 8;
const HAN = /\p{Script=Han}/gu;

function readAnswer(question: Question, typed: string, context: AnswerContext): Parsed {
  const asText = context.asText === true ? typed : AS_TEXT.exec(typed)?.[1];
  if (asText !== undefined) return read(question, asText, context);
  if (isWords(question) && (isPlaceholder(typed) || NO_CONTENT.test(typed)))
    return { ok: false, retry: retryPhrases.empty(question) };
  const [right, wrong] = withDenied(question, typed).map((one) => parseAnswer(question, one, context));
  if (right?.ok && wrong?.ok) return right;
  const spoken = spokenOf(question, isWords(question) ? typed : typed.replace(OR_NOT, "不对是"));
  const said = isWords(question) ? spoken : withoutFormer(spoken, (one) => read(question, one, context).ok);
  const shown = withoutLabel(question, typed);
  const behind = question.kind === "longText" ? undefined : CORRECTED.exec(said)?.[1];
  const spelt = behind === undefined ? undefined : respelt(said.slice(0, -behind.length), behind);
  const meant = spelt ?? behind;
  if (spelt === "" || (behind !== undefined && correctsOther(question, said.slice(0, -behind.length))))
    return { ok: false, retry: doubtPhrases.talk(cleanLine(said), question.label) };
  const whole = meant === undefined ? undefined : completedPart(question.label, said, meant);
  if (meant !== undefined && whole !== undefined) {
    const readings = likeNames(question, [whole, meant].map(cleanLine));
    const isOne = readings.length < FEWEST_READINGS;
    const retry = isOne
      ? doubtPhrases.notName(cleanLine(said), question.label, readings[0])
      : askPhrases.several(cleanLine(said), readings);
    return { ok: false, retry, ...(readings.length > 0 ? { readings } : {}) };
  }
  const corrected =
    meant === undefined ? undefined : parseAnswer(question, wholeNumber(question, said, meant), context);
  if (corrected?.ok) return corrected;
  if (question.kind === "longText" && NO_CONTENT.test(said)) return { ok: false, retry: retryPhrases.empty(question) };
  const isValue = read(question, said, context).ok;
  const doubt = withName(
    question,
    said,
    textDoubt(question, said) ?? (isValue ? nameDoubt(question, said) : undefined),
  );
  if (doubt?.asIs) {
    const { readings = [] } = answersAmong(question, doubt.readings, context);
    if (!mayStand(question, cleanLine(said)))
      return {
        ok: false,
        retry: doubtPhrases.withoutAsIs(doubt.retry, readings),
        asIs: true,
        ...(readings.length > 0 ? { readings } : {}),
      };
    const asIs = doubtPhrases.asIs(cleanLine(typed));
    const kept = typed.trim().includes("\n") ? undefined : parseAnswer(question, asIs, context);
    // Too long to be kept: said at once, and not offered.
    if (kept?.ok === false && !kept.pending && readings.length === 0) return kept;
    const all = [...readings, ...(kept && (kept.ok || kept.pending) ? [asIs] : [])];
    // The sentence quotes what the button sends.
    const retry = doubt.retry.replaceAll(doubtPhrases.asIsCut(cleanLine(said)), () =>
      doubtPhrases.asIsCut(cleanLine(typed)),
    );
    return { ok: false, retry, ...(all.length > 0 ? { readings: all } : {}) };
  }
  if (doubt) {
    const listed = answersAmong(question, doubt.readings, context);
    const retry = "readings" in listed ? doubt.retry : doubtPhrases.withoutList(doubt.retry);
    return { ok: false, retry, ...listed };
  }
  const unsure = question.kind === "longText" && !isWaiting(said, context) ? contentDoubt(question, said) : undefined;
  const talk = talkIn(said);
  if (unsure && !(talk && unsure.fault === "brief")) {
    const retry = contentPhrases.doubt(cleanLine(typed), question.label, unsure);
    return { ok: false, retry, ...(unsure.content === "" ? {} : { content: unsure.content }) };
  }
  const isText = isWords(question);
  const parsed = talk && isText ? undefined : read(question, isText ? said : said.replace(THANKS, ""), context);
  const bare =
    isText || parsed?.ok || parsed?.pending
      ? undefined
      : bareValue(question.kind === "choice" ? said.replace(HAS, "") : said);
  const again = bare === undefined || bare === said ? undefined : read(question, bare, context);
  if (again?.ok || again?.pending) return again;
  if (parsed && (parsed.ok || parsed.pending || parsed.readings || !talk)) return parsed;
  return { ok: false, retry: talkPhrases[talk ?? "asked"](plainAnswer(shown) || shown.trim(), question) };
}

/**
 * Whether the words as they stand may be offered on a button: an order, figures or what hardly is of the field's kind would
 * be filed by it; who means them writes 内容：….
 */
function mayStand({ kind, label }: Question, line: string): boolean {
  if (isSpeech(line) || (line.match(HAN) ?? []).length < FEWEST) return false;
  if (kind === "longText") return !isNoText(line) && !isBareName(line) && !isOnlyTalk(line);
  return !isNoName(line) && (!isUnlikeField(label, line) || ([...line].length > LONGEST_NAME && /名称$/u.test(label)));
}
/** In characters. */
const [FEWEST, LONGEST_NAME] = [4, 30];

/** 附页, where the rest may stand on a page of its own. */
const isWaiting = (said: string, { pending }: AnswerContext): boolean =>
  pending?.kind === "attachedPage" && [...said].length <= MIN_SENTENCE;

const FEWEST_READINGS = 2;

/** 95.6，不对，应该是96.5: what is said last counts. */
const CORRECTED =
  /^\s*\S.{0,30}?[\s,，。;；、]{0,9}[哦啊呃嗯]{0,9}[,，\s]{0,9}(?:不对|错了|[说写打填]错了|更正一?下?|纠正一?下?)(?:[\s,，。;；、]*(?:应该是|应该为|应为|应是|改为|改成|换成|叫做?|就?是|就写|就叫)|[\s,，。;；、]+(?![\s,，。;；、])|(?=百分之|[\d〇零○一二两三四五六七八九十幺]))\s*(\S.*)$/su;
/** 一三六…哦不一三六… */
const OR_NOT = /[哦噢啊][,，\s]*不是?[,，\s]*(?=[\d〇零○一二两三四五六七八九十幺]|百分之)/u;

/** 交付年份两千零八年不对是…, 李红梅那个电话错了是… */
function correctsOther({ kind, label }: Question, before: string): boolean {
  if (kind === "phone") return wrongOfOther(label, before);
  return kind === "text" && besideValue(label, cleanLine(before.replace(/不对|错了/gu, ""))) !== undefined;
}

/** Only what is an answer by itself is offered. Of a reading, none is: in doubt again, it is no answer. */
function answersAmong(question: Question, readings: readonly string[], context: AnswerContext) {
  if (context.isReading) return {};
  const whole = readings.filter((reading) => {
    const parsed = parseAnswer(question, reading, { ...context, isReading: true });
    return parsed.ok && parsed.shown === reading;
  });
  return whole.length > 0 ? { readings: whole } : {};
}

function read(question: Question, typed: string, context: AnswerContext): Parsed {
  switch (question.kind) {
    case "text":
    case "longText":
      return parseText(question, typed, context);
    case "phone":
      return parsePhone(question, typed);
    case "percent":
      return parsePercent(question, typed);
    case "date":
      return parseDate(question, typed, context);
    case "choice":
      return parseChoice(question, typed);
    case "declaration":
      return parseDeclaration(question, typed, context);
    case "points":
      return parsePoints(question, typed);
    default:
      return assertNever(question.kind);
  }
}

/** 有业委会 */
const HAS = /^\s*(?:已经?)?(?:有|成立了?)(?=\p{Script=Han}{2})/u;

/** 是业委会, 那个物业公司, 就百分之九十五吧: without the words that say nothing. */
const bareValue = (said: string): string =>
  withoutBefore(withoutFillers(said).trim())
    .replace(/^(?:就?[那这]个|应该|那|我们?)*(?:就是?|是|填报|填|选|写|报|用|按|算|(?:已经?)?成立了)?/u, "")
    .replace(/(?:[这那]样(?:子)?|[对是])?[吧啊呀呢啦哦的了]+[。.\s]*$/u, "");

/** Shorter labels may begin a word. */
const MIN_SPOKEN_LABEL = 4;
const VERB =
  /^\s*(?:呢|嘛)?[\s,，]*(?:应该是|应该为|应为|就是|还是|是|叫做?|为(?!民)|就(?![用写填按照叫是在])(?=\p{Script=Han}{2}))\s*[:：]?\s*(?:那个(?!小区|项目)|[嗯呃额唔]+)*[,，\s]*/u;
/** 地址柯岩街道88号 at 小区地址 */
const ADDRESS = /^\s*地址(?=\p{Script=Han}{2})/u;
const AT = /^\s*(?:呢|嘛)?\s*在\s*/u;
const CALLED = /^(?:名[字称])?(?:[也就都]?叫做?|[也就都还]?是)\s*(?=..)/u;
/** 湖塘街道嗯香林路 */
const HESITATION = /(?<=\p{Script=Han})[嗯呃]+(?=[\p{Script=Han}\d])/gu;
/** 姓名：王建国, 姓吴叫吴建明 */
const NAMED =
  /^\s*(?:(?:姓名|名字)(?:[:：]|\s+)\s*|姓(\p{Script=Han})[,，\s]*(?:名字?叫|名叫|叫|全名是?|全名叫)(?=\1))(?=\S)/u;
/** 越王路218号对吧: asks for agreement. */
const TAG =
  /(?<=\S{2})[,，\s]*(?:对吧|是吧|对不对|对吗|对了|没错吧|行吧|好吧|这样吧|就?这个[了吧]?|就?好了|就行了?|就可以了?|[嗯哦啊]+对[的啊]*|就?这样先|先这样)[啊呀。?？\s]*$/u;
/** 填绍兴市住建局, 就是绍兴市住建局 */
const WRITES =
  /^(?:那)?(?:(?:就|请|帮我|给我)(?:填写?|写|是|叫|用|按照?(?!.{0,4}建议))|填(?:写|上|成|为)?|写(?:上|成|(?!字|意|作|生|真|实|景))|就(?!业|医|学|诊|近|在|是|这|那|用|写|填|按|叫|先|不|没|选|行|好|确|同|跟|和|像|要|可|地|餐|坐))(?:上|成|为)?(?!海|了|土|埋|补|充)(?=\p{Script=Han}{3})/u;
const CLOSES =
  /(?<=\p{Script=Han}{3}|\d[号栋幢楼室])(?:(?<![酒网贴书茶水氧咖])吧|[呀嘛啊哦呗啦嘞咯喽哈嗯呃]+)[。.\s]*$/u;
const OF_PERSON = /(?:主任|书记|负责人)$/u;
/** 换成吴某了, 何某吧 */
const LE = /(?<=^\p{Script=Han}{2,4})[了吧呗]$/u;
/** 主任换人了，现在是吴某 */
const REPLACED =
  /^(?:已经?|刚)?(?:换人了?|换了?人|换了|变更了?|调整了?)[,，、\s]*(?:现在|目前|新的?|改)?(?:就?是|叫|为)(?=\p{Script=Han}{2})/u;
/** “和畅名苑” */
const QUOTED = /^[“"「『]([^“”"「」『』]{2,})[”"」』][。]?$/u;
const OF_THING = /(?:名称|单位|地址|街道|社区)$/u;
const IN_PLACE = /(?:地址|街道|社区)$/u;
/** 我们诸暨市建设局: whose it is, before a name that is whole without it. */
const OURS =
  /^(?:我们|咱们|咱(?!们))的?(?!的|这|那|区|市|县|镇|小区|社区|街道|物业|业委会|自己)(?=\p{Script=Han}{5,}$)(?=\p{Script=Han}+(?:局|公司|办事处|委员会|居委会|社区|中心|支部|物业)$)/u;

/** Behind the end of its label: 类型 物业, 街道嘛店口镇. */
const AFTER_END = new RegExp(`^(?:${TOLD_BY_PARTICLE}|\\s+${AFTER_NAME}(?:就?是)?${AFTER_NAME})`, "u");
const MIN_END = 2;

/** 街道嘛店口镇 at 所属街道, 类型物业 at 申报单位类型: the answer without the end of the label before it. */
function withoutLabelEnd({ label, kind }: Pick<Question, "label" | "kind">, typed: string): string {
  const text = typed.trimStart();
  const cuts = Array.from({ length: Math.max(0, label.length - MIN_END) }, (_, cut) => cut + 1);
  const end = kind === "percent" ? undefined : cuts.map((cut) => label.slice(cut)).find((one) => text.startsWith(one));
  const rest = end === undefined ? "" : text.slice(end.length);
  const after = AFTER_END.exec(rest)?.[0] ?? (kind === "choice" ? "" : undefined);
  return after === undefined || rest.length - after.length < MIN_END ? typed : rest.slice(after.length);
}

/** 小区名称：锦绣花园 answers 小区名称 with 锦绣花园; so does 小区名称锦绣花园, as people say it. */
function withoutLabel({ label, kind }: Pick<Question, "label" | "kind">, typed: string): string {
  const text = typed.trimStart();
  const rest = text.startsWith(label) ? text.slice(label.length) : "";
  const isSpoken = kind === "text" && label.length >= MIN_SPOKEN_LABEL && /^\p{Script=Han}./u.test(rest);
  const verb = kind === "text" ? (VERB.exec(rest) ?? (/地址$/u.test(label) ? AT.exec(rest) : null)) : null;
  const after = /^\s*(?:改[为成]?)?\s*[:：]\s*/u.exec(rest) ?? verb ?? /^\s+/u.exec(rest) ?? (isSpoken ? [""] : null);
  return after && rest.length > after[0].length ? withoutLabel({ label, kind }, rest.slice(after[0].length)) : typed;
}

/** 物业锦绣物业公司, 物业公司诸暨安居物业: its kind before the name of a firm. */
const KIND = /^物业(?:公司|企业)?\s*(?=(?!服务|管理|有限|集团)\p{Script=Han}{2,}(?:公司|物业|集团)$)/u;

/** 支部叫… at 党支部名称: the end of what the field names. */
function withoutOwnNoun(label: string, said: string): string {
  const noun = /名称$/u.test(label) ? label.slice(0, -NOUN) : label;
  const [, own = "", rest] = /^(\p{Script=Han}{2,4}?)(?:的?名[字称])?[也就都]?叫做?(\S{2}.*)$/u.exec(said) ?? [];
  return rest !== undefined && noun.endsWith(own) ? rest : said;
}
const NOUN = 2;

/** A line without the fillers and the label that stood before it: 嗯 那个 申报单位是 府山街道办事处, 叫锦绣花园. */
function spokenOf(question: Question, typed: string): string {
  if (question.kind === "longText")
    return withoutClosing(
      withoutSounds(withoutLabel(question, withoutLeadIn([question.label, question.label.slice(-2)], typed))),
    );
  if (question.kind !== "text") return withoutLabelEnd(question, withoutLabel(question, withoutFillers(typed)));
  const said = withoutBefore(withoutLabelEnd(question, withoutLabel(question, withoutFillers(typed))))
    .replace(TAG, "")
    .replaceAll(HESITATION, "");
  const called = OF_THING.test(question.label)
    ? withoutWordInFront(question.label, withoutOwnNoun(question.label, said.trimStart()).replace(CALLED, ""))
    : said.replace(NAMED, "");
  const placed = IN_PLACE.test(question.label) ? called.replace(AT, "") : called.replace(OURS, "");
  const own = /地址$/u.test(question.label) ? withHouseNumber(placed.replace(ADDRESS, "").replace(AT, "")) : placed;
  const named = /(?:单位|企业名称)$/u.test(question.label) ? own.replace(KIND, "") : own;
  const bare = withoutCourtesy(withoutFillers(named)).trimStart().replace(WRITES, "").replace(CLOSES, "");
  const clean = (
    OF_PERSON.test(question.label)
      ? bareName(question.label, withoutSpelling(bare.replace(REPLACED, "").replace(LE, "")))
      : bare
  ).replace(QUOTED, "$1");
  return clean === typed ? typed : spokenOf(question, clean);
}
