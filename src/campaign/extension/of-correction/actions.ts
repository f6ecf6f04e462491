import type { Action } from "../../../platform/chat/view.ts";
import { returnExtensionPhrases as phrases } from "./phrases.ts";

export const ASK = "correction.ask-time";
export const GRANT = "correction.grant-time";
export const DECLINE = "correction.decline-time";
/** Either, as submitted on the card. */
export const DECIDE = "correction.decide-time";

/** 补正延期 on the card of a return. */
export const askTimeAction = (caseId: string, name: string): Action => ({
  ...{ id: ASK, label: phrases.askWord(), typed: `${phrases.askWord()} ${name}`, look: "default", subject: caseId },
});

/** The organizer's two answers. */
export const moreTimeDecisions = (subject: string, name: string): Action[] => [
  { id: GRANT, label: phrases.grantWord(), typed: `${phrases.grantWord()} ${name}`, look: "primary", subject },
  { id: DECLINE, label: phrases.declineWord(), typed: `${phrases.declineWord()} ${name}`, look: "danger", subject },
];
