import { talkIn } from "./answers/talk.ts";
import { isCourtesy, isOfForward, isSignature } from "./beside-form.ts";
import { isAboutForm } from "./score-reason.ts";
import type { BesideScores } from "./score-rules.ts";

const PART_TOTAL = /小计|部分/u;
const TOTAL =
  /^(?:本?[部分项节表页]{0,2}(?:小计|合计)|第?[一二三四五六七八九十]{1,3}部分(?:小计|合计|总分)|共计|总计|总分|总得分|得分合计)[：:\s]*(?:(?:共|为|是)?\s*\d+(?:\.\d+)?\s*分?[\s/／|]*)*$/u;
const SIGNED =
  /^(?:(?:评分|评审|评选|考核|打分|填表|填报|制表|审核|复核|经办)(?:人员?|负责人|单位|日期|时间|签[字名])|负责人|日期|签[字名])(?:签[字名])?(?:[(（][^()（）]{0,6}[)）])?(?:[：:\t ].*)?$/u;
const DATE = /^(?:\d{4}|20\d{2})\s*[年./-]\s*\d{1,2}\s*[月./-]\s*\d{1,2}\s*日?$/u;
/** 王工 09:13, 王主任（社区） 8/21 08:41: who wrote what is forwarded; [图片]; 以上两条请先录入 */
const HEADER =
  /^(?:【?转发】?)?[\p{Script=Han}A-Za-z]{1,8}(?:[(（][^()（）]{1,8}[)）])?[:：]? (?:(?:\d{4}[-/.年])?\d{1,2}[-/.月]\d{1,2}日? ?)?(?:上午|下午|晚上)?\d{1,2}:\d{2}(?::\d{2})?[:：]?$/u;
/** 附件2 “美好家园”小区评分表（滨江花园） */
const TITLE =
  /^[^\n;；]{0,30}(?:评分|打分|得分|初评|评审|评选)(?:表|情况|结果)(?:[（(][^（()）]{1,20}[)）])?(?:如下)?[:：]?$/u;
const PICTURE = /^(?:\[\p{Script=Han}{1,4}\] ?)+$/u;
/** 章丽：好的 */
const ANSWERS = /^\p{Script=Han}{2,6}:\s*(\S.{0,7})$/u;
const ROW = /^\s*(\d{1,2})\s*[-－‐‑‒–—―−]\s*\d{1,2}/u;

/** Takes totals, names of signatories and dates out of pasted points: they belong to no row, and are no reason. */
export function withoutBeside(text: string): { kept: string[]; beside: BesideScores[] } {
  const beside: BesideScores[] = [];
  let section: string | undefined;
  const kept = text.split("\n").flatMap((line) => {
    const pieces = line.split(/(?<=[；;])/u).filter((piece) => {
      const said = piece
        .normalize("NFKC")
        .replaceAll(/[\s;,。]+/gu, " ")
        .trim();
      section = ROW.exec(said)?.[1] ?? section;
      const one = besideIn(said, section);
      if (one) beside.push(one);
      return one === undefined;
    });
    return pieces.length === 0 && line.trim() !== "" ? [] : [pieces.join("")];
  });
  return { kept, beside };
}

function besideIn(said: string, section: string | undefined): BesideScores | undefined {
  if (TOTAL.test(said)) {
    const points = said.match(/\d+(?:\.\d+)?/gu)?.at(-1);
    const of = PART_TOTAL.test(said) && section !== undefined ? { section: String(Number(section)) } : {};
    return { text: said, ...(points === undefined ? {} : { total: { points: Number(points), ...of } }) };
  }
  const isBeside =
    [SIGNED, DATE, HEADER, PICTURE, TITLE].some((pattern) => pattern.test(said)) ||
    isAboutForm(said) ||
    talkIn(ANSWERS.exec(said)?.[1] ?? "") === "acknowledged" ||
    isOfForward(said) ||
    isSignature(said) ||
    isCourtesy(said);
  return isBeside ? { text: said } : undefined;
}

/** 祝好, 周某 0575-82213456转22: below the points, and of no row. */
export function withoutMailFoot(typed: string): { text: string; foot: readonly string[] } {
  const lines = typed.trimEnd().split("\n");
  const greeting = lines.findIndex((line) => GREETS.test(line));
  const isSigned = lines.length > 1 && SIGNED_WITH_PHONE.test(lines.at(-1) ?? "");
  const at = greeting > 0 ? greeting : isSigned ? lines.length - 1 : lines.length;
  const foot = lines.slice(at).filter((line) => line.trim() !== "");
  return foot.some((line) => /\d-\d/u.test(line.replace(/[+\d][\d\s()（）转\-－]{6,}/gu, "")))
    ? { text: typed, foot: [] }
    : { text: lines.slice(0, at).join("\n"), foot };
}
const GREETS = /^\s*(?:祝好|此致|敬礼|顺[颂祝]\S{0,6}|祝\S{0,6}(?:顺利|愉快|安好))[!！。,，]?\s*$/u;
const SIGNED_WITH_PHONE = /^\s*\p{Script=Han}{2,4}[\s\u3000]+[+\d][\d\s()（）转\-－]{6,}$/u;
