import { textView } from "../../../platform/chat/view.ts";
import type { PersonalRef } from "../../../platform/journal/personal-value.ts";
import type { PersonContext } from "../../engine/context.ts";
import type { FileMessage } from "../../engine/dispatch/file-places.ts";
import { hasBeenLeft } from "../../engine/dispatch/step-aside.ts";
import { reviewState } from "../../preliminary-review/dialogue.ts";
import { DIALOGUE as REVIEW, sheetOwner } from "../../preliminary-review/review.ts";
import { isFinalized } from "../../scoring/points.ts";
import { criterionById } from "../../scoring/rubric.ts";
import { sheetOf } from "../../scoring/store.ts";
import { liveCases, usualCase } from "../cases.ts";
import { reasonAsked } from "../extension-points.ts";
import { evidencePhrases as phrases } from "../phrases.ts";
import type { Burst } from "./burst.ts";
import { closedRow } from "./closed-row.ts";
import { burstsMeant } from "./meant.ts";
import { placeBurst } from "./place-burst.ts";
import { burstsOf } from "./store.ts";
import { BURST_CARD } from "./views.ts";

/**
 * A row that was said without a file: it answers the question about files that wait, or holds for those that are being
 * sent. With neither it is for the files to come, unless another question is open; with the case's name also then.
 */
export async function answerRow(
  context: PersonContext,
  { row, caseId, label, all = false }: { row?: string; caseId?: string; label?: PersonalRef; all?: boolean },
  received: FileMessage["received"],
): Promise<true | undefined> {
  const { tx, campaign, person } = context;
  if (row === undefined) return undefined;
  const owner = { campaignId: campaign.id, person: person.staffId };
  const waiting = await burstsOf(tx, owner, ["collecting", "asking", "moving"]);
  const asked = waiting.filter(({ state }) => state !== "collecting");
  if (asked.length > 0 && asked.length === waiting.length) {
    const meant = burstsMeant(asked, { caseId, all, reviewed: await reviewedCase(context) });
    if (!meant) return undefined;
    if ("which" in meant) return askWhich(context, meant.which, row);
    for (const burst of meant.these)
      await placeBurst(context, burst, { row, ...(caseId === undefined ? {} : { caseId }), label });
    return true;
  }
  if (waiting.length === 0 && caseId === undefined && (await isAnswering(context))) return undefined;
  // 雅苑 2-1在筹: a reason, where one is asked for.
  const isSaid = waiting.length === 0 && label !== undefined;
  if (isSaid && (await context.contributions(reasonAsked, { asker: context })).length > 0) return undefined;
  const refused = await closedRow(context, { row, caseId }, 0);
  if (refused) {
    await context.reply(refused);
    return true;
  }
  await tx.evidenceRowSaid.create({
    data: {
      ...{ ...owner, row, caseId: caseId ?? null, message: received.order, saidAt: received.at },
      ...(label ? { label: { ...label } } : {}),
    },
  });
  if (waiting.length > 0) return true;
  const live = await liveCases(context);
  const application = live.find(({ id }) => id === caseId) ?? (await usualCase(context, live));
  const criterion = criterionById(campaign.definition.rubric, row);
  if (!criterion) return undefined;
  await context.reply(textView(phrases.sendTitle(criterion), phrases.send(criterion, application?.compoundName)));
  return true;
}

/** Files that were sent at different times: nothing is filed before it is said which. */
async function askWhich(context: PersonContext, bursts: readonly Burst[], row: string): Promise<true> {
  await context.reply(phrases.whichFiles(bursts.length, row));
  for (const { id } of bursts) await context.cards.show(context.person.staffId, { kind: BURST_CARD, subject: id });
  return true;
}

/** The case whose 初评 is open and not final. */
async function reviewedCase(context: PersonContext): Promise<string | undefined> {
  const open = await context.dialogue.current();
  if (open?.kind !== REVIEW || !(await isAnswering(context))) return undefined;
  return reviewState.safeParse(open.state).data?.applicationId;
}

/** Whether the person is answering another question: a row may then be where to go on, or a clause. */
export async function isAnswering(context: PersonContext): Promise<boolean> {
  const open = await context.dialogue.current();
  if (!open || hasBeenLeft(open, context.now)) return false;
  const review = open.kind === REVIEW ? reviewState.safeParse(open.state) : undefined;
  if (!review?.success) return true;
  const sheet = await sheetOf(context.tx, sheetOwner(review.data.applicationId));
  return sheet === undefined || !isFinalized(sheet);
}
