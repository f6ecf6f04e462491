import type { Action } from "../../platform/chat/view.ts";
import { talkIn } from "../../platform/conversation/answers/talk.ts";
import { openQuestion } from "../../platform/conversation/open-question.ts";
import { otherPhrases } from "../../platform/conversation/other-phrases.ts";
import { partsOfOther, type Surroundings } from "../../platform/conversation/parts-of-other.ts";
import { withoutSounds } from "../../platform/conversation/spoken.ts";
import { besidePhrases } from "./beside-phrases.ts";
import { otherCaseWithin } from "./other-case-within.ts";
import { recommendationPhrases as phrases } from "./phrases.ts";
import type { Asked, Beside } from "./said-of-several.ts";

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
  const open = openQuestion(reasons.form, reasons.state);
  const own = around.cases.find((name) => open?.label.startsWith(name));
  const parts = partsOfOther(withoutSounds(text.trim()), { ...around, own, what: phrases.reason() });
  if (parts.length === 0) return undefined;
  return { said: otherPhrases.doubt(text, phrases.reason(), parts) + besidePhrases.orReason(), offers: [take] };
}
