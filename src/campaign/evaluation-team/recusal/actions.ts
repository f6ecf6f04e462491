import type { Action } from "../../../platform/chat/view.ts";
import { recusalPhrases as phrases } from "./phrases.ts";

/** Ids of the commands that cards offer. */
export const RAISE = "evaluation-team.recuse";
/** Submit of the form; also its card. Subject: the case. */
export const RAISE_FORM = "evaluation-team.recusal-form";
export const NO_RECUSAL = "evaluation-team.no-recusal";
/** Opens the card of what waits for a decision; also its kind. */
export const OPEN_RECUSALS = "evaluation-team.open-recusals";
/** Submit of its form. */
export const DECIDE_RECUSAL = "evaluation-team.decide-recusal";
export const ACCEPT_RECUSAL = "evaluation-team.accept-recusal";
export const DECLINE_RECUSAL = "evaluation-team.decline-recusal";
/** 撤销回避 */
export const REVERSE = "evaluation-team.reverse-recusal";
/** The member's other cases of the same enterprise. Subject: case, and whom it names, with a slash between. */
export const ALONGSIDE = "evaluation-team.alongside";

interface NamedCase {
  id: string;
  name: string;
}

/**
 * Says, once a site, that nothing keeps the member from it.
 * @param named the label names the case, for a card with several
 */
export const noRecusalAction = ({ id, name }: NamedCase, { named = false } = {}): Action => ({
  ...{ id: NO_RECUSAL, subject: id, look: "default" as const },
  label: named ? phrases.noneNamed(name) : phrases.noneWord(),
  typed: `${phrases.noneWord()} ${name}`,
});

/** Opens the form by which a ground for 回避 from the case is given. */
export const raiseAction = ({ id, name }: NamedCase): Action => ({
  ...{ id: RAISE, subject: id, look: "default" as const },
  label: phrases.raiseLabel(),
  typed: `${phrases.word()} ${name}`,
});

/** Raises the same for the member's other cases of the enterprise. */
export const alongsideAction = (subject: string, typed: string): Action => ({
  ...{ id: ALONGSIDE, subject, label: phrases.alongsideLabel(), typed, look: "default" },
});
