import { journalTable } from "../../platform/journal/journal-table.ts";
import type { PersonalRef } from "../../platform/journal/personal-value.ts";
import type { Transaction } from "../../platform/storage/database.ts";
import { staffId } from "../../shared/brand.ts";
import { type Authority, authorityOf } from "../authority/authority.ts";
import type { RulingAnswer, RulingsOverTime } from "../definition/rulings-in-force.ts";
import type { RunningCampaign } from "../definition/running-campaign.ts";
import type { RulingValue } from "../definition/schema/rulings.ts";
import { rulingPhrases } from "./phrases.ts";
import { stepsOf } from "./rules.ts";
import type { AnswerState, RecordedAnswer } from "./ruling.ts";

export const rulingAnswerTable = journalTable("ruling_answer", ["campaign_id", "ruling", "version"]);

type ConfirmedAnswer = Pick<RecordedAnswer, "ruling" | "version" | "text" | "value" | "effectiveAt" | "decidedAt"> & {
  approverName: string;
};

/** Confirmed answers as steps over time. Every turn and every drawn card begins with them. */
export async function rulingsOverTime(tx: Transaction, { id }: Pick<RunningCampaign, "id">): Promise<RulingsOverTime> {
  const confirmed = await tx.$queryRaw<(ConfirmedAnswer & { value: RulingValue | null; decidedAt: Date | null })[]>`
    select r.ruling, r.version, r.text, r.value, r.effective_at as "effectiveAt", r.decided_at as "decidedAt",
      coalesce(p.name, r.approver) as "approverName"
    from ruling_answer r left join person p on p.staff_id = r.approver
    where r.campaign_id = ${id} and r.state = 'confirmed' order by r.ruling, r.version`;
  return stepsOf(
    confirmed.map(({ value, decidedAt, ...answer }) => ({
      ...answer,
      ...(value === null ? {} : { value }),
      ...(decidedAt === null ? {} : { decidedAt }),
    })),
    (answer): RulingAnswer => ({
      text: answer.text,
      version: answer.version,
      given: rulingPhrases.given(answer.approverName, answer.decidedAt ?? answer.effectiveAt),
      ...(answer.value === undefined ? {} : { value: answer.value }),
    }),
  );
}

/** All recorded answers of one ruling or of all, by ruling and version. */
export async function answersOf(tx: Transaction, campaignId: string, ruling?: string): Promise<RecordedAnswer[]> {
  const rows = await tx.rulingAnswer.findMany({
    where: { campaignId, ...(ruling === undefined ? {} : { ruling }) },
    orderBy: [{ ruling: "asc" }, { version: "asc" }],
  });
  const nameOf = await namesOf(
    tx,
    rows.flatMap(({ approver, recordedBy }) => [approver, recordedBy]),
  );
  return rows.map(({ value, reason, approver, recordedBy, state, decidedAt, authority, opinion, ...row }) => ({
    ...row,
    ...(authorityOf(authority) ? { authority: authorityOf(authority) as Authority } : {}),
    ...(opinion === null ? {} : { opinion: opinion as unknown as PersonalRef }),
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

/** Names by staffId, including people without a current role. */
async function namesOf(tx: Transaction, staffIds: readonly string[]): Promise<(staffId: string) => string> {
  const people =
    staffIds.length === 0 ? [] : await tx.person.findMany({ where: { staffId: { in: [...new Set(staffIds)] } } });
  const names = new Map(people.map((person) => [person.staffId, person.name]));
  return (id) => names.get(id) ?? id;
}
