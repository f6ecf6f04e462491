import { journalTable } from "../../platform/journal/journal-table.ts";
import { isPersonalRef, type PersonalRef } from "../../platform/journal/personal-value.ts";
import type { Transaction } from "../../platform/storage/database.ts";
import { type StaffId, staffId } from "../../shared/brand.ts";

export const feedbackTable = journalTable("feedback", ["campaign_id", "number"]);

/** 意见建议 of one person, and the answer to it. */
export interface Feedback {
  /** From 1. */
  number: number;
  text: PersonalRef;
  person: StaffId;
  sentAt: Date;
  answer: { text: PersonalRef; by: StaffId; at: Date } | undefined;
}

type Row = NonNullable<Awaited<ReturnType<Transaction["feedback"]["findFirst"]>>>;

function feedbackOf({ number, text, person, sentAt, answer, answeredBy, answeredAt }: Row): Feedback {
  if (!isPersonalRef(text)) throw new Error(`feedback ${number} has no text`);
  const isAnswered = isPersonalRef(answer) && answeredBy !== null && answeredAt !== null;
  return {
    ...{ number, text, person: staffId(person), sentAt },
    answer: isAnswered ? { text: answer, by: staffId(answeredBy), at: answeredAt } : undefined,
  };
}

/** The last said first. */
export const feedbackIn = async (tx: Transaction, campaignId: string): Promise<Feedback[]> =>
  (await tx.feedback.findMany({ where: { campaignId }, orderBy: { number: "desc" } })).map(feedbackOf);

export async function feedbackNumbered(
  tx: Transaction,
  campaignId: string,
  number: number,
): Promise<Feedback | undefined> {
  const row = await tx.feedback.findUnique({ where: { campaignId_number: { campaignId, number } } });
  return row ? feedbackOf(row) : undefined;
}
