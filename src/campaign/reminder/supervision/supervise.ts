import type { StaffId } from "../../../shared/brand.ts";
import { RefusalError } from "../../../shared/refusal-error.ts";
import { latenessOf } from "../../definition/deadlines.ts";
import { districtOfficers, type Member } from "../../directory/member.ts";
import type { Context, PersonContext } from "../../engine/context.ts";
import { whyNot } from "../../extension/ask.ts";
import { type Extended, subjectOf } from "../../extension/extension.ts";
import { deadlineFor } from "../../extension/rules.ts";
import { namesOf } from "../../extension/views.ts";
import { noteSent } from "../../receipt/note-sent.ts";
import { type Receipt, receiptsOf } from "../../receipt/store.ts";
import { remindersSent } from "../send.ts";
import { supervisionPhrases as phrases } from "./phrases.ts";
import { problemWith } from "./rules.ts";
import { dingText, supervisedView } from "./views.ts";

/** Subject: {@link subjectOf}. */
export const SUPERVISION_CARD = "reminder.supervised";

const messageOf = (of: Extended): string => `supervise/${subjectOf(of)}/`;

/** Receipts of what was sent about it before, one person each. */
export const supervisionsOf = async ({ tx, campaign }: Context, of: Extended): Promise<Receipt[]> =>
  (await receiptsOf(tx, campaign.id, { kinds: ["supervise"] })).filter(({ message }) =>
    message.startsWith(messageOf(of)),
  );

export interface Supervision {
  /** Officers of the district and who stands in for them. */
  to: readonly Member[];
  /** From 1. */
  nth: number;
}

/** @throws {RefusalError} if it is in or ended, not late, not urged yet, sent too recently or too often, or nobody gets it */
export async function supervisable(context: Context, of: Extended): Promise<Supervision> {
  const { campaign, now, people } = context;
  const names = namesOf(context, of);
  const closed = await whyNot(context, of, { isAsked: true });
  if (closed) throw new RefusalError(`reminder.supervise-${closed.code}`, closed.sentence);
  const to = districtOfficers(people, of.district).map(({ member }) => member);
  const past = [...new Set((await supervisionsOf(context, of)).map(({ sentAt }) => sentAt.getTime()))].sort();
  const deadline = deadlineFor(context, of);
  const urged = (await remindersSent(context)).some(
    ({ kind, person, sentAt }) =>
      kind === "urge" && sentAt >= deadline.lateFrom && to.some(({ staffId }) => staffId === person),
  );
  const problem = problemWith(campaign.calendar, {
    ...{ isLate: latenessOf(deadline, now) === "late", isUrged: urged, now },
    past: past.map((time) => new Date(time)),
  });
  if (problem) throw new RefusalError(`reminder.supervise-${problem}`, phrases.problem(problem, names));
  if (to.length === 0) throw new RefusalError("reminder.supervise-nobody", phrases.nobody(names));
  return { to, nth: past.length + 1 };
}

/** 督办: a DING or a card to each officer of the district, by the organizer's press. @returns how many get it */
export async function supervise(context: PersonContext, of: Extended): Promise<number> {
  const { to, nth } = await supervisable(context, of);
  const cards: { person: StaffId; cardId?: string }[] = [];
  const { now, outbox } = context;
  const { sendDing } = outbox;
  for (const { staffId } of to) {
    if (sendDing) {
      await sendDing(staffId, dingText(context, of, now), await supervisedView(context, of, now));
      cards.push({ person: staffId });
      continue;
    }
    const card = await context.cards.show(staffId, { kind: SUPERVISION_CARD, subject: subjectOf(of) });
    cards.push({ person: staffId, cardId: card.id });
  }
  await noteSent(context, { message: `${messageOf(of)}${nth}`, kind: "supervise", to: cards });
  return to.length;
}
