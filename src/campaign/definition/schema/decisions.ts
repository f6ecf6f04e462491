import { z } from "zod";
import { criterionId } from "./rubric.ts";
import { day, slug } from "./source.ts";

const flag = z.boolean();
const years = z.strictObject({ yearsBefore: z.int().min(1).max(20) });
/** Interpretation of a date in the plan; omitted keys follow the date phrase. */
const dueDay = z.strictObject({
  on: day.optional(),
  inclusive: flag.optional(),
  softClose: z.enum(["onOrBefore", "before"]).optional(),
  /** If the day is a day off: what comes until the end of the next working day is marked, or already late (default). */
  restDays: z.enum(["late", "marked"]).optional(),
});

/** Sum of rows (`1-2+1-4`), a figure of the satisfaction row, or the last rung (`joint`). */
const rung = z.union([
  z.enum(["satisfactionMet", "satisfactionOrComplaints", "joint"]),
  z.string().regex(/^\d+-\d+(\+\d+-\d+)*$/),
]);

/** Decisions and the schema of their values. At most one ruling covers each. */
export const decisionValues = {
  /** Smallest step of points. */
  pointStep: z.strictObject({ step: z.literal([0.1, 0.2, 0.25, 0.5, 1]) }),
  /** Rows scored all or nothing, and rows scored at discretion (酌情给分). */
  allOrNothing: z.strictObject({ allOrNothing: z.array(criterionId), asked: z.array(criterionId).optional() }),
  /** Requirements that exclude a case if unmet; the others need a reason. */
  excludingRequirements: z.strictObject({ excludes: z.array(z.string()), reasonRequired: flag }),
  /** Period in which a disqualifying event counts. */
  accidentWindow: years,
  /** Period in which a penalty of the enterprise counts. */
  penaltyWindow: years,
  /** Period in which a practical service counts. */
  serviceWindow: years,
  /**
   * How many of a city-wide list are the first or last few per cent, and whether equal figures at the edge are in.
   * Omitted keys: the list itself must say who is.
   */
  cityShare: z.strictObject({
    rounding: z.enum(["up", "down", "half"]).optional(),
    ties: z.enum(["in", "out"]).optional(),
  }),
  /** Kinds of owners' body, by the options of their field, that count as one; the others do not. */
  ownersBodies: z.strictObject({ counted: z.array(z.string()) }),
  /** Comparisons at equal totals, in order. */
  tieLadder: z.strictObject({ ladder: z.array(rung).min(1) }),
  /** True: only selected cases can be recommended to the province. */
  provinceFromSelected: z.strictObject({ onlyFromSelected: flag }),
  /** Number selected, if different from the quota; or the most, if fewer are allowed. */
  numberSelected: z.strictObject({ count: z.int().positive(), fewerAllowed: flag.optional() }),
  /** Days of 公示 before publication; 0: none. The first day does not count unless ruled. */
  noticePeriod: z.strictObject({ days: z.int().min(0), workingDays: flag, firstDayCounts: flag.optional() }),
  /** Maximum a district may recommend. */
  maximumPerDistrict: z.strictObject({ maximum: z.union([z.literal("none"), z.int().positive()]) }),
  /** True: submissions after the stage's last day are late; see `bindingBy` of a deliverable. */
  stageCloses: z.strictObject({ closes: flag }),
  applicationDue: dueDay,
  listDue: dueDay,
  reportDue: dueDay,
  /** Total used for ranking: the district's, corrected by 核验, or the city's. */
  rankingBasis: z.strictObject({ basis: z.enum(["district", "city"]) }),
  /** Deduction for items a case does not have. */
  notApplicable: z.strictObject({ deduct: flag, reasonRequired: flag }),
  /** Number of reserves besides the selected. */
  reserves: z.strictObject({ reserves: z.int().min(0) }),
  /** True: text over the statement's limit may continue on an attached page. */
  attachmentOverflow: z.strictObject({ overflow: flag }),
  /** Districts included in every count. */
  countedDistricts: z.strictObject({ districts: z.array(slug).min(1) }),
  /** Combination of the members' points into the city's score. */
  teamScore: z.strictObject({
    combine: z.enum(["mean", "trimmedMean"]),
    decimals: z.int().min(0).max(2),
    agreedFigureAllowed: flag,
  }),
  /** Effect of an unsettled requirement. */
  undecidedRequirement: z.strictObject({
    atRecommendation: z.enum(["warn", "block"]),
    atPublication: z.enum(["warn", "block"]),
  }),
  /** True: districts may see ranked points before publication. */
  earlyDisclosure: z.strictObject({ allowed: flag }),
  /** Members per visited case. */
  membersPerSite: z.strictObject({ members: z.int().positive() }),
  /** True: members score before they see the district's points. */
  blindScoring: z.strictObject({ blind: flag }),
  /** Results shown to a district for its own cases after publication. */
  resultsToDistricts: z.strictObject({ points: flag, reasons: flag }),
  /** How long personal data that are not archived are kept after the campaign has ended. */
  retention: z.strictObject({ months: z.int().min(1).max(120) }),
} as const satisfies Record<string, z.ZodType>;

export const decision = z.strictObject(decisionValues).keyof();
export type Decision = z.infer<typeof decision>;
