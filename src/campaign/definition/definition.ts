import { z } from "zod";
import { type CivilDate, civilDate } from "../../shared/civil-date.ts";
import { calendarFile } from "./schema/calendar-overrides.ts";
import { campaignFile } from "./schema/campaign.ts";
import { datePhrasesFile } from "./schema/date-phrases.ts";
import { formsFile } from "./schema/forms.ts";
import { phrasesFile } from "./schema/phrases.ts";
import { recommendationListFile } from "./schema/recommendation-list.ts";
import { requirementsFile } from "./schema/requirements.ts";
import { rosterFile } from "./schema/roster.ts";
import { rubricFile } from "./schema/rubric.ts";
import { rulingsFile } from "./schema/rulings.ts";
import type { Stage } from "./schema/stages.ts";
import { upgraded } from "./upgrade.ts";

const nowhere = { line: 1, mark: "ours" };

/**
 * Files of a campaign folder besides plan.txt, by key in the definition. `absent` is the default of an optional file.
 */
export const definitionFiles = {
  campaign: { file: "campaign.yaml", schema: campaignFile, absent: undefined },
  rubric: {
    file: "rubric.yaml",
    schema: rubricFile,
    absent: { title: "无评选标准", totalPoints: 0, criterionCount: 0, sections: [], ...nowhere },
  },
  requirements: { file: "requirements.yaml", schema: requirementsFile, absent: { title: "无专门要求", ...nowhere } },
  forms: { file: "forms.yaml", schema: formsFile, absent: undefined },
  recommendationList: {
    file: "recommendation-list.yaml",
    schema: recommendationListFile,
    absent: {
      title: "{{ year }}年度{{ city }}推荐名单",
      printedRows: 1,
      columns: [{ key: "position", label: "序号", from: { kind: "position" }, ...nowhere }],
      ...nowhere,
    },
  },
  rulings: { file: "rulings.yaml", schema: rulingsFile, absent: [] },
  datePhrases: { file: "date-phrases.yaml", schema: datePhrasesFile, absent: {} },
  phrases: { file: "phrases.yaml", schema: phrasesFile, absent: undefined },
  calendar: { file: "calendar.yaml", schema: calendarFile, absent: { overrides: [], ...nowhere } },
  roster: { file: "roster.yaml", schema: rosterFile, absent: undefined },
} as const;

export type FileKey = keyof typeof definitionFiles;
/** The roster is initial data, not part of the definition. */
export type DefinitionKey = Exclude<FileKey, "roster">;

export const definitionKeys = [
  "campaign",
  "rubric",
  "requirements",
  "forms",
  "recommendationList",
  "rulings",
  "datePhrases",
  "phrases",
  "calendar",
] as const satisfies readonly DefinitionKey[];

/** All files, including the roster. */
export const fileKeys = [...definitionKeys, "roster"] as const satisfies readonly FileKey[];

export const PLAN_FILE = "plan.txt";

const definitionSchema = z.strictObject({
  campaign: campaignFile,
  rubric: rubricFile,
  requirements: requirementsFile,
  forms: formsFile,
  recommendationList: recommendationListFile,
  rulings: rulingsFile,
  datePhrases: datePhrasesFile,
  phrases: phrasesFile,
  calendar: calendarFile,
  /** Lines of plan.txt, unchanged; index 0 is line 1. */
  planLines: z.array(z.string()),
});

type Immutable<T> = T extends readonly (infer Item)[]
  ? readonly Immutable<Item>[]
  : T extends object
    ? { readonly [Key in keyof T]: Immutable<T[Key]> }
    : T;

/** Content of a campaign folder. The database stores it as JSON. */
export type Definition = Immutable<z.infer<typeof definitionSchema>>;

/**
 * Upgrades JSON or parsed files to the current format, checks the shape, and freezes the result. {@link ./check.ts}
 * checks relations between files before a definition is first used.
 *
 * @throws z.ZodError for a wrong shape
 */
export const parseDefinition = (json: unknown): Definition => frozen(definitionSchema.parse(upgraded(json)));

function frozen<T>(value: T): T {
  if (typeof value === "object" && value !== null) for (const part of Object.values(value)) frozen(part);
  return Object.freeze(value);
}

const MONTH_DAY = /^\d\d-\d\d$/;

/** @param day `08-10` of the campaign's year, or `2025-01-10` */
export const dayInCampaign = ({ campaign }: Definition, day: string): CivilDate =>
  civilDate(MONTH_DAY.test(day) ? `${campaign.year.value}-${day}` : day);

/** First and last day of the stage, inclusive. */
export const stageWindow = (definition: Definition, stage: Immutable<Stage>): { from: CivilDate; to: CivilDate } => ({
  from: dayInCampaign(definition, stage.opensOn),
  to: dayInCampaign(definition, stage.closesOn),
});
