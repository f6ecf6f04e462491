import { visibleText } from "../../shared/visible-text.ts";
import { readPoints } from "./answers/parse-points.ts";
import { talkIn } from "./answers/talk.ts";
import { cleanLine } from "./plain.ts";
import { doubtOfReason, withoutLead } from "./reason-doubt.ts";
import { saidToProgram, withoutOrder } from "./said-to-program.ts";
import { saysNothing } from "./score-no-reason.ts";
import type { ScoreRules } from "./score-rules.ts";
import { rowIn } from "./score-table.ts";
import { otherPointsIn, rewordedIn } from "./score-turn.ts";
import { COUNTS, SAID_POINTS } from "./score-words.ts";
import { isFiller, withoutBetween, withoutFillers, withoutSoundsWithin } from "./spoken.ts";

/** 补个理由：, 理由补一下, 理由改为 */
const REASON_LEAD =
  "(?:再|请)?补(?:充|写|上|个|一个|一下|一条)*的?(?:理由|原因|说明)|(?:理由|原因|说明)(?:[再也就]*(?:补(?:充|写|上|个|下|一下|一条)+|改(?:(?:一下|下)[，,\\s]*改?(?:成|为)|成|为|到|写|一下|下)?|更正(?:成|为)?|[写填](?:上|一下|个|下)?|[加添](?:上|写|一下|个|下)+)?)?";
const LEAD = new RegExp(
  `^的?(?:${REASON_LEAD})?(?:\\s*[:：]|(?<=理由|原因|说明)(?:还|仍然?|应该?)(?:是|为|改成|改为)|就?是|为|[，,\\s]*(?:改为|改成))?\\s*`,
  "u",
);
const LED_BEHIND = new RegExp(`^(?:${REASON_LEAD})\\s*[:：]\\s*`, "u");
/** Words that are for the row, and none of its reasons. */
const FOR_THE_ROW =
  /\d\s*分|[零〇一二三四五六七八九十两]\s*分|满分|[扣减给打改得](?:成|为|到|了)?\s*\d+(?:\.\d+)?[吧了]*$|^算了|^(?:[扣减给打改得]|跳过|上一|下一|保存|退出|取消|撤|删|清空|(?:证明)?(?:材料|照片|图片|文件|附件)$)/u;
/** 几分来着我看下, 为什么最多四分 */
export const QUESTION = /为什么|怎么[打评扣给算]|[几多][少]?分|来着|我?看一?下$|[吗呢?？]$/u;
const ROW = /\d{1,2}-\d{1,2}/gu;
const COMPARES_ROW = /(?:[同与和跟见]|参照|按照)\s*\d{1,2}-\d{1,2}(?=$|[\s，,。；;]|一样|相同|重复)/gu;

/** …分不改: behind a reason alone the points are as they were. */
const POINTS_STAY =
  /(?<=\p{Script=Han}{2})[，,。；;、\s]*(?<![部区充十等划])(?:得|打|评)?分数?(?:也|都|还|仍|先|就|是|保持)*(?:不变|不动|不改|照旧|不用改)[吧了的啊。]*$/u;

