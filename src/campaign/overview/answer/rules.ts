import { simplified } from "../../../platform/conversation/simplified.ts";
import type { CivilDate } from "../../../shared/civil-date.ts";
import type { Definition } from "../../definition/definition.ts";
import { plainText } from "../../engine/dispatch/match-command.ts";
import { deliverableIn } from "../nudge/read-words.ts";

/** Who has handed in, of this deliverable (id); left out: of what is asked for now. */
export interface WhoQuestion {
  deliverable?: string;
}

const BEFORE = "(?:[嗯呃额哦啊]|现在|目前|请问|问一下|到底|截至目前|截止目前|有|一共|总共|那|都|全|还|的)*";
const PLACE = "(?:区县|区|县|市|地区|地方|单位|部门|镇|街道|村|家|个)*";
const HOW_MANY = `(?:几|多少|哪些|哪几|哪)${PLACE}|谁|哪位|哪家`;
const NOT = "(?:还|都|已经?|没有?|未|尚未|的)*";
const HAND_IN = "(?:提交|报送|上报|上交|报|交|送|收到|收)(?:上来|上去|过来|齐|全|完)?";
const ENDED = "(?:了|的|没有?|吗|么|呢|啊)*";

/** Of the whole text, without the name of what is handed in. */
const ASKED: readonly RegExp[] = [
  // 几个区报了, 谁没报, 哪些地区还没有报送
  new RegExp(`^${BEFORE}(?:${HOW_MANY})${NOT}${HAND_IN}${ENDED}$`, "u"),
  // 报了几个, 收到多少家了
  new RegExp(`^${BEFORE}${NOT}${HAND_IN}(?:了|到)*(?:几|多少)${PLACE}${ENDED}$`, "u"),
  // 还差谁, 还差几个区没报
  new RegExp(`^${BEFORE}(?:差|缺|剩下?|余)了?(?:${HOW_MANY})${NOT}(?:${HAND_IN})?${ENDED}$`, "u"),
  // 报齐了吗, 都报了吗
  new RegExp(`^${BEFORE}(?:(?:报|交|收|送)(?:齐|全)|(?<=[都全])${HAND_IN})了?(?:吗|么|没有?|了没有?)$`, "u"),
];
/** These say of what only together with its name: 名单报送情况, 名单怎么样了. */
const OF_NAMED = new RegExp(
  `^${BEFORE}(?:(?:报送|上报|提交)?(?:情况|进展|进度)(?:怎么?样|如何)?|怎么?样了?|${HAND_IN}了?(?:吗|么|没有?|了没有?))${ENDED}$`,
  "u",
);

/** 几个区报了, 谁没报工作报告: undefined for anything else. The whole text is the question. */
export function whoQuestion(definition: Definition, text: string): WhoQuestion | undefined {
  const plain = simplified(plainText(text)).replaceAll(/[\s?？!！。,，、]+/gu, "");
  const named = deliverableIn(definition, plain);
  const rest = named ? plain.replace(named.said, "") : plain;
  const isAsked = ASKED.some((one) => one.test(rest)) || (named !== undefined && OF_NAMED.test(rest));
  return isAsked ? (named ? { deliverable: named.id } : {}) : undefined;
}

/** What is asked about where nothing is named. */
export interface Candidate {
  id: string;
  statedOn: CivilDate;
  /** It is asked for by now. */
  isBegun: boolean;
  /** Every district has handed in, or nothing more is accepted. */
  isOver: boolean;
}

/** All that has begun and is not complete, by its day; where all is complete the last of it. */
export function askedNow(candidates: readonly Candidate[]): Candidate[] {
  const begun = candidates.filter(({ isBegun }) => isBegun);
  const open = begun.filter(({ isOver }) => !isOver);
  if (open.length > 0) return open.toSorted((one, other) => one.statedOn.localeCompare(other.statedOn));
  return begun.toSorted((one, other) => one.statedOn.localeCompare(other.statedOn)).slice(-1);
}
