import { type CivilDate, dayOf } from "../../shared/civil-date.ts";
import { RefusalError } from "../../shared/refusal-error.ts";
import { ownDistricts } from "../application/work-district.ts";
import { deliverableById } from "../definition/deadlines.ts";
import { districtName } from "../definition/districts.ts";
import { dayWordsIn } from "../definition/wording.ts";
import { membersWhoMay } from "../directory/member.ts";
import type { Context, PersonContext } from "../engine/context.ts";
import { responsibleIn } from "../engine/on-behalf.ts";
import { expectedDistrictsOf } from "../ranking/store.ts";
import { districtsWith, endedOf } from "../stage/extension-points.ts";
import { extensionChanged } from "./events.ts";
import {
  APPROVER_CARD,
  CITY_CARD,
  type DeadlineExtension,
  type Extended,
  type ExtensionState,
  subjectOf,
} from "./extension.ts";
import { extensionPhrases as phrases } from "./phrases.ts";
import { deadlineFor, extendable, latestDay, needsApprover, problemWith } from "./rules.ts";
import { extensionsOf, extensionTable, isOpen } from "./store.ts";

export interface Wish extends Extended {
  until: CivilDate;
  reason: string;
}

/**
 * 申请延期, by the district: it waits for the organizer and takes the place of an earlier request that waits.
 * @throws {RefusalError} if the day cannot be granted, it is in, nothing more is accepted, or there is no reason
 */
export async function askExtension(context: PersonContext, wish: Wish): Promise<void> {
  await requirePossible(context, wish, { isAsked: false });
  await record(context, wish, "asked");
  for (const { staffId } of membersWhoMay(context.campaign.definition, context.people, "extension.grant")) {
    await context.cards.show(staffId, { kind: CITY_CARD, subject: subjectOf(wish) });
  }
}

/**
 * An extension that the organizer gives without having been asked.
 * @returns what it is: granted, or proposed to the approver
 * @throws {RefusalError} as {@link askExtension}
 */
export async function giveExtension(context: PersonContext, wish: Wish): Promise<"granted" | "proposed"> {
  await requirePossible(context, wish, { isAsked: false });
  const state = needsApprover(deadlineFor(context, wish)) ? "proposed" : "granted";
  await record(context, wish, state);
  if (state === "proposed") await askApprovers(context, wish);
  return state;
}

export async function askApprovers(context: Context, wish: Extended): Promise<void> {
  for (const { staffId } of membersWhoMay(context.campaign.definition, context.people, "ruling.answer")) {
    await context.cards.show(staffId, { kind: APPROVER_CARD, subject: subjectOf(wish) });
  }
}

/** Why the district's day cannot be extended (any more), in a sentence; undefined: it can. */
export async function whyNot(
  context: Context,
  of: Extended,
  { isAsked }: { isAsked: boolean },
): Promise<{ code: string; sentence: string } | undefined> {
  const { tx, campaign, now } = context;
  const deliverable = deliverableById(campaign.definition, of.deliverable);
  const { id, name } = deliverable;
  const district = districtName(campaign.definition, of.district);
  if (!extendable(campaign, of.district, context).some((one) => one.id === id))
    return { code: "not-dated", sentence: phrases.notDated(district, name) };
  if ((await districtsWith(context, id)).has(of.district))
    return { code: "is-in", sentence: phrases.isIn(district, name) };
  if (deliverable.purpose === "list" && (await expectedDistrictsOf(tx, campaign.id)).released.includes(of.district))
    return { code: "released", sentence: phrases.released(district, name) };
  if ((await endedOf(context)).has(id)) return { code: "ended", sentence: phrases.ended(name) };
  const { hardClosesAt, statedOn } = deadlineFor(context, of);
  if (isAsked || now < hardClosesAt) return undefined;
  return { code: "closed", sentence: phrases.closed(name, dayWordsIn(campaign.definition, statedOn)) };
}

/** Subjects of what the person's districts can put off no more. */
export async function closedFor(context: PersonContext, asked: { isAsked: boolean }): Promise<ReadonlySet<string>> {
  const all = ownDistricts(context).flatMap((district) =>
    extendable(context.campaign, district, context).map(({ id: deliverable }) => ({ district, deliverable })),
  );
  const whys = await Promise.all(all.map((of) => whyNot(context, of, asked)));
  return new Set(all.filter((_, at) => whys[at] !== undefined).map(subjectOf));
}

/**
 * @param isAsked it was asked for before the day was over: then only the new day has to be still to come
 * @throws {RefusalError} if the extension is not possible (any more)
 */
export async function requirePossible(
  context: PersonContext,
  wish: Wish | DeadlineExtension,
  { isAsked }: { isAsked: boolean },
): Promise<void> {
  const { campaign, rulings, now } = context;
  const { definition } = campaign;
  const closed = await whyNot(context, wish, { isAsked });
  if (closed) throw new RefusalError(`extension.${closed.code}`, closed.sentence);
  const deliverable = deliverableById(definition, wish.deliverable);
  const deadline = deadlineFor(context, wish);
  const latest = latestDay(campaign, deliverable, rulings);
  const problem = problemWith(campaign, wish.until, { statedOn: deadline.statedOn, latest, now });
  if (problem !== undefined) {
    const day = (date: CivilDate): string => dayWordsIn(definition, date);
    const sentence = phrases.problem(problem, {
      ...{ name: deliverable.name, until: day(wish.until), stated: day(deadline.statedOn), latest: day(latest) },
      today: day(dayOf(now)),
    });
    const { reason } = wish;
    const nearer =
      problem === "beyond" && typeof reason === "string" && reason !== ""
        ? { asks: { typed: [phrases.typed(deliverable.name, day(latest), reason)] } }
        : {};
    throw new RefusalError(`extension.${problem}`, sentence, nearer);
  }
  if (wish.reason === "") throw new RefusalError("extension.no-reason", phrases.noReason(), { lacks: "text" });
}

async function record(context: PersonContext, wish: Wish, state: ExtensionState): Promise<void> {
  const { tx, campaign, now, person, personal } = context;
  const { deliverable, district, until } = wish;
  const known = await extensionsOf(tx, campaign.id, { deliverable, district });
  const number = known.reduce((most, one) => Math.max(most, one.number), 0) + 1;
  const waiting = known.filter(isOpen).map((one) => one.number);
  const of = { campaign_id: campaign.id, district, deliverable };
  const rows = [...waiting, number].map((one) => extensionTable.row({ ...of, number: one }));
  const isByCity = state !== "asked";
  await context.withJournal({ action: `extension.${isByCity ? "given" : "asked"}`, rows }, async () => {
    await tx.deadlineExtension.updateMany({
      where: { campaignId: campaign.id, district, deliverable, number: { in: waiting } },
      data: { state: "replaced" },
    });
    await tx.deadlineExtension.create({
      data: {
        ...{ campaignId: campaign.id, district, deliverable, number, until, state },
        ...{ reason: { ...(await personal.store(wish.reason)) } },
        ...{ askedBy: person.staffId, askedAt: now, responsible: responsibleIn(context) },
        ...(isByCity ? { decidedBy: person.staffId, decidedAt: now } : {}),
      },
    });
  });
  context.emit(extensionChanged, { deliverable, district });
}
