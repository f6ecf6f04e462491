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

/** The files of a campaign folder beside plan.txt, by the key their content has in a definition. */
export const definitionFiles = {
  campaign: { file: "campaign.yaml", schema: campaignFile },
  rubric: { file: "rubric.yaml", schema: rubricFile },
  requirements: { file: "requirements.yaml", schema: requirementsFile },
  forms: { file: "forms.yaml", schema: formsFile },
  recommendationList: { file: "recommendation-list.yaml", schema: recommendationListFile },
  rulings: { file: "rulings.yaml", schema: rulingsFile },
  datePhrases: { file: "date-phrases.yaml", schema: datePhrasesFile },
  phrases: { file: "phrases.yaml", schema: phrasesFile },
  calendar: { file: "calendar.yaml", schema: calendarFile },
  roster: { file: "roster.yaml", schema: rosterFile },
} as const;

export type FileKey = keyof typeof definitionFiles;
/** A part of the definition; the roster is only what a campaign begins with. */
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
  /** The plan line by line as it stands in plan.txt; line 1 is the first. */
  planLines: z.array(z.string()),
});

type Immutable<T> = T extends readonly (infer Item)[]
  ? readonly Immutable<Item>[]
  : T extends object
    ? { readonly [Key in keyof T]: Immutable<T[Key]> }
    : T;

/** Everything a campaign's folder says, as plain data: what is pinned in the database is its JSON. */
export type Definition = Immutable<z.infer<typeof definitionSchema>>;

/** Definitions pinned by earlier versions also held the roster. */
const withoutRoster = z.object({ roster: z.unknown() }).partial().loose();

/**
 * A definition from its JSON (or from the parsed files): checked for shape, frozen.
 * Relations between the files are checked by {@link ./check.ts} before a definition is first used.
 *
 * @throws z.ZodError when the shape is wrong
 */
export function parseDefinition(json: unknown): Definition {
  const { roster: _, ...content } = withoutRoster.parse(json);
  return frozen(definitionSchema.parse(content));
}

function frozen<T>(value: T): T {
  if (typeof value === "object" && value !== null) for (const part of Object.values(value)) frozen(part);
  return Object.freeze(value);
}

/** The day in the campaign's year. @param monthDay `08-10` */
export const dayInCampaign = (definition: Definition, monthDay: string): CivilDate =>
  civilDate(`${definition.campaign.year.value}-${monthDay}`);

/** The stage's first and last day, as the plan states them. */
export const stageWindow = (definition: Definition, stage: Immutable<Stage>): { from: CivilDate; to: CivilDate } => ({
  from: dayInCampaign(definition, stage.opensOn),
  to: dayInCampaign(definition, stage.closesOn),
});
