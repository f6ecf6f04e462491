import type { Role } from "../definition/schema/roles.ts";

/**
 * How far a case has come: 已提交, 初评已提交定稿, 推荐名单已报送, 择优已报批, 已批准, 已公布.
 */
export const CASE_STEPS = ["submitted", "finalized", "recommended", "proposed", "approved", "published"] as const;
export type CaseStep = (typeof CASE_STEPS)[number];

/** 撤回, 修改后再提交, 不得参与, 推荐名单撤回, 恢复, 报送. */
export const CHANGES = [
  "withdrawn",
  "corrected",
  "excluded",
  "listWithdrawn",
  "listTakenBack",
  "listReported",
] as const;
export type Change = (typeof CHANGES)[number];

/**
 * What cannot go on as it stands. `approval`: of the selection that was proposed; `publication`: of the one that was
 * approved; a new selection opens both again. `change`: the change itself is refused to the district.
 */
export type Blocked = "approval" | "publication" | "change";

/** Who can undo the change, and until when: the end of the current stage, 公布, or never. */
export type Undo =
  | { by: Extract<Role, "districtOfficer" | "organizer" | "approver">; until: "stageEnd" | "publication" | "closing" }
  | { by: "nobody"; until: "never" };

export interface Consequence {
  /** Told at once, besides whoever did it. */
  told: readonly Extract<Role, "districtOfficer" | "organizer" | "approver">[];
  blocked: readonly Blocked[];
  undo: Undo;
}

const takenBack: Undo = { by: "districtOfficer", until: "stageEnd" };
const correctedAgain: Undo = { by: "districtOfficer", until: "publication" };
const lifted: Undo = { by: "approver", until: "publication" };
/** The published list stays as it is: a lift lets the case take part again, nothing more. */
const liftedLate: Undo = { by: "approver", until: "closing" };
const never: Undo = { by: "nobody", until: "never" };
const refused: Consequence = { told: [], blocked: ["change"], undo: never };

const nothing: Consequence = { told: [], blocked: [], undo: never };
const listUndone: Undo = { by: "districtOfficer", until: "publication" };

/** A list was withdrawn or put in force again. */
const LIST_CHANGED: Readonly<Record<CaseStep, Consequence>> = {
  submitted: nothing,
  finalized: nothing,
  recommended: { told: ["organizer"], blocked: [], undo: listUndone },
  proposed: { told: ["organizer", "approver"], blocked: ["approval"], undo: listUndone },
  approved: { told: ["organizer", "approver"], blocked: ["publication"], undo: listUndone },
  published: refused,
};

/**
 * Every change at every step. After 公布 the list stays as published, and so do all districts' lists that it came from;
 * what becomes of a place is for a ruling.
 */
export const CONSEQUENCES: Readonly<Record<Change, Readonly<Record<CaseStep, Consequence>>>> = {
  withdrawn: {
    submitted: { told: [], blocked: [], undo: takenBack },
    finalized: { told: [], blocked: [], undo: takenBack },
    recommended: { told: ["organizer"], blocked: [], undo: takenBack },
    proposed: { told: ["organizer", "approver"], blocked: ["approval"], undo: takenBack },
    approved: { told: ["organizer", "approver"], blocked: ["publication"], undo: takenBack },
    published: { told: ["organizer", "approver"], blocked: [], undo: takenBack },
  },
  corrected: {
    submitted: { told: [], blocked: [], undo: correctedAgain },
    finalized: { told: [], blocked: [], undo: correctedAgain },
    recommended: { told: ["organizer"], blocked: [], undo: correctedAgain },
    proposed: { told: ["organizer", "approver"], blocked: ["approval"], undo: correctedAgain },
    approved: { told: ["organizer", "approver"], blocked: ["publication"], undo: correctedAgain },
    published: refused,
  },
  excluded: {
    submitted: { told: ["districtOfficer", "organizer"], blocked: [], undo: lifted },
    finalized: { told: ["districtOfficer", "organizer"], blocked: [], undo: lifted },
    recommended: { told: ["districtOfficer", "organizer"], blocked: [], undo: lifted },
    proposed: { told: ["districtOfficer", "organizer", "approver"], blocked: ["approval"], undo: lifted },
    approved: { told: ["districtOfficer", "organizer", "approver"], blocked: ["publication"], undo: lifted },
    published: { told: ["districtOfficer", "organizer", "approver"], blocked: [], undo: liftedLate },
  },
  listWithdrawn: LIST_CHANGED,
  listTakenBack: LIST_CHANGED,
  // The desk of the city counts it; a message is sent only where a decision rests on other lists.
  listReported: { ...LIST_CHANGED, recommended: { told: [], blocked: [], undo: listUndone } },
};

export const consequenceOf = (change: Change, step: CaseStep): Consequence => CONSEQUENCES[change][step];
