/** Ids of the commands that cards offer. */
export const SEE_TEAM = "evaluation-team.see";
/** Opens the form; also its card. */
export const TEAM_FORM = "evaluation-team.form";
export const PROPOSE = "evaluation-team.propose";
/** Submit of the approver's form. */
export const DECIDE_TEAM = "evaluation-team.decide";
export const APPROVE_TEAM = "evaluation-team.approve";
export const RETURN_TEAM = "evaluation-team.return";
export const TEAM_NOTICE = "evaluation-team.notice";
/** 回避情况 */
export const SEE_RECUSALS = "evaluation-team.recusals";

/** Cards, one of each for a person. */
export const TEAM_CARD = "evaluation-team.team";
/** Subject of the cards of which a person has one. */
export const ONE = "team";
