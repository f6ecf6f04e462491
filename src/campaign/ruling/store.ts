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

/** Confirmed answers as steps over time. Every turn and every drawn card begins with them. */
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

interface AnswerRow {
  ruling: string;
  version: number;
  text: string;
  value: RulingValue | null;
  reason: string | null;
  approver: string;
  approverName: string;
  effectiveAt: Date;
  state: string;
  recordedBy: string;
  recorderName: string;
  recordedAt: Date;
  decidedAt: Date | null;
  authority: unknown;
  opinion: PersonalRef | null;
}

/**
 * All recorded answers of one ruling or of all, by ruling and version. The names are of everybody, also of people without
 * a current role. Whoever asks in a turn is answered by the statement with which it began.
 */
export async function answersOf(tx: Transaction, campaignId: string, ruling?: string): Promise<RecordedAnswer[]> {
  const rows = await tx.$queryRaw<AnswerRow[]>`
    select r.ruling, r.version, r.text, r.value, r.reason, r.approver, r.effective_at as "effectiveAt", r.state,
      r.recorded_by as "recordedBy", r.recorded_at as "recordedAt", r.decided_at as "decidedAt", r.authority, r.opinion,
      coalesce(approver.name, r.approver) as "approverName", coalesce(recorder.name, r.recorded_by) as "recorderName"
    from ruling_answer r left join person approver on approver.staff_id = r.approver
      left join person recorder on recorder.staff_id = r.recorded_by
    where r.campaign_id = ${campaignId} order by r.ruling, r.version`;
  return rows
    .filter((row) => ruling === undefined || row.ruling === ruling)
    .map(({ value, reason, approver, recordedBy, state, decidedAt, authority, opinion, ...row }) => ({
      ...row,
      campaignId,
      ...(authorityOf(authority) ? { authority: authorityOf(authority) as Authority } : {}),
      ...(opinion === null ? {} : { opinion }),
      approver: staffId(approver),
      recordedBy: staffId(recordedBy),
      state: state as AnswerState,
      ...(value === null ? {} : { value }),
      ...(reason === null ? {} : { reason }),
      ...(decidedAt === null ? {} : { decidedAt }),
    }));
}
