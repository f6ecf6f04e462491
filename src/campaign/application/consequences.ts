import type { Role } from "../definition/schema/roles.ts";

/**
 * How far a case has come: 已提交, 初评已提交定稿, 推荐名单已报送, 择优已报批, 已批准, 已公布.
 */
export const CASE_STEPS = ["submitted", "finalized", "recommended", "proposed", "approved", "published"] as const;
export type CaseStep = (typeof CASE_STEPS)[number];

/** 撤回, 修改后再提交, 不得参与, 推荐名单撤回, 恢复, 报送, 报送新的版本, 退回补正. */
export const CHANGES = [
  "withdrawn",
  "corrected",
  "excluded",
  "listWithdrawn",
  "listTakenBack",
  "listReported",
  "listReplaced",
  "returned",
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

/**
 * What the city does about it: nothing; 重新报批, a selection of the cases as they are now; or after 公布 only a
 * correction (更正) of what was published, since the list itself stays.
 */
export type Mend = "nothing" | "reapproval" | "correction";

export interface Consequence {
  /** Told at once, besides whoever did it. */
  told: readonly Extract<Role, "districtOfficer" | "organizer" | "approver">[];
  blocked: readonly Blocked[];
  mend: Mend;
  undo: Undo;
}

const takenBack: Undo = { by: "districtOfficer", until: "stageEnd" };
const correctedAgain: Undo = { by: "districtOfficer", until: "publication" };
const lifted: Undo = { by: "approver", until: "publication" };
/** The published list stays as it is: a lift lets the case take part again, nothing more. */
const liftedLate: Undo = { by: "approver", until: "closing" };
const never: Undo = { by: "nobody", until: "never" };

type Told = Consequence["told"];
const city: Told = ["organizer"];
const deciding: Told = ["organizer", "approver"];
const everybody: Told = ["districtOfficer", "organizer", "approver"];

const taken = (told: Told, undo: Undo): Consequence => ({ told, blocked: [], mend: "nothing", undo });
const reopening = (told: Told, blocked: "approval" | "publication", undo: Undo): Consequence => ({
  ...{ told, blocked: [blocked], mend: "reapproval", undo },
});
const afterwards = (told: Told, undo: Undo): Consequence => ({ told, blocked: [], mend: "correction", undo });
const refused: Consequence = { told: [], blocked: ["change"], mend: "correction", undo: never };

const revokedByCity: Undo = { by: "organizer", until: "publication" };
const listUndone: Undo = { by: "districtOfficer", until: "publication" };

/** A list was withdrawn or put in force again. */
const LIST_CHANGED: Readonly<Record<CaseStep, Consequence>> = {
  submitted: taken([], never),
  finalized: taken([], never),
  recommended: taken(city, listUndone),
  proposed: reopening(deciding, "approval", listUndone),
  approved: reopening(deciding, "publication", listUndone),
  published: refused,
};

/**
 * Every change at every step; undoing a change has the consequences of the change. After 公布 the list stays as
 * published, and so do all districts' lists that it came from; what becomes of a place is for a ruling.
 */
export const CONSEQUENCES: Readonly<Record<Change, Readonly<Record<CaseStep, Consequence>>>> = {
  withdrawn: {
    submitted: taken([], takenBack),
    finalized: taken([], takenBack),
    recommended: taken(city, takenBack),
    proposed: reopening(deciding, "approval", takenBack),
    approved: reopening(deciding, "publication", takenBack),
    published: afterwards(deciding, takenBack),
  },
  corrected: {
    submitted: taken([], correctedAgain),
    finalized: taken([], correctedAgain),
    recommended: taken(city, correctedAgain),
    proposed: reopening(deciding, "approval", correctedAgain),
    approved: reopening(deciding, "publication", correctedAgain),
    published: refused,
  },
  excluded: {
    submitted: taken(["districtOfficer", "organizer"], lifted),
    finalized: taken(["districtOfficer", "organizer"], lifted),
    recommended: taken(["districtOfficer", "organizer"], lifted),
    proposed: reopening(everybody, "approval", lifted),
    approved: reopening(everybody, "publication", lifted),
    published: afterwards(everybody, liftedLate),
  },
  listWithdrawn: LIST_CHANGED,
  listTakenBack: LIST_CHANGED,
  // The desk of the city counts it; a message is sent only where a decision rests on other lists.
  listReported: { ...LIST_CHANGED, recommended: taken([], listUndone) },
  listReplaced: LIST_CHANGED,
  // What is not reported is the district's to change. Content that is corrected has the consequences of a correction.
  returned: {
    submitted: { ...refused, mend: "nothing" },
    finalized: { ...refused, mend: "nothing" },
    recommended: taken(["districtOfficer", "organizer"], revokedByCity),
    proposed: taken(everybody, revokedByCity),
    approved: taken(everybody, revokedByCity),
    published: refused,
  },
};

/**
 * What the city does with a case of a reported list that holds the list: 退回补正 that is not corrected yet, a visit that
 * the district knows of, final points of the city.
 */
export const HOLDS = ["returned", "visited", "scored"] as const;
export type Hold = (typeof HOLDS)[number];

/**
 * Holds under which a change is refused at any step. A case alone can always be withdrawn, corrected or excluded: its
 * visit is then called off, and who was to make it is told.
 */
export const HELD: Readonly<Record<Change, readonly Hold[]>> = {
  withdrawn: [],
  corrected: [],
  excluded: [],
  listWithdrawn: HOLDS,
  // Of a withdrawn list no case is worked with.
  listTakenBack: [],
  listReported: [],
  listReplaced: HOLDS,
  returned: [],
};

export const consequenceOf = (change: Change, step: CaseStep): Consequence => CONSEQUENCES[change][step];

/** Whether anything that changes at this step is mended so. */
export const isMendedBy = (mend: Mend, step: CaseStep): boolean =>
  CHANGES.some((change) => consequenceOf(change, step).mend === mend);
