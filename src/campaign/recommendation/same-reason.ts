import type { Action } from "../../platform/chat/view.ts";
import { openQuestion } from "../../platform/conversation/open-question.ts";
import { SAME } from "../../platform/conversation/score-words.ts";
import { besidePhrases } from "./beside-phrases.ts";
import { withoutReasonLead } from "./reason-turns.ts";
import type { Asked, Beside } from "./said-of-several.ts";

const AS_ABOVE = new RegExp(
  `^(?:(?:理由|原因)?(?:也|都|就|是|为)*(?:${SAME}|[同跟和与]前(?:面|一?[条项个])?(?:一样|相同)?|同以上|以上同|上同|[同跟和与]以?上(?:面|述|一?[条项个])?的?(?:理由|原因)?(?:一样|相同)?))[吧了的啊。.!！]*$`,
  "u",
);
const EARLIER = "(?:上一?次|上回|之前|以前|此前|原来|上一?版)";
const AS_EARLIER = new RegExp(
  `^(?:理由|原因)?(?:[同和与按照]|沿用|还是)*${EARLIER}(?:的|所[写填]的?|理由|原因|一样|相同|不变)*[吧了。]*$`,
  "u",
);
const UNCHANGED = /^(?:理由)?(?:也|都|还是)?(?:不变|照旧|沿用)[吧了。]*$/u;

/** 同上次, 不变: the reason that was given before. */
export const isAsBefore = (reason: string): boolean => AS_EARLIER.test(reason.trim()) || UNCHANGED.test(reason.trim());

const BEHIND_LABEL = /[:：]\s*([^:：]*)$/u;

/** The button's words as they are typed: the reason above, behind the label of the one that is asked for. */
export function takenAbove(list: Asked, text: string): string | undefined {
  if (text.trim() !== besidePhrases.takeAbove()) return undefined;
  return sameReason(list, SAME_WORD)?.offers[0]?.typed;
}
const SAME_WORD = "同上";

/** 同上，年内整改 */
const WITH_MORE = /^(?<head>[^，,；;]+)[，,；;]\s*(?<more>\S[\s\S]*)$/u;

/**
 * 同上, also behind a label, and 同上，年内整改: the reason above it is offered in its words, for 同上 is none. Undefined:
 * another text.
 */
export function sameReason({ reasons }: Asked, text: string): Beside | undefined {
  const isSame = (words: string): boolean => AS_ABOVE.test(withoutReasonLead(words).replaceAll(/\s/gu, ""));
  const parts = WITH_MORE.exec(text.trim())?.groups;
  const isFollowed = parts !== undefined && isSame(BEHIND_LABEL.exec(parts.head ?? "")?.[1] ?? parts.head ?? "");
  const more = isFollowed ? parts.more : undefined;
  const said = (isFollowed ? (parts.head ?? "") : text).trim();
  const behind = BEHIND_LABEL.exec(said)?.[1];
  if (reasons && AS_EARLIER.test(behind ?? said)) return asEarlier(reasons, said);
  if (!reasons || (!isSame(said) && (behind === undefined || !isSame(behind)))) return undefined;
  const { form, state } = reasons;
  const named = form.fields.find(({ label }) => said.startsWith(label) && isSame(said.slice(label.length + 1)));
  const question = named ?? (isSame(said) ? openQuestion(form, state) : undefined);
  const at = question === undefined ? -1 : form.fields.findIndex(({ key }) => key === question.key);
  const above = form.fields.slice(0, Math.max(at, 0)).findLast(({ key }) => state.answers[key] !== undefined);
  if (!question || !above) {
    const labels = question ? [question.label] : form.fields.map(({ label }) => label);
    return { said: besidePhrases.nothingAbove(said, labels), offers: [] };
  }
  const reason = String(state.answers[above.key]);
  if (more !== undefined) {
    const whole = `${reason}，${more}`;
    const label = besidePhrases.takeAboveAndMore();
    const take: Action = { id: "", label, typed: `${question.label}：${whole}`, look: "primary" };
    return { said: besidePhrases.sameAndMore(text.trim(), whole), offers: [take] };
  }
  const typed = `${question.label}：${reason}`;
  const take: Action = { id: "", label: besidePhrases.takeAbove(), typed, look: "primary" };
  return { said: besidePhrases.sameAsAbove(said, above.label, reason), offers: [take] };
}

/** 同上次: what was given to an order before stands again by itself; where nothing does there is nothing to take. */
function asEarlier({ form, state }: NonNullable<Asked["reasons"]>, said: string): Beside {
  const question = form.fields.find(({ label }) => said.startsWith(label)) ?? openQuestion(form, state);
  const reason = question && state.answers[question.key];
  if (question && reason !== undefined)
    return { said: besidePhrases.standsAlready(said, question.label, String(reason)), offers: [] };
  const labels = question ? [question.label] : form.fields.map(({ label }) => label);
  return { said: besidePhrases.nothingAbove(said, labels), offers: [] };
}
