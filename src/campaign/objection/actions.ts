/** The card of one objection; subject: its number. */
export const CARD = "objection.card";
/** The form that registers one; also its card. */
export const REGISTER = "objection.register";
export const REGISTER_FORM = "objection.form";
export const SEE = "objection.see";
export const REPORT = "objection.report";
export const DECIDE = "objection.decide";
export const REPLY = "objection.reply";
export const ASSIGN = "objection.assign";
/** Subject of the only card of a kind. */
export const ONE = "one";
