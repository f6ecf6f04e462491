import type { Action } from "../../platform/chat/view.ts";
import { talkIn } from "../../platform/conversation/answers/talk.ts";
import { openQuestion } from "../../platform/conversation/open-question.ts";
import { otherPhrases } from "../../platform/conversation/other-phrases.ts";
import { partsOfOther, type Surroundings } from "../../platform/conversation/parts-of-other.ts";
import { saidToProgram } from "../../platform/conversation/said-to-program.ts";
import { withoutSounds } from "../../platform/conversation/spoken.ts";
import { besidePhrases } from "./beside-phrases.ts";
import { otherCaseAtHead, otherCaseWithin } from "./other-case-within.ts";
import { recommendationPhrases as phrases } from "./phrases.ts";
import { withoutReasonLead } from "./reason-turns.ts";
import type { Asked, Beside } from "./said-of-several.ts";

/** 浣江锦苑的推荐理由：嗯电梯加装: a sound behind the label is none of the reason. */
const labelsApart = (text: string): string => text.replaceAll(/(?<=[:：]\s*)[嗯呃额哦啊]+[，,\s]*(?=\S{2})/gu, "");

/** What is said to the program is no reason; what is left of it is offered as one. */
export function besideProgram(text: string): Beside | undefined {
  const found = talkIn(text) ? undefined : saidToProgram(withoutReasonLead(labelsApart(text)));
  if (!found) return undefined;
  const { said, before } = found;
  const take: Action = { id: "", label: phrases.forwarded.without(), typed: before, look: "primary" };
  return { said: besidePhrases.toProgram(said, before), offers: before === "" ? [] : [take] };
}

/** A reason that names another case, or holds what is read elsewhere: it is asked about. */
export function otherInReason(
  { reasons }: Asked,
  text: string,
  around: Surroundings & { cases: readonly string[] },
): Beside | undefined {
  // A command or an acknowledgement alone is answered as such.
  if (!reasons || around.isCommand?.(text.trim()) || talkIn(text)) return undefined;
  const take: Action = { id: "", label: phrases.asReason(), typed: `内容：${text}`, look: "default" };
  const within = otherCaseWithin(reasons, text, around.cases);
  if (within !== undefined) return { said: besidePhrases.namesOther(within), offers: [take] };
  const short = otherCaseAtHead(reasons, text, around.cases);
  if (short !== undefined) return { said: besidePhrases.beginsWithOther(short), offers: [] };
  const open = openQuestion(reasons.form, reasons.state);
  const own = around.cases.find((name) => open?.label.startsWith(name));
  const parts = partsOfOther(withoutSounds(labelsApart(text).trim()), { ...around, own, what: phrases.reason() });
  if (parts.length === 0) return undefined;
  return { said: otherPhrases.doubt(text, phrases.reason(), parts) + besidePhrases.orReason(), offers: [take] };
}
