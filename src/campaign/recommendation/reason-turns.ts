import { correctionIn } from "../../platform/conversation/correction-in-text.ts";
import { cleanLine } from "../../platform/conversation/plain.ts";
import { doubtOfReason } from "../../platform/conversation/reason-doubt.ts";
import { withoutSaidAround } from "../../platform/conversation/said-around.ts";
import { withoutOrder } from "../../platform/conversation/said-to-program.ts";
import { EMPTY_WORDS, withoutSounds } from "../../platform/conversation/spoken.ts";
import { saysWhose } from "./replaced-reason.ts";

/** 九十分不对是八十九分: said again otherwise. */
const CORRECTED =
  /(?:不对|(?:说|打|写|记|讲)错了|错了)[，,\s]*(?:不对[，,\s]*)?(?:[应还]?该?是|应为|重新|改|[\d一二三四五六七八九十百两])|[嗯呃哦啊]+不对/u;
/** …对了裕民锦园入住率改成95%, …顺便把盖章件报一下: something else, behind it. */
const BY_THE_WAY = /[，,。；;\s]*(?:(?<![反面])对了|哦对|顺便|另外(?:请|把|再))(?=[，,\s]*\p{Script=Han})/u;
/** 另：申请延期, 此外恳请延期至…, also on a line of its own. */
const ASKS_ELSE =
  /(?:[\s，,。；;]+)(?:(?:另|另外|此外|还有|同时)\s*[:：，,]?\s*)?(?:因[^，,。\n]{1,20}[，,])?(?:现|特|拟)?(?:申请|恳请|烦请|请)(?:[^。\n]{0,40}?)(?:延期|延至|延到|推迟|顺延|撤回|补报|补交)(?!的?(?:原因|缘由))/u;
/** …，延期到9.20报: the list itself, and no reason. */
const PUTS_OFF =
  /(?:^|[\s，,。；;]+)(?:推荐)?(?:名单|我们?|要|想|需要?|先|拟|可能|得)*(?:延期|延|推迟|顺延|缓)(?:[到至]|一下)?[^，,。；;\n]{0,12}(?:报送?|上报|提交|交)[吧了。]*$/u;
/** …裕民锦园入住率改成百分之九十五: an order at the end. */
const CHANGES =
  /[，,。；;\s]+(?:请?(?:把|将))?[^，,。；;\s]{2,20}(?:改成|改为|换成|更正为)[^，,。；;\s]{1,20}[吧了。]*$/u;

/** 满意度95%更正为96%: one figure for another. */
const FIGURE = /(\d[\d.]*[%％]?)(?:应?更正为|改[为成]|应为)(?=\d[\d.]*[%％]?)/u;

/** The text with the figure that is meant; undefined where none is corrected. */
export function figureCorrected(text: string): { said: string; meant: string } | undefined {
  const said = FIGURE.exec(text)?.[0];
  return said === undefined ? undefined : { said: cleanLine(text), meant: withoutReasonLead(text.replace(said, "")) };
}

/** What within the words of a reason is hardly of it. `said`: that part; `before`: what is left without it. */
export interface Turn {
  said: string;
  before: string;
  /** Where it corrects itself: how it is meant. */
  meant?: string;
}

/** A correction in words, another matter or an order within a reason; undefined where all of it may be the reason. */
export function turnIn(text: string): Turn | undefined {
  const aside = BY_THE_WAY.exec(text) ?? ASKS_ELSE.exec(text) ?? PUTS_OFF.exec(text) ?? CHANGES.exec(text);
  if (aside) return { said: cleanLine(text.slice(aside.index)), before: cleanLine(text.slice(0, aside.index)) };
  const correction = correctionIn(withoutReasonLead(text));
  if (correction) return { said: cleanLine(text), before: "", meant: withoutReasonLead(correction.cleaned ?? "") };
  if (CORRECTED.test(text)) return { said: cleanLine(text), before: "" };
  const doubt = doubtOfReason(text);
  return doubt?.kind === "beside" ? { said: doubt.said, before: doubt.before } : undefined;
}

/** 群众满意高 查: a command that stands apart at the end. */
export function wordBehind(text: string, isCommand: (word: string) => boolean): Turn | undefined {
  const [, before = "", said = ""] = /^(.*\S)[\s，,。;；]+(\S+?)[。.!！]*$/su.exec(text.trim()) ?? [];
  return said !== "" && isCommand(said) ? { said, before: before.replace(/[，,。;；\s]+$/u, "") } : undefined;
}

/** 哦不对江南新村的理由改成因为…: without what takes back, as it can be sent; undefined for other words. */
export function saidAnew(text: string): string | undefined {
  const said = text.trim();
  const anew = said.replace(/^(?:[嗯呃额哦啊，,\s])*(?:说错了|不对|错了)[，,\s]*(?=\p{Script=Han}{2})/u, "");
  if (anew === said || !saysWhose(anew)) return undefined;
  return anew.replace(/((?:理由|原因)(?:应该?)?(?:改成|改为|是))(?:因为)[，,]?(?=\S)/u, "$1");
}

/** 哎不对 是十月九号: takes back what was said before, and does not say of what. */
const TAKES_BACK =
  /^(?:[嗯呃额哦啊哎诶唉，,\s])*(?:说错了|写错了|不对(?!外|内|称|等|口)|错了)[，,。\s]*(?:[应还]?该?是|应为|改为|改成)[，,\s]*(?=\S)/u;

export const takesBackOther = (text: string): boolean => TAKES_BACK.test(text) && saidAnew(text) === undefined;

const LED = new RegExp(
  `^(?:${EMPTY_WORDS}|[，,、\\s])*(?:(?:推荐)?(?:理由|原因)(?:就?是|为|的话|${EMPTY_WORDS}{1,6}|再?改(?:一下|下|成|为)?|更正(?:为|成)?|[:：])[:：,，\\s]*|(?:就?是)?因为[，,\\s]*)?${EMPTY_WORDS}{0,6}(?=\\p{Script=Han}{2}|\\d)`,
  "u",
);

/** The reason without what was said before it: 嗯理由是, 因为. A text of nothing else stays. */
export const withoutReasonLead = (text: string): string => {
  const rest = withoutSounds(withoutSaidAround(text)).trimStart().replace(LED, "");
  return rest.trim() === "" ? text : withoutOrder(rest);
};
