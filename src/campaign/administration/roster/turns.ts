import { addDays, type CivilDate, civilDate, dayOf, momentOf } from "../../../shared/civil-date.ts";
import { type Membership, peopleOn } from "../../directory/member.ts";
import { readMemberships } from "../../directory/store.ts";
import type { Context } from "../../engine/context.ts";
import type { DueKind } from "../../engine/feature.ts";
import { peopleChanged } from "../../engine/people-changed.ts";
import { handOver, type OpenWork } from "./hand-over.ts";
import { rosterPhrases as phrases } from "./phrases.ts";
import { turningDays } from "./rules.ts";
import { losers } from "./store.ts";
import { titles } from "./tell.ts";
import { welcome } from "./welcome.ts";

/** Days on which a leave or a stand-in begins, or the day after their last. */
const days = (memberships: readonly Membership[], since: CivilDate): CivilDate[] =>
  turningDays(
    memberships.filter(({ standsInFor, away }) => standsInFor !== undefined || away !== undefined),
    since,
  ).filter((day) => day > since);

/** At midnight: cards about work that ended say that they are no longer kept up to date. */
export const rosterEnds: DueKind = {
  kind: "roster.ends",
  refreshesOnly: true,
  moments: (campaign, _, memberships = []) =>
    days(memberships, dayOf(campaign.startedAt)).map((day) => ({ key: day, dueAt: momentOf(day) })),
  async fire(context, { key }) {
    const versions = await around(context, civilDate(key));
    for (const staffId of losers(versions, civilDate(key))) await context.cards.refreshAllOf(staffId);
    context.emit(peopleChanged, { staffIds: versions.after.map(({ staffId }) => staffId) });
    return "done";
  },
};

const BEGINS_AT = "08:30";

/** In the morning: who stands in from today on gets the open work of whom they stand in for, and the stage's card. */
export const rosterBegins: DueKind = {
  kind: "roster.begins",
  moments: (campaign, _, memberships = []) =>
    days(memberships, dayOf(campaign.startedAt)).map((day) => ({ key: day, dueAt: momentOf(day, BEGINS_AT) })),
  async fire(context, { key }) {
    const today = civilDate(key);
    if (today !== dayOf(context.now)) return "dayOver";
    const versions = await around(context, today);
    await welcome(context, { ...versions, today }, "showOnce");
    for (const { staffId, standsInFor, from, name } of versions.after) {
      const isLeave = peopleOn(versions.after, today).some((one) => one.staffId === standsInFor && one.away);
      if (standsInFor === undefined || from !== today || !isLeave) continue;
      const people = peopleOn(versions.after, today);
      const work = await handOver(context, { from: standsInFor, to: staffId }, people);
      const principal = versions.after.find((one) => one.staffId === standsInFor)?.name ?? "";
      if (work.length > 0) await tell(context, { staffId, principal, name, work });
    }
    return "done";
  },
};

async function tell(
  { outbox }: Context,
  {
    staffId,
    principal,
    work,
  }: { staffId: Membership["staffId"]; principal: string; name: string; work: readonly OpenWork[] },
): Promise<void> {
  await outbox.say(staffId, {
    ...phrases.told(phrases.taken(principal)),
    body: [
      { kind: "text", text: phrases.taken(principal) },
      { kind: "list", items: titles(work) },
    ],
    actions: work.flatMap(({ action }) => action ?? []).slice(0, 3),
  });
}

/** The roster of the day before, and of the day: the same memberships, seen on either. */
async function around({ tx, campaign }: Context, day: CivilDate) {
  const all = await readMemberships(tx, campaign.id);
  const yesterday = addDays(day, -1);
  const wasInForce = ({ from, until }: Membership) => from <= yesterday && (until === undefined || until >= yesterday);
  // Seen on the day itself: what was in force the day before goes on.
  const before = all.filter(wasInForce).map(({ until: _, ...one }): Membership => one);
  return { before, after: all };
}
