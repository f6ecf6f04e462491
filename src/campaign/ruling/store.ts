import type { Transaction } from "../../platform/storage/database.ts";
import { type StaffId, staffId } from "../../shared/brand.ts";
import type { RulingAnswer, RulingsOverTime } from "../definition/rulings-in-force.ts";
import type { RunningCampaign } from "../definition/running-campaign.ts";
import type { RulingValue } from "../definition/schema/rulings.ts";
import { memberOf } from "../directory/member.ts";
import { rulingPhrases } from "./phrases.ts";
import { stepsOf } from "./rules.ts";
import type { AnswerState, RecordedAnswer } from "./ruling.ts";

/** The confirmed answers of the year, as they take effect one after the other. */
export async function rulingsOverTime(tx: Transaction, campaign: RunningCampaign): Promise<RulingsOverTime> {
  const answers = await answersOf(tx, campaign.id);
  return stepsOf(
    answers.filter(({ state }) => state === "confirmed"),
    (answer): RulingAnswer => ({
      text: answer.text,
      version: answer.version,
      given: rulingPhrases.given(nameOf(campaign, answer.approver), answer.decidedAt ?? answer.effectiveAt),
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
  return rows.map(({ value, reason, approver, recordedBy, state, decidedAt, ...row }) => ({
    ...row,
    approver: staffId(approver),
    recordedBy: staffId(recordedBy),
    state: state as AnswerState,
    ...(value === null ? {} : { value: value as RulingValue }),
    ...(reason === null ? {} : { reason }),
    ...(decidedAt === null ? {} : { decidedAt }),
  }));
}

/** One who records and one who confirms come one after the other. */
export async function lockRulings(tx: Transaction, campaignId: string): Promise<void> {
  await tx.$queryRaw`select 1 from campaign where id = ${campaignId} for update`;
}

export const nameOf = ({ definition }: RunningCampaign, person: StaffId): string =>
  memberOf(definition, person)?.name ?? person;
