import type { CivilDate } from "../../shared/civil-date.ts";
import { dayOf } from "../../shared/civil-date.ts";
import { RefusalError } from "../../shared/refusal-error.ts";
import { type Application, takesPart } from "../application/application.ts";
import { isReported } from "../application/opinions/visible.ts";
import { lockApplication } from "../application/store.ts";
import type { PersonContext } from "../engine/context.ts";
import { lockCampaign } from "../engine/lock-campaign.ts";
import { listHoldChanged } from "../recommendation/events.ts";
import { visitsChanged } from "./events.ts";
import { approvedTeam } from "./names.ts";
import { visitRefusals as refusals } from "./phrases.ts";
import { siteVisitTable, visitsInForce, visitsOf } from "./store.ts";
import { isKnownToDistrict, type SiteVisit } from "./visit.ts";

/** What is arranged for some sites; what is left out stays as it is. */
export interface Arrangement {
  caseIds: readonly string[];
  /** Left out: the visits keep their days. */
  day?: CivilDate | undefined;
  car?: number | undefined;
  escort?: string | undefined;
  unannounced?: boolean | undefined;
}

/** A visit before and after. */
export interface VisitChange {
  application: Application;
  before: SiteVisit | undefined;
  after: SiteVisit | undefined;
}

/**
 * 核验安排. Another day is another visit, and the former one is cancelled; the rest is changed on the visit. A site that was
 * visited already gets a further visit. All of it, or nothing.
 * @param options `afterwards`: it was visited on a day that is over
 * @throws {RefusalError} without an approved team, for a day that is over, a site without a day, or one that takes no part
 */
export async function arrangeVisits(
  context: PersonContext,
  arrangements: readonly Arrangement[],
  { afterwards = false }: { afterwards?: boolean } = {},
): Promise<VisitChange[]> {
  const { tx, campaign, now } = context;
  await lockCampaign(tx, campaign.id);
  await approvedTeam(context);
  const changes: VisitChange[] = [];
  for (const arrangement of arrangements) {
    if (!afterwards && arrangement.day !== undefined && arrangement.day < dayOf(now)) {
      throw new RefusalError("site-visit.day-over", refusals.dayOver(arrangement.day));
    }
    for (const caseId of arrangement.caseIds) {
      const application = await visitable(context, caseId);
      const before = (await visitsInForce(tx, campaign.id)).get(caseId);
      await arrange(context, application, { arrangement, before });
      changes.push({ application, before, after: (await visitsInForce(tx, campaign.id)).get(caseId) });
    }
  }
  visitsFollow(context, changes);
  return changes;
}

/** Tells the other parts; whether a district's list is held hangs on the visits that the district knows of. */
export function visitsFollow({ emit }: Pick<PersonContext, "emit">, changes: readonly VisitChange[]): void {
  emit(visitsChanged, { caseIds: changes.map(({ application }) => application.id) });
  const known = changes.filter(({ before, after }) =>
    [before, after].some((visit) => visit && isKnownToDistrict(visit)),
  );
  for (const district of new Set(known.map(({ application }) => application.district))) {
    emit(listHoldChanged, { district });
  }
}

/** @throws {RefusalError} if the case was withdrawn, is excluded, or not reported */
export async function visitable(context: PersonContext, caseId: string): Promise<Application> {
  const application = await lockApplication(context.tx, caseId);
  if (!application || !(takesPart(application) && (await isReported(context, caseId)))) {
    const { compoundName = "", state = "withdrawn" } = application ?? {};
    throw new RefusalError("site-visit.gone", refusals.gone(compoundName, state));
  }
  return application;
}

async function arrange(
  context: PersonContext,
  { id, compoundName }: Application,
  { arrangement, before }: { arrangement: Arrangement; before: SiteVisit | undefined },
): Promise<void> {
  const open = before?.state === "arranged" ? before : undefined;
  const day = arrangement.day ?? open?.day;
  if (day === undefined) throw new RefusalError("site-visit.no-day", refusals.noDay(compoundName));
  if (open?.day === day) return change(context, open, arrangement);
  if (open) await endVisit(context, open, "cancelled");
  await create(context, id, { ...arrangement, day, from: open });
}

async function create(
  context: PersonContext,
  caseId: string,
  { day, from, ...wanted }: Omit<Arrangement, "caseIds"> & { day: CivilDate; from: SiteVisit | undefined },
): Promise<void> {
  const { tx, campaign, now, person } = context;
  const all = await visitsOf(tx, campaign.id);
  const number = Math.max(0, ...all.filter((one) => one.caseId === caseId).map((one) => one.number)) + 1;
  const car = wanted.car ?? null;
  const escort = wanted.escort === undefined ? from?.escort : await context.personal.store(wanted.escort);
  const rows = [siteVisitTable.row({ case_id: caseId, number })];
  await context.withJournal({ action: "site-visit.arranged", rows, caseId }, () =>
    tx.siteVisit.create({
      data: {
        ...{ caseId, number, campaignId: campaign.id, day, car, position: nextPosition(all, day, car) },
        ...{ unannounced: wanted.unannounced ?? from?.unannounced ?? false, state: "arranged" },
        ...(escort ? { escort: { ...escort } } : {}),
        ...{ arrangedAt: now, arrangedBy: person.staffId },
      },
    }),
  );
}

async function change(context: PersonContext, visit: SiteVisit, wanted: Arrangement): Promise<void> {
  const { tx, campaign } = context;
  const { caseId, number } = visit;
  const movesCar = wanted.car !== undefined && wanted.car !== visit.car;
  const escort = wanted.escort === undefined ? undefined : await context.personal.store(wanted.escort);
  const isOther = wanted.unannounced !== undefined && wanted.unannounced !== visit.unannounced;
  if (!movesCar && !escort && !isOther) return;
  const all = movesCar ? await visitsOf(tx, campaign.id) : [];
  const rows = [siteVisitTable.row({ case_id: caseId, number })];
  await context.withJournal({ action: "site-visit.changed", rows, caseId }, () =>
    tx.siteVisit.update({
      where: { caseId_number: { caseId, number } },
      data: {
        ...(movesCar ? { car: wanted.car ?? null, position: nextPosition(all, visit.day, wanted.car ?? null) } : {}),
        ...(escort ? { escort: { ...escort } } : {}),
        ...(isOther ? { unannounced: wanted.unannounced ?? false } : {}),
      },
    }),
  );
}

const nextPosition = (all: readonly SiteVisit[], day: CivilDate, car: number | null): number =>
  Math.max(
    0,
    ...all
      .filter((one) => one.state !== "cancelled" && one.day === day && (one.car ?? null) === car)
      .map(({ position }) => position),
  ) + 1;

/** Ends an arranged visit. @param day of the visit, where it is not the arranged one */
export async function endVisit(
  context: Pick<PersonContext, "tx" | "now" | "actor" | "withJournal">,
  { caseId, number }: Pick<SiteVisit, "caseId" | "number">,
  state: "cancelled" | "made",
  day?: CivilDate,
): Promise<void> {
  const { tx, now, actor } = context;
  const rows = [siteVisitTable.row({ case_id: caseId, number })];
  await context.withJournal({ action: `site-visit.${state}`, rows, caseId }, () =>
    tx.siteVisit.update({
      where: { caseId_number: { caseId, number } },
      data: { state, endedAt: now, endedBy: actor, ...(day === undefined ? {} : { day }) },
    }),
  );
}
