/** The card of one request; subject: its number. */
export const CARD = "support.card";
/** The form that asks; subject: the application's id, or `new`. */
export const ASK_CARD = "support.form";
export const ASK = "support.ask";
export const SEE = "support.see";
export const ANSWER = "support.answer";
export const CLOSE = "support.close";
export const NEW = "new";
