/** Ids of the commands that cards offer. */
export const SEE_CONSULTATION = "consultation.see";
export const LETTERS = "consultation.letters";
/** Opens the form for one department; also its card. Subject: the department. */
export const RECORD = "consultation.record";
/** Submit of that form. */
export const SAVE_REPLY = "consultation.save";
/** Opens the card of what waits for the approver; also its kind. */
export const OPEN_REPLIES = "consultation.open";
/** Submit of its form. */
export const DECIDE_REPLY = "consultation.decide";
export const UPHOLD = "consultation.uphold";
export const DISMISS = "consultation.dismiss";
export const TAKE_REPLIES = "consultation.take-workbook";

/** 征求意见, one card for a person. */
export const CONSULTATION_CARD = "consultation.overview";
/** Subject of the cards of which a person has one. */
export const ONE = "consultation";
