import { isCancelling } from "../engine/dispatch/disarm.ts";
import { workReportPhrases } from "./phrases.ts";

const LEAD = "(?:嗯|那|就|好的?|对的?|是的?|可以|行|ok)*";
const YES = new RegExp(
  `^${LEAD}(?:(?:仍然|确认|全部|都|一起|合为一份|一并)?(?:报送|报|提交|上报|交)|确认)(?:上去|上来)?(?:工作)?(?:报告)?[吧了啊呀]*$`,
  "iu",
);
/** Of several texts: all of them. 报送 alone does not say which. */
const ALL = new RegExp(
  `^${LEAD}(?:仍然|确认)?(?:全部|都|一起|合为一份|一并)(?:报送|报|提交|上报|交)?(?:上去|上来)?(?:工作)?(?:报告)?[吧了啊呀]*$`,
  "iu",
);
const AGREED = /^(?:嗯*(?:对|对的|是|是的|可以|行|没错)[吧了啊的]*)+$/u;
const LAST = new RegExp(`^${LEAD}(?:只|就)?(?:报送?)?最后(?:一|那|这)段(?:报送?)?(?:工作报告)?[吧了啊]*$`, "u");
const NO =
  /^(?:那|就|先|嗯|暂时?|现在|这次|今天|还是)*(?:不报送|不报|不交|不提交|不上报|别报|别交|否|不是|取消)(?:工作报告)?[吧了啊]*$/u;

/** 10月再报, 等10月再说, 领导看过再报: when it may be handed in, and nothing of it. */
const LATER =
  /^(?:[^，,。；;：:]{0,14}(?:再|才)(?:报送?|提交|上报|交|发|说|定|看看?|补报?)(?:一[遍次])?(?:不迟|也行|也不晚)?|(?:晚点|回头|过几天|以后)(?:报送?|提交|交|发|说))[吧了啊的呢]*$/u;
/** In characters. */
const MOST_OF_ANSWER = 30;
const clausesOf = (text: string): string[] => text.split(/[，,。；;！!\s]+/u).filter((clause) => clause !== "");

/** 先不报，10月再报: an answer, with when or why not. */
const declinesWith = (text: string): boolean => {
  const [first = "", ...more] = clausesOf(text);
  return [...text].length <= MOST_OF_ANSWER && NO.test(bare(first)) && more.every((clause) => LATER.test(clause));
};

/** 等10月再说; 不报，数还要核: said to the question, and no part of the report. */
export const putsOff = (text: string): boolean => {
  const clauses = clausesOf(text);
  const isShort = [...text].length <= MOST_OF_ANSWER;
  const [first = ""] = clauses;
  return (
    isShort && clauses.length > 0 && (clauses.every((one) => LATER.test(one)) || (NO.test(first) && /报/u.test(first)))
  );
};

const bare = (text: string): string => text.replaceAll(/[\s。.！!，,「」“”"]/gu, "");

/** Whether the words decide on a report that waits, before anything else that they may be. */
export const decides = (text: string): boolean =>
  [YES, AGREED, ALL, LAST, NO].some((words) => words.test(bare(text))) || putsOff(text);

/** `which`: it is to be handed in, and of two texts it does not say which. Undefined: nothing is decided. */
export type Decision = "all" | "last" | "no" | "which" | undefined;

/** @param several whether two texts wait */
export function decisionIn(text: string, several: boolean): Decision {
  const said = bare(text);
  if (LAST.test(said)) return several ? "last" : "which";
  if (NO.test(said) || declinesWith(text)) return "no";
  if (isCancelling(text)) return undefined;
  if (several && ALL.test(said)) return "all";
  if (YES.test(said) || AGREED.test(said)) return several ? "which" : "all";
  return undefined;
}

/** 2: what the second button of the question sends. */
export function buttonAt(text: string, asked: { several: boolean; continues: boolean }): string | undefined {
  const place = /^第?([1-4])个?$/u.exec(bare(text).normalize("NFKC"))?.[1];
  const several = [
    workReportPhrases.allTyped(),
    workReportPhrases.onlyLastTyped(),
    ...(asked.continues ? [] : [workReportPhrases.withoutLast()]),
  ];
  const all = [...(asked.several ? several : [workReportPhrases.yesTyped()]), workReportPhrases.noTyped()];
  return place === undefined ? undefined : all[Number(place) - 1];
}
