import type { CivilDate } from "../../shared/civil-date.ts";
import { RefusalError } from "../../shared/refusal-error.ts";
import type { Authority } from "../authority/authority.ts";
import { decisionsChanged } from "../authority/events.ts";
import type { RecordedDecision } from "../authority/extension-points.ts";
import { deliverableById } from "../definition/deadlines.ts";
import { districtName } from "../definition/districts.ts";
import { extensionKey } from "../definition/running-campaign.ts";
import { districtOfficers, membersWhoMay } from "../directory/member.ts";
import type { Context, PersonContext } from "../engine/context.ts";
import { campaignTable } from "../engine/start/start-campaign.ts";
import { deadlinesMoved } from "../stage/events.ts";
import { askApprovers, requirePossible } from "./ask.ts";
import { extensionChanged } from "./events.ts";
import {
  CITY_CARD,
  type DeadlineExtension,
  type Extended,
  type ExtensionState,
  OWN_CARD,
  subjectOf,
} from "./extension.ts";
import { extensionPhrases as phrases } from "./phrases.ts";
import { deadlineFor, needsApprover } from "./rules.ts";
import { extensionsOf, extensionTable } from "./store.ts";
import { namesOf } from "./views.ts";

/**
 * 准予延期, by the organizer: granted at once, or proposed to the approver where the day is one of the plan.
 * @throws {RefusalError} if none waits, it is in by now, or the asked day is over
 */
export async function grantExtension(
  context: PersonContext,
  of: Extended,
  opinion: string,
): Promise<"granted" | "proposed"> {
  const waiting = await waitingFor(context, of, "asked");
  await requirePossible(context, waiting, { isAsked: true });
  const state = needsApprover(deadlineFor(context, of)) ? "proposed" : "granted";
  await decide(context, waiting, { state, opinion });
  if (state === "proposed") await askApprovers(context, of);
  else await tellDistrict(context, of);
  return state;
}

/** 同意延期, by the approver, with what it rests on. @throws {RefusalError} as {@link grantExtension} */
export async function approveExtension(
  context: PersonContext,
  of: Extended,
  { authority, opinion }: { authority: Authority | undefined; opinion: string },
): Promise<void> {
  const waiting = await waitingFor(context, of, "proposed");
  await requirePossible(context, waiting, { isAsked: true });
  await decide(context, waiting, { state: "granted", opinion, authority });
  context.emit(decisionsChanged, {});
  await tellAll(context, of);
}

/** 不予延期 by the organizer, 不同意延期 by the approver: the day stays. @throws {RefusalError} if none waits */
export async function declineExtension(
  context: PersonContext,
  of: Extended,
  { waits, opinion }: { waits: "asked" | "proposed"; opinion: string },
): Promise<void> {
  await decide(context, await waitingFor(context, of, waits), { state: "declined", opinion });
  await tellAll(context, of);
}

/** @throws {RefusalError} if none waits for it; the sentence says what became of the last */
async function waitingFor(
  { tx, campaign }: PersonContext,
  of: Extended,
  waits: "asked" | "proposed",
): Promise<DeadlineExtension> {
  const all = await extensionsOf(tx, campaign.id, of);
  const waiting = all.findLast(({ state }) => state === waits);
  if (waiting) return waiting;
  const names = {
    district: districtName(campaign.definition, of.district),
    name: deliverableById(campaign.definition, of.deliverable).name,
  };
  throw new RefusalError("extension.none-waits", phrases.noneWaits(names, all.at(-1)?.state));
}

async function decide(
  context: PersonContext,
  { deliverable, district, number, until, state: was }: DeadlineExtension,
  { state, opinion, authority }: { state: ExtensionState; opinion: string; authority?: Authority | undefined },
): Promise<void> {
  const { tx, campaign, now, person, personal } = context;
  const rows = [extensionTable.row({ campaign_id: campaign.id, district, deliverable, number })];
  const words = opinion === "" ? undefined : { ...(await personal.store(opinion)) };
  const decided =
    was === "proposed"
      ? {
          ...{ approvedBy: person.staffId, approvedAt: now, ...(words ? { approvalOpinion: words } : {}) },
          ...(authority ? { authority: { ...authority } } : {}),
        }
      : { decidedBy: person.staffId, decidedAt: now, ...(words ? { opinion: words } : {}) };
  await context.withJournal({ action: `extension.${state}`, rows }, async () => {
    await tx.deadlineExtension.update({
      where: { campaignId_district_deliverable_number: { campaignId: campaign.id, district, deliverable, number } },
      data: { state, ...decided },
    });
  });
  if (state === "granted") {
    await putInForce(context);
    await followNewDay(context, { deliverable, district }, until);
  }
  context.emit(extensionChanged, { deliverable, district });
}

/** Consents in force, whose authority can be registered afterwards; of several for one day the last. */
export async function registrable(context: Context): Promise<readonly RecordedDecision[]> {
  const { tx, campaign } = context;
  const granted = (await extensionsOf(tx, campaign.id)).filter(({ state }) => state === "granted");
  const last = new Map(granted.map((one) => [subjectOf(one), one]));
  return [...last.values()].flatMap((one): RecordedDecision[] =>
    one.approvedAt === undefined
      ? []
      : [
          {
            name: phrases.decisionName(namesOf(context, one)),
            authority: one.authority,
            register: (by, known) => registerAuthority(by, one, known),
          },
        ],
  );
}

async function registerAuthority(
  context: PersonContext,
  { deliverable, district, number }: DeadlineExtension,
  authority: Authority,
): Promise<void> {
  const { tx, campaign } = context;
  const rows = [extensionTable.row({ campaign_id: campaign.id, district, deliverable, number })];
  await context.withJournal({ action: "extension.authority-registered", rows }, () =>
    tx.deadlineExtension.update({
      where: { campaignId_district_deliverable_number: { campaignId: campaign.id, district, deliverable, number } },
      data: { authority: { ...authority } },
    }),
  );
  context.emit(extensionChanged, { deliverable, district });
}

/** Every process reads the days again. */
export const putInForce = ({ tx, campaign, withJournal }: PersonContext): Promise<unknown> =>
  withJournal({ action: "extension.in-force", rows: [campaignTable.row({ id: campaign.id })] }, () =>
    tx.campaign.update({ where: { id: campaign.id }, data: { extensionsVersion: { increment: 1 } } }),
  );

/** Moments and cards follow the new day. */
export async function followNewDay(context: PersonContext, of: Extended, until: CivilDate): Promise<void> {
  const { campaign } = context;
  await context.reload();
  const extendedTo = new Map(campaign.extendedTo).set(extensionKey(of.deliverable, of.district), until);
  await context.replan({ campaign: { ...campaign, extendedTo } });
  context.emit(deadlinesMoved, {});
}

/** The district's officers get the answer as a card. */
export async function tellDistrict({ people, cards }: PersonContext, of: Extended): Promise<void> {
  for (const { member } of districtOfficers(people, of.district)) {
    await cards.show(member.staffId, { kind: OWN_CARD, subject: subjectOf(of) });
  }
}

/** Also the organizers, where somebody else decided. */
async function tellAll(context: PersonContext, of: Extended): Promise<void> {
  await tellDistrict(context, of);
  const organizers = membersWhoMay(context.campaign.definition, context.people, "extension.grant");
  for (const { staffId } of organizers.filter((one) => one.staffId !== context.person.staffId)) {
    await context.cards.show(staffId, { kind: CITY_CARD, subject: subjectOf(of) });
  }
}
