import { journalTable } from "../../platform/journal/journal-table.ts";
import type { Transaction } from "../../platform/storage/database.ts";
import { staffId } from "../../shared/brand.ts";
import type { RulingAnswer, RulingsOverTime } from "../definition/rulings-in-force.ts";
import type { RunningCampaign } from "../definition/running-campaign.ts";
import type { RulingValue } from "../definition/schema/rulings.ts";
import { rulingPhrases } from "./phrases.ts";
import { stepsOf } from "./rules.ts";
import type { AnswerState, RecordedAnswer } from "./ruling.ts";

export const rulingAnswerTable = journalTable("ruling_answer", ["campaign_id", "ruling", "version"]);

/** The confirmed answers of the year, as they take effect one after the other. */
export async function rulingsOverTime(tx: Transaction, { id }: Pick<RunningCampaign, "id">): Promise<RulingsOverTime> {
  const answers = await answersOf(tx, id);
  return stepsOf(
    answers.filter(({ state }) => state === "confirmed"),
    (answer): RulingAnswer => ({
      text: answer.text,
      version: answer.version,
      given: rulingPhrases.given(answer.approverName, answer.decidedAt ?? answer.effectiveAt),
      ...(answer.value === undefined ? {} : { value: answer.value }),
    }),
  );
}

/** Everything that was ever recorded, each ruling's versions in order; of one ruling or of all. */
export async function answersOf(tx: Transaction, campaignId: string, ruling?: string): Promise<RecordedAnswer[]> {
  const rows = await tx.rulingAnswer.findMany({
    where: { campaignId, ...(ruling === undefined ? {} : { ruling }) },
    orderBy: [{ ruling: "asc" }, { version: "asc" }],
  });
  const nameOf = await namesOf(
    tx,
    rows.flatMap(({ approver, recordedBy }) => [approver, recordedBy]),
  );
  return rows.map(({ value, reason, approver, recordedBy, state, decidedAt, ...row }) => ({
    ...row,
    approver: staffId(approver),
    approverName: nameOf(approver),
    recordedBy: staffId(recordedBy),
    recorderName: nameOf(recordedBy),
    state: state as AnswerState,
    ...(value === null ? {} : { value: value as RulingValue }),
    ...(reason === null ? {} : { reason }),
    ...(decidedAt === null ? {} : { decidedAt }),
  }));
}

/** Names of people, also of those who have left the campaign. */
async function namesOf(tx: Transaction, staffIds: readonly string[]): Promise<(staffId: string) => string> {
  const people =
    staffIds.length === 0 ? [] : await tx.person.findMany({ where: { staffId: { in: [...new Set(staffIds)] } } });
  const names = new Map(people.map((person) => [person.staffId, person.name]));
  return (id) => names.get(id) ?? id;
}

/** One who records and one who confirms come one after the other. */
export async function lockRulings(tx: Transaction, campaignId: string): Promise<void> {
  await tx.$queryRaw`select 1 from campaign where id = ${campaignId} for update`;
}
