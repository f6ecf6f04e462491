import { z } from "zod";
import { criterionId } from "./rubric.ts";
import { day, slug } from "./source.ts";

const flag = z.boolean();
const years = z.strictObject({ yearsBefore: z.int().min(1).max(20) });
/** How a date in the plan's words is read; what is left out stays as the date phrase says. */
const dueDay = z.strictObject({
  on: day.optional(),
  inclusive: flag.optional(),
  softClose: z.enum(["onOrBefore", "before"]).optional(),
});

/** Rows added up (`1-2+1-4`), a figure behind the satisfaction row, or the end of the ladder. */
const rung = z.union([
  z.enum(["satisfactionMet", "satisfactionOrComplaints", "joint"]),
  z.string().regex(/^\d+-\d+(\+\d+-\d+)*$/),
]);

/** What a ruling can decide, with the value that the program reads of an answer. Each is decided by one ruling only. */
export const decisionValues = {
  /** Smallest step of points. */
  pointStep: z.strictObject({ step: z.literal([0.1, 0.2, 0.25, 0.5, 1]) }),
  /** Rows that get all or nothing, and rows that are asked about one by one. */
  allOrNothing: z.strictObject({ allOrNothing: z.array(criterionId), asked: z.array(criterionId).optional() }),
  /** Requirements that exclude when they are not met; the others ask for a reason. */
  excludingRequirements: z.strictObject({ excludes: z.array(z.string()), reasonRequired: flag }),
  /** How far back a disqualifying event counts. */
  accidentWindow: years,
  /** How far back a penalty of the enterprise counts. */
  penaltyWindow: years,
  /** How far back a practical service counts. */
  serviceWindow: years,
  /** What is compared when totals are equal, in order. */
  tieLadder: z.strictObject({ ladder: z.array(rung).min(1) }),
  /** Whether what goes to the province comes from the selected only. */
  provinceFromSelected: z.strictObject({ onlyFromSelected: flag }),
  /** How many are selected, where it is other than the quota. */
  numberSelected: z.strictObject({ count: z.int().positive() }),
  /** Days of 公示 before publication; 0 for none. */
  noticePeriod: z.strictObject({ days: z.int().min(0), workingDays: flag }),
  /** The most that one district may recommend. */
  maximumPerDistrict: z.strictObject({ maximum: z.union([z.literal("none"), z.int().positive()]) }),
  /** Whether what comes after the stage's last day is late: see `bindingBy` of a deliverable. */
  stageCloses: z.strictObject({ closes: flag }),
  applicationDue: dueDay,
  listDue: dueDay,
  reportDue: dueDay,
  /** Whose total ranks: the district's as corrected, or the city's own. */
  rankingBasis: z.strictObject({ basis: z.enum(["district", "city"]) }),
  /** Whether what a case does not have loses points. */
  notApplicable: z.strictObject({ deduct: flag, reasonRequired: flag }),
  /** Reserves beside the selected. */
  reserves: z.strictObject({ reserves: z.int().min(0) }),
  /** What does not fit into the statement may go on as a page of its own. */
  attachmentOverflow: z.strictObject({ overflow: flag }),
  /** The districts that are expected in every count. */
  countedDistricts: z.strictObject({ districts: z.array(slug).min(1) }),
  /** How the points of several members become the city's. */
  teamScore: z.strictObject({
    combine: z.enum(["mean", "trimmedMean"]),
    decimals: z.int().min(0).max(2),
    agreedFigureAllowed: flag,
  }),
  /** What a requirement does that nobody can settle yet. */
  undecidedRequirement: z.strictObject({
    atRecommendation: z.enum(["warn", "block"]),
    atPublication: z.enum(["warn", "block"]),
  }),
  /** Whether ranked points may be shown to all districts before publication. */
  earlyDisclosure: z.strictObject({ allowed: flag }),
  /** Members that visit one case. */
  membersPerSite: z.strictObject({ members: z.int().positive() }),
  /** Whether members see the district's points before they give theirs. */
  blindScoring: z.strictObject({ blind: flag }),
  /** What a district is told of its own cases after publication. */
  resultsToDistricts: z.strictObject({ points: flag, reasons: flag }),
} as const satisfies Record<string, z.ZodType>;

export const decision = z.strictObject(decisionValues).keyof();
export type Decision = z.infer<typeof decision>;