/** 1-2 会议少: the reason of a row that has its points. Undefined: it may be something else. */
export function reasonAlone(rules: ScoreRules, id: string, said: string): string | undefined {
  if (isTakenAway(said)) return rules.given?.includes(id) ? "" : undefined;
  const own = withoutOrder(withoutBetween(cleanLine(said.replace(POINTS_STAY, "").replace(LEAD, ""))));
  const text = own.replace(/(?<=.{2})的(?:理由|原因)$/u, "").replace(WITHIN_QUOTES, "$1");
  if (QUESTION.test(text) || (!SAYS_REASON.test(said) && saidToProgram(text))) return undefined;
  const isReason =
    (/^[“「《"]?\p{Script=Han}{2}/u.test(text) ||
      (/^的?(?:理由|原因)/u.test(said.trim()) && /^\d+\p{Script=Han}{2}/u.test(text))) &&
    !HESITATES.test(text) &&
    !FOR_THE_ROW.test(text) &&
    !saysNothing(text) &&
    talkIn(text) === undefined &&
    aboutForm(text) === undefined;
  // 选举晚了，同2-3 compares with another row.
  const namesAnother = (text.replaceAll(COMPARES_ROW, "").match(ROW) ?? []).some(
    (other) => rowIn(rules, other) !== undefined,
  );
  return isReason && !namesAnother && rules.given?.includes(id) ? text : undefined;
}

/** 以上理由同, 理由一样: 同上. */
const SAME_REASON =
  /^(?:以上|上面|上述)?的?(?:理由|原因)(?:也|都|就)?(?:同(?:以?上)?|[同跟和与]以?上(?:面|一?[条项])?(?:一样|相同)?|一样|相同)$|^同以?上(?:面|一?[条项])?的?(?:理由|原因)$|^同以上$|^以上同$|^同$/u;

const NO_REASON =
  /^(?:没有?|无|暂无|不写|不需要|不用)(?:什么|写|填)?理由[了吧的]*(?=$|[\s,，。;；])|^理由[:：\s]*(?:没有?|无|暂无|不写|略)了?(?=$|[\s,，。;；])/u;

/** 3 无: there is none. */
const SAYS_NONE = /^(?:无|没有?|暂无|略|[-—－/／]+)$/u;

/** Without the brackets around all of it, and without 理由：, 理由是 before it; 没有理由 is none. */
export const bare = (after: string): string => {
  const said = withoutBetween(cleanLine(after));
  if (SAME_REASON.test(said)) return "同上";
  return isFiller(said) ? "" : withoutSoundsWithin(withoutOrder(withoutBetween(withoutLead(bareWords(said)))));
};

/** 原4分，路灯不亮5盏: what the row had. */
const POINTS_BEFORE = /^原(?:来|先)?(?:是|为|给)?\s*\d{1,2}(?:\.\d)?\s*分[，,；;、\s]*/u;
/** 理由：…: it is said that it is one. */
const SAYS_REASON = /^[\s，,的]*(?:理由|原因|说明)\s*[:：]/u;

/** “绿化缺株”: the quotes are none of it. */
const WITHIN_QUOTES = /^[“「"]([^“”「」"]+)[”」"]$/u;

const bareWords = (said: string): string =>
  said
    .replace(/^[（(]([^（()）]*)[)）]$/u, "$1")
    .replace(WITHIN_QUOTES, "$1")
    .replace(/^(?:—|–|--)+\s*(?=[\p{Script=Han}\d])|^(?:更正|改)(?:为|成)?\s*[:：]\s*(?=\S{2})/u, "")
    .replace(POINTS_BEFORE, "")
    .replace(NO_REASON, "")
    .replace(/^(?:理由|原因|说明)$/u, "")
    .replace(SAYS_NONE, "")
    .replace(/(?<=.{2})的(?:理由|原因)$/u, "")
    .replace(/^(?:[吧呗哈呀](?=[，,\s]|\p{Script=Han}{2})|[吧呗]?(?:好了|算了)(?=$|[，,\s]|因为|由于))/u, "")
    .replace(LED_BEHIND, "")
    .replace(/^理由\s*(?:[:：]|(?:就?是|为)[:：,，]?|(?=\p{Script=Han})(?!不?充分|不足|充足|不成立))\s*/u, "");

/** 理由不要, 理由也删掉, 删掉理由 */
const TAKEN_AWAY =
  /^的?(?:理由|原因|说明)(?:也|都|就|给)*(?:不要|删除?|清空|去掉|取消|撤销|作废|不算)(?:掉|了|吧)*$|^(?:删除?|清空|去掉|取消|撤销|不要)(?:掉|了)?(?:这[条个]|那[条个]|原来?的?)?(?:理由|原因)(?:吧|了)*$/u;

const isTakenAway = (said: string): boolean =>
  [TAKEN_AWAY, NO_REASON, SAYS_NONE].some((pattern) => pattern.test(cleanLine(said)));

/** 没有把关记录不对是六分: the points once more. */
const CORRECTED = new RegExp(
  `[，,\\s]*[嗯呃额啊哎哦]*(?:不对|不是|(?:说|打|写|记)?错了|更正|应该是|应为|改成|改为)[，,\\s]*(?:还是|应该是|应为|应是|改成|改为|是|给)*(${SAID_POINTS}|满分)[吧了啊]*$`,
  "u",
);
/** 没有供热单位不对供热本来就不适用还是三分: what is said between is of the later points or of neither. */
const CORRECTED_LATER = new RegExp(
  `[嗯呃额啊哎哦]*(?:不对|(?:说|打|写|记)错了|更正).*?(?:还是|应该是|应为|改成|改为|那?就给?|给|是)[，,\\s]*(${SAID_POINTS}|满分)[吧了啊]*$`,
  "u",
);
/** 不对不对是…, …对了那个…: no words of a reason. */
const HESITATES =
  /不对(?:不对|[，,\s]*(?:[应还]?是|应该|重新|改))|^(?:不对|错了|等一?下|哦)|[嗯呃哦啊]+不对|(?<![反面])对了(?=[，,\s]*\p{Script=Han})|(?:说|打|写|记)错了(?=[，,\s]*\p{Script=Han})/u;
/** 七之三那个有车乱停: also of a row that there is not. */
const SPOKEN_ROW = /[一二三四五六七八九十]{1,3}[之杠][一二三四五六七八九十]{1,3}(?:那[个条项]|这[个条项])/u;
const ABOUT_FORM =
  /^(?:[嗯呃额哦啊那就先好的了行吧]|现在|可以)*(?:提交(?:定稿|上去|初评)?|初评(?:完成|结束)?|推荐|申报|进度|待办|帮助|未答|继续|报送|上报|报(?:上去|了|(?=吧))|就?这[么样]报|交(?:了|上去?|吧)?|定稿|保存(?:退出)?|退出|跳过|撤销|撤回|取消|不要|不算|删[掉除]?|清空|去掉|重来|重新[打评写来]|上一[条项步页]|下一[条项步页个]|先?(?:这样|这些)|完了|结束|(?:打|评|说|写|填)(?:完|错|好)|记(?:上|下)|确认(?:定稿|提交)?)(?:[吧了啊呀哦嘛的]|一下|[这那][条个项句]|上面|刚才)*$/u;
const SPOKEN_OF =
  /^把?(?:刚才|刚刚|上面|前面)(?:那|这|的|说的)*[句条个项].{0,6}$|^(?:以上|上述|上面|这)[\d一二三四五六七八九十两几]*[条项个]?.{0,2}(?:请|麻烦|烦请).{1,8}$|^(?:请|麻烦|烦请)[您你先帮忙一并]*(?:录入|记录|登记|查收|更正).{0,4}$|^第?[一二三四五六七八九十]+(?:部分|大项)先?(?:就|到)?(?:这些|这样|这里|到这)/u;

/** The part of the words that is about the sheet, not about the row: 提交吧, 以上两条请先录入. */
function aboutForm(reason: string): string | undefined {
  return partsOf(reason).find(isPartAboutForm);
}

const partsOf = (said: string): string[] => said.split(/[，,。；;！!\s]+/u).filter((part) => part !== "");
const isPartAboutForm = (part: string): boolean => ABOUT_FORM.test(part) || SPOKEN_OF.test(part);

/** Nothing else is said: 以上两条请先录入，谢谢. */
export const isAboutForm = (said: string): boolean =>
  aboutForm(said) !== undefined &&
  partsOf(said).every((part) => isPartAboutForm(part) || talkIn(part) === "acknowledged");

/** 另：3-7现场还有1处路灯损坏: said of another row. */
const OF_ANOTHER = /(?:^|[；;，,。\s])(?:另外?|还有|此外|同时)[:：,，\s]*(\d{1,2}-\d{1,2})(?![\d年月－-])/u;

/** 3-8没特色, 2-4 没; 与3-5重复 and 详见3-5 speak of the row itself, 1-3幢 and 1-2月 of no row. */
const NAMES_ROW = /(?<![与和见照据按、\d.-])\d{1,2}-\d{1,2}(?![\d年月－-])(?!\s*[日号幢栋楼层单元户人个次件处名期])/gu;
/** 其余满, 下一个, 同上: said of other rows, or of no reason. */
const OF_OTHERS =
  /(?:^|[，,。；;、\s])(?:(?:其余|其他|其它|剩下|剩余)(?:的|条目|各项)*(?:都|均|全部?|给|打|为|是)*(?:满分?|不变|照旧|没问题|[零〇\d]+分?|(?:先|暂时?|也|还)*(?:不[打评给填改动]|没[打评给填]|空着|待定|再[说打评看]|等|晚点|明天)[^，,。；;\s]{0,6})|下同|上同|下一[个条项]|[同和跟与](?:上|前)(?:面|一?[条项个])?(?:一样|相同)?|算了|(?:删掉?|删除|去掉|不要)了?)[吧了啊的。]*$/u;

/** …最后一个满分, …后面两个都四分: points of rows that are counted. */
const COUNTED_BEHIND =
  /(?:最后|后面|前面|倒数|前|后)第?[一二两三四五六七八九十\d]{1,2}[个项条][都也均给打得是就]*(?:满分?|\d+(?:\.\d+)?分|[零一二两三四五六七八九十]+分)/u;

/** Where the reason ends and something else is said. */
function endOfReason(rules: ScoreRules, id: string, reason: string): number | undefined {
  const named = [...reason.matchAll(NAMES_ROW)].find(([other]) => other !== id && rowIn(rules, other) !== undefined);
  // 同上 alone is followed.
  if (reason === "同上") return undefined;
  const found = [
    named?.index,
    SPOKEN_ROW.exec(reason)?.index,
    OF_OTHERS.exec(reason)?.index,
    COUNTED_BEHIND.exec(reason)?.index,
  ].filter((at) => at !== undefined);
  return found.length === 0 ? undefined : Math.min(...found);
}

const SAYS_POINTS = new RegExp(`${SAID_POINTS}|满分`, "u");
/** …3-2 我想想应该满分吧: points behind the number of another row are no later points of this one. */
function pointsApart(rules: ScoreRules, id: string, reason: string): { said: string; before: string } | undefined {
  const named = [...reason.matchAll(NAMES_ROW)].find(([other]) => other !== id && rowIn(rules, other) !== undefined);
  if (!named || !SAYS_POINTS.test(reason.slice(named.index))) return undefined;
  return { said: cleanLine(reason.slice(named.index)), before: withoutHesitation(reason.slice(0, named.index)) };
}

/** What of the words is the row's own reason, and what is said of others. */
export function ownReason(rules: ScoreRules, id: string, reason: string): { own: string; other?: string } {
  const end = endOfReason(rules, id, reason);
  const toProgram = saidToProgram(reason);
  if (end === undefined) return toProgram ? { own: toProgram.before, other: toProgram.said } : { own: reason };
  return { own: cleanLine(reason.slice(0, end)).replace(/[，,；;、\s]+$/u, ""), other: cleanLine(reason.slice(end)) };
}

/** 路灯不亮5盏（更正：不是3盏） */
const DENIED_BEHIND = /(?<=.{2})[（(](?:更正|说明|注)[:：，,]?\s*(?:不是|并非)[^（()）]*[)）]$/u;

/** What stands behind the points of a row. `before`: what of it is the reason. */
export type Behind =
  | { kind: "reason" }
  | { kind: "takenAway" }
  | { kind: "corrected"; points: string; before: string }
  /** The reason itself was said again otherwise. */
  | { kind: "reworded"; said: string; last: string }
  | { kind: "noReason"; said: string; before: string };

/** @param words as they stand, and as the reason they would be */
export function behindPoints(rules: ScoreRules, id: string, words: { after: string; reason: string }): Behind {
  const { after, reason } = words;
  if (saysNothing(reason) && reason !== "同上") return { kind: "noReason", said: reason, before: "" };
  if (isTakenAway(after)) return rules.given?.includes(id) ? { kind: "takenAway" } : asNone(reason);
  const apart = pointsApart(rules, id, reason);
  if (apart) return { kind: "noReason", ...apart };
  const corrected = CORRECTED.exec(reason) ?? CORRECTED_LATER.exec(reason);
  if (corrected?.[1] !== undefined) {
    const kept = withoutHesitation(reason.slice(0, corrected.index));
    return { kind: "corrected", points: corrected[1], before: corrected[0].length > LONG_TURN ? "" : kept };
  }
  const doubt = doubtOfReason(reason);
  if (doubt?.kind === "points") return { kind: "corrected", points: doubt.points, before: "" };
  const other = otherPointsIn(reason);
  if (other) return { kind: "corrected", points: other.points, before: other.reason };
  const toProgram = SAYS_REASON.test(after) ? undefined : saidToProgram(reason);
  if (toProgram) return { kind: "noReason", ...toProgram };
  if (doubt) return { kind: "noReason", said: doubt.said, before: doubt.before };
  const form = aboutForm(reason);
  const talk = ![undefined, "elsewhere"].includes(talkIn(reason));
  const said = form ?? (talk ? reason : undefined);
  if (said !== undefined) return { kind: "noReason", said, before: cleanLine(talk ? "" : beforeOf(reason, said)) };
  const denied = DENIED_BEHIND.exec(reason);
  if (denied) return { kind: "noReason", said: denied[0], before: cleanLine(reason.slice(0, denied.index)) };
  const last = rewordedIn(reason);
  if (last !== undefined) return { kind: "reworded", said: cleanLine(reason), last };
  if (HESITATES.test(reason)) return { kind: "noReason", said: cleanLine(reason), before: "" };
  const another = OF_ANOTHER.exec(reason);
  const isAnother = another?.[1] !== undefined && another[1] !== id && rowIn(rules, another[1]) !== undefined;
  const end = isAnother ? another.index : endOfReason(rules, id, reason);
  if (end !== undefined) {
    const rest = cleanLine(reason.slice(end)).replace(/^[，,。；;、\s]+/u, "");
    return {
      kind: "noReason",
      said: rest,
      before: cleanLine(reason.slice(0, end)).replace(/[，,；;、\s]+$|(?<=^|[，,；;、\s])[同见与和跟]$/gu, ""),
    };
  }
  return { kind: "reason" };
}

/** In characters: with more said between, the words before are taken back with the points. */
const LONG_TURN = 12;
const withoutHesitation = (said: string): string =>
  cleanLine(said.replace(/^[嗯呃额啊哎哦，,\s]+|(?:不对|[嗯呃额啊哎哦，,\s])+$/gu, ""));

/** 理由不要 of a row that has none. */
const asNone = (reason: string): Behind =>
  reason === "" ? { kind: "reason" } : { kind: "noReason", said: reason, before: "" };

const beforeOf = (reason: string, said: string): string => reason.slice(0, reason.indexOf(said));

/** 只提供快递代收，3分, 7人里4个，给3分: the points stand behind. */
const POINTS_LAST = new RegExp(
  `^(?<reason>(?:\\d{1,4}${COUNTS}(?!分))?\\p{Script=Han}.+?)[，,\\s]*(?:所以|因此)?(?:就|只能|只|先|得|给|打|评|改成|改为|改)*(?<points>${SAID_POINTS})[吧了]*$`,
  "u",
);

/** 没公示扣两分 */
const DEDUCTED_LAST = new RegExp(
  `^(?<reason>\\p{Script=Han}.+?)[，,\\s]*(?:所以|因此)?(?:应|就|酌情|酌)?[扣减]了?(?<off>${SAID_POINTS})[吧了]*$`,
  "u",
);

/** 打多了两分: by how much, and not how many. */
const BY_SO_MUCH = /(?:[打说评写记给扣][多少高低重轻]|[多少][打给扣评记])了?$/u;

export function reasonFirst(said: string, most: number): { points: number; reason: string } | undefined {
  const deducted = DEDUCTED_LAST.exec(cleanLine(said))?.groups;
  if (deducted) {
    const off = readPoints(deducted.off ?? "", 0);
    return off === undefined || /\d{1,2}-\d{1,2}|分/u.test(deducted.reason ?? "")
      ? undefined
      : { points: most - off, reason: bare(deducted.reason ?? "") };
  }
  const { points: written = "", reason = "" } = POINTS_LAST.exec(cleanLine(said))?.groups ?? {};
  const points = readPoints(written, most);
  if (QUESTION.test(said) || BY_SO_MUCH.test(reason)) return undefined;
  return points === undefined || /\d{1,2}-\d{1,2}|分/u.test(reason) ? undefined : { points, reason: bare(reason) };
}

const REASONED =
  /^(?<points>\d+(?:[.．]\d+)?|[零〇一二三四五六七八九十两]+(?:[分个]半|(?=\s*分))|满分)(?:\s*分)?(?:[\s,，:：。;；]+|(?=因为|由于))(?<reason>.*\p{Script=Han}.*)$/su;

/** 五分 因为会议少, 3 会议少: points as said and their reason, for a row that is known. */
export function readReasoned(typed: string): { points: string; reason: string } | undefined {
  const { points, reason = "" } = REASONED.exec(withoutFillers(visibleText(typed)).trim())?.groups ?? {};
  const said = bare(reason);
  if (points !== undefined && said === "" && isTakenAway(reason)) return { points, reason: "" };
  const isReason = /^\p{Script=Han}/u.test(said) || /^\d{1,4}(?=\p{Script=Han})(?!分)/u.test(said);
  return points === undefined || !isReason ? undefined : { points, reason: said };
}
