/** Ids of the commands that cards offer. */
export const ADD = "roster.add";
export const LEAVE = "roster.leave";
export const STAND_IN = "roster.stand-in";
export const EXPORT = "roster.export";
/** Opens a form card; subject: which. */
export const FORM = "roster.form";
export const READ_WORKBOOK = "roster.read-workbook";
export const ADOPT = "roster.adopt";
export const DECLINE = "roster.decline";
/** A workbook that was dropped, as a draft and its card. */
export const PROPOSAL = "roster.proposal";
