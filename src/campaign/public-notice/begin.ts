import { dayOf } from "../../shared/civil-date.ts";
import { RefusalError } from "../../shared/refusal-error.ts";
import { judgeUnderRulings } from "../application/exclusion/judge.ts";
import { dayWordsIn } from "../definition/wording.ts";
import { groupsOf } from "../directory/groups.ts";
import type { Context, PersonContext } from "../engine/context.ts";
import { lockCampaign } from "../engine/lock-campaign.ts";
import { publicationWaitsChanged } from "../selection/events.ts";
import { noticePeriod } from "../selection/rules.ts";
import type { Selection } from "../selection/selection.ts";
import { noticeChanged } from "./events.ts";
import type { PublicNotice } from "./notice.ts";
import { noticeRefusals as refusals } from "./phrases.ts";
import { type DayProblem, dayProblem } from "./rules.ts";
import { noticeable, noticeRuling } from "./standing.ts";
import { noticeOf, noticesOf, publicNoticeTable } from "./store.ts";

/** Card of the campaign group with the list that is shown to the public; subject: number of the notice. */
export const POSTED_CARD = "public-notice.posted";

/** What a person sets. */
export type NoticeTerms = Pick<PublicNotice, "beginsOn" | "endsOn" | "contact">;

/** @throws {RefusalError} if the days cannot be those of a notice of the version */
export function requireDays(context: Context, selection: Pick<Selection, "decidedAt">, terms: NoticeTerms): void {
  const { campaign, rulings, now } = context;
  const period = noticePeriod(campaign.definition, rulings);
  const today = dayOf(now);
  const approvedOn = selection.decidedAt ? dayOf(selection.decidedAt) : today;
  const problem = dayProblem(terms, { period, calendar: campaign.calendar, approvedOn, today });
  if (problem) throw new RefusalError(`public-notice.${problem.kind}`, problemWords(context, problem, terms));
}

function problemWords(context: Context, problem: DayProblem, { beginsOn }: NoticeTerms): string {
  const { definition } = context.campaign;
  switch (problem.kind) {
    case "reversed":
      return refusals.reversed();
    case "past":
      return refusals.past();
    case "beforeApproval":
      return refusals.beforeApproval(dayWordsIn(definition, problem.approvedOn));
    case "short": {
      const period = noticePeriod(definition, context.rulings);
      const [from, last] = [dayWordsIn(definition, beginsOn), dayWordsIn(definition, problem.last)];
      return refusals.short(noticeRuling(context), period, from, last);
    }
  }
}

/**
 * Begins 公示 of the approved version, everything checked again; the list goes to the campaign group on its first day.
 *
 * @param version of the preview
 * @throws {RefusalError} if something stands against it, the days do not do, or it has begun already
 */
export async function beginNotice(
  context: PersonContext,
  { version, terms }: { version: number; terms: NoticeTerms },
): Promise<PublicNotice> {
  const { tx, campaign, now, person } = context;
  await lockCampaign(tx, campaign.id);
  await judgeUnderRulings(context);
  const selection = await noticeable(context);
  if (selection.version !== version) throw new RefusalError("public-notice.changed", refusals.changed());
  const begun = await noticeOf(context, version);
  if (begun) {
    const [from, to] = [begun.beginsOn, begun.endsOn].map((day) => dayWordsIn(campaign.definition, day));
    throw new RefusalError("public-notice.already", refusals.already(from ?? "", to ?? ""));
  }
  requireDays(context, selection, terms);
  const { beginsOn, endsOn, contact } = terms;
  const number = ((await noticesOf(context)).at(-1)?.number ?? 0) + 1;
  const stored = await context.personal.store(JSON.stringify(contact));
  const rows = [publicNoticeTable.row({ campaign_id: campaign.id, number })];
  await context.withJournal({ action: "public-notice.begun", rows }, () =>
    tx.publicNotice.create({
      data: {
        ...{ campaignId: campaign.id, number, version, beginsOn, endsOn, contact: { ...stored } },
        ...{ begunBy: person.staffId, begunAt: now },
      },
    }),
  );
  if (beginsOn <= dayOf(now)) await post(context, number);
  context.emit(noticeChanged, { number, version });
  context.emit(publicationWaitsChanged, {});
  return { number, version, beginsOn, endsOn, contact, page: undefined, begunBy: person.staffId, begunAt: now };
}

/** Shows the list to the campaign group, once. */
export async function post({ tx, campaign, cards }: Context, number: number): Promise<void> {
  for (const group of await groupsOf(tx, campaign.id, "campaign")) {
    await cards.showOnce(group, { kind: POSTED_CARD, subject: String(number) });
  }
}
