import { z } from "zod";
import { type CivilDate, dayOf } from "../../shared/civil-date.ts";
import { campaignCalendar } from "../definition/campaign-calendar.ts";
import { deadlineOf } from "../definition/deadlines.ts";
import type { Definition } from "../definition/definition.ts";
import { districtName } from "../definition/districts.ts";
import { deliverableFor } from "../definition/purposes.ts";
import { roleName } from "../definition/role-name.ts";
import { nextYearPhrases as phrases } from "../definition/starter/next-year/phrases.ts";

/** Of a table that an archive holds: its rows, as they were recorded. */
export type ReadTable = (name: string) => Promise<unknown>;

/** In working days: what is answered sooner is no friction. */
const SOON = 1;

const moment = z.string().nullish();
const row = z.looseObject({ district: z.string().optional(), version: z.number().optional() });
const rows = z.array(row);
type Row = z.infer<typeof row>;

/** What waited for a decision of the city: its table, since when, until when, for whose, and what it is called. */
const DECISIONS = [
  { table: "ruling_answer", from: "recorded_at", by: "approver", words: phrases.decided.ruling },
  { table: "evaluation_team", from: "proposed_at", by: "approver", words: phrases.decided.team },
  { table: "selection", from: "recorded_at", by: "approver", words: phrases.decided.selection },
  { table: "publication_correction", from: "recorded_at", by: "approver", words: phrases.decided.correction },
  { table: "provincial_recommendation", from: "recorded_at", by: "approver", words: phrases.decided.province },
  { table: "consultation_reply", from: "recorded_at", by: "approver", words: phrases.decided.reply },
  { table: "deadline_extension", from: "asked_at", by: "organizer", words: phrases.decided.extension },
  { table: "support_request", from: "asked_at", until: "answered_at", by: "organizer", words: phrases.decided.support },
] as const;

/** Who was late by how many working days, and for whom things waited, in sentences; of an archive's tables. */
export async function frictionOf(definition: Definition, read: ReadTable): Promise<string[]> {
  const calendar = campaignCalendar(definition);
  /** Working days after the day, until the other one. */
  const daysAfter = (day: CivilDate, until: CivilDate): number =>
    until <= day ? 0 : calendar.workingDaysFrom(day, until) - (calendar.isWorkingDay(day) ? 1 : 0);
  const table = async (name: string): Promise<Row[]> => rows.parse(await read(name));

  const handedIn = async (purpose: "list" | "report", name: string, at: string): Promise<string[]> => {
    const deliverable = deliverableFor(definition, purpose);
    if (!deliverable) return [];
    const { statedOn } = deadlineOf({ definition, calendar }, deliverable.id);
    // The first version of each district counts: later ones mend it.
    const first = (await table(name)).filter(({ version }) => version === 1);
    return first.flatMap((one) => {
      const came = dayIn(one, at);
      const days = came === undefined ? 0 : daysAfter(statedOn, came);
      return days > 0 ? [phrases.late(districtName(definition, one.district ?? ""), deliverable.name, days)] : [];
    });
  };

  const corrected = async (): Promise<string[]> => {
    const cases = new Map((await table("application")).map((one) => [one.id, one]));
    return (await table("case_return")).flatMap((one) => {
      const [due, came] = [dayIn(one, "due_on"), dayIn(one, "corrected_at")];
      const days = due === undefined || came === undefined ? 0 : daysAfter(due, came);
      const { district = "", compound_name: name } = cases.get(one.case_id) ?? {};
      return days > 0 ? [phrases.correctedLate(districtName(definition, district), String(name ?? ""), days)] : [];
    });
  };

  const decided = async (): Promise<string[]> => {
    const found: string[] = [];
    for (const { table: name, from, by, words, ...more } of DECISIONS) {
      for (const one of await table(name)) {
        const [asked, answered] = [dayIn(one, from), dayIn(one, "until" in more ? more.until : "decided_at")];
        const days = asked === undefined || answered === undefined ? 0 : daysAfter(asked, answered);
        const which = String(one.ruling ?? one.number ?? one.version ?? "");
        if (days > SOON) found.push(phrases.waited(words(which), roleName(definition, by), days));
      }
    }
    return found;
  };

  return [
    ...(await handedIn("list", "recommendation_list", "confirmed_at")),
    ...(await handedIn("report", "work_report", "handed_in_at")),
    ...(await corrected()),
    ...(await decided()),
  ];
}

/** The day of a recorded day or moment; undefined where it has none. */
function dayIn(one: Row, column: string): CivilDate | undefined {
  const value = moment.safeParse(one[column]).data;
  if (value === undefined || value === null) return undefined;
  return /^\d{4}-\d{2}-\d{2}$/u.test(value) ? (value as CivilDate) : dayOf(new Date(value));
}

const counted = z.array(z.object({ what: z.string(), words: z.string(), count: z.number() }));
/** So many are told. */
const MOST_ASKED = 10;

/** What had to be asked back or refused most often, most often first. */
export const askedBackLines = async (read: ReadTable): Promise<string[]> =>
  counted
    .parse(await read("asked_back"))
    .toSorted((one, other) => other.count - one.count)
    .slice(0, MOST_ASKED)
    .map(({ words, count }) => phrases.askedBack(words, count));
