import { talkIn } from "../../../platform/conversation/answers/talk.ts";
import { partsOfOther } from "../../../platform/conversation/parts-of-other.ts";
import { cleanLine } from "../../../platform/conversation/plain.ts";
import { withoutSaidAround } from "../../../platform/conversation/said-around.ts";
import { saidToProgram } from "../../../platform/conversation/said-to-program.ts";
import { isAboutForm } from "../../../platform/conversation/score-reason.ts";
import { withoutSounds } from "../../../platform/conversation/spoken.ts";
import { RefusalError } from "../../../shared/refusal-error.ts";
import { deadlineOf, latenessOf } from "../../definition/deadlines.ts";
import { deadlineContext } from "../../definition/running-campaign.ts";
import type { Context } from "../../engine/context.ts";
import { applicationDeliverable } from "../offered.ts";
import { besideIn } from "../reason-gate.ts";
import { latenessPhrases as phrases } from "./phrases.ts";

/** 逾期: whether a district's first submission now comes after its deadline; never where the deadline does not bind. */
export function isLate(
  { campaign, rulings, now }: Pick<Context, "campaign" | "rulings" | "now">,
  district: string | undefined,
): boolean {
  const deliverable = applicationDeliverable(campaign.definition);
  if (deliverable === undefined) return false;
  return latenessOf(deadlineOf(deadlineContext(campaign, rulings, district), deliverable), now) === "late";
}

/** In characters. */
export const MOST_REASON = 200;
const WORDS = /\p{Script=Han}{2}/u;
const LED = /^(?:是|为|[:：,，\s]|改为|改成|更正为|应为|应该是|因为(?=.{4}))+/u;
const ASKS = /[吗么呢]?[?？]\s*$/u;

/** Why it is late, whole and in one line, or what is wrong with what was said. */
export function readLateReason(
  typed: string,
): { reason: string } | { problem: "empty" } | { problem: "long" | "talk" } | BesideLate {
  const reason = cleanLine(withoutSounds(withoutSaidAround(typed)))
    .replace(LED, "")
    .trim();
  if (reason === "") return { problem: "empty" };
  if ([...reason].length > MOST_REASON) return { problem: "long" };
  const beside = saidToProgram(reason) ?? besideIn(reason);
  if (beside && isLateReason(beside.before)) return { problem: "order", said: beside.said, own: beside.before };
  return !beside && isLateReason(reason) ? { reason } : { problem: "talk" };
}

const isLateReason = (reason: string): boolean =>
  WORDS.test(reason) &&
  talkIn(reason) === undefined &&
  !isAboutForm(reason) &&
  partsOfOther(reason, { what: "逾期原因", may: ["phone", "points"] }).length === 0 &&
  !ASKS.test(reason);

/** 材料补齐较晚，先报了: what is said behind the reason, and the reason. */
export interface BesideLate {
  problem: "order";
  said: string;
  own: string;
}

/** The reason given with a command. @throws {RefusalError} if it is none, so that nothing is done */
export function requireLateReason(read: ReturnType<typeof splitLateReason>["read"]): string {
  if (read && "problem" in read && read.problem === "order")
    throw new RefusalError("lateness.reason", phrases.withCommand.order(read.said, read.own));
  if (read && "problem" in read) throw new RefusalError("lateness.reason", phrases.withCommand[read.problem]());
  return read?.reason ?? "";
}

/** 锦绣花园 逾期原因 材料补拍较晚: what stands before the word, and the reason behind it; no reason where the word is not said. */
export function splitLateReason(
  said: string,
  word: string,
): { named: string; read?: Exclude<ReturnType<typeof readLateReason>, { problem: "empty" }> } {
  const at = said.indexOf(word);
  if (at < 0) return { named: said.trim() };
  const named = said
    .slice(0, at)
    .replace(/[\s,，;；、:：]+$/u, "")
    .trim();
  const read = readLateReason(said.slice(at + word.length));
  return "problem" in read && read.problem === "empty" ? { named } : { named, read };
}
