import { RefusalError } from "../../shared/refusal-error.ts";
import type { Authority } from "../authority/authority.ts";
import { decisionsChanged } from "../authority/events.ts";
import type { RecordedDecision } from "../authority/extension-points.ts";
import { membersWhoMay } from "../directory/member.ts";
import { nounsOf } from "../directory/nouns.ts";
import type { Context, PersonContext } from "../engine/context.ts";
import { lockCampaign } from "../engine/lock-campaign.ts";
import { publicationWaitsChanged } from "../selection/events.ts";
import { judgeAgain } from "../selection/reopen.ts";
import { CARD } from "./actions.ts";
import { objectionChanged } from "./events.ts";
import { objectionNumbered, textIn } from "./given.ts";
import { type Effect, isDecided, type Objection, type Verdict } from "./objection.ts";
import { objectionPhrases as phrases, objectionRefusals as refusals } from "./phrases.ts";
import { decisionProblem } from "./rules.ts";
import { objectionsOf, objectionTable } from "./store.ts";

export interface ObjectionDecision {
  verdict: Verdict | undefined;
  effect: Effect | undefined;
  reason: string;
  authority?: Authority | undefined;
}

/**
 * Decides on an objection. One that takes a case off asks for a new approval of what holds the case; after 公布 the cards
 * of the city name it.
 * @throws {RefusalError} if it is not there to be decided, without a reason, or by who recorded it
 */
export async function decideObjection(
  context: PersonContext,
  asked: number | undefined,
  { verdict, effect, reason: typed, authority }: ObjectionDecision,
): Promise<Objection> {
  const { tx, campaign, now, person, people } = context;
  await lockCampaign(tx, campaign.id);
  const objection = await objectionNumbered(context, asked);
  const { number } = objection;
  if (!verdict) throw new RefusalError("objection.no-verdict", refusals.noVerdict());
  requireReady(context, objection, verdict);
  const kept = verdict === "upheld" ? effect : undefined;
  const problem = decisionProblem(objection, { verdict, effect: kept, by: person.staffId });
  if (problem) throw new RefusalError(`objection.${problem}`, refusals.problems[problem]);
  const reason = textIn(phrases.fields.reason, typed);
  if (reason === "") throw new RefusalError("objection.no-reason", refusals.noReason());
  const ref = await context.personal.store(reason);
  const rows = [objectionTable.row({ campaign_id: campaign.id, number })];
  await context.withJournal({ action: `objection.${verdict}`, rows, whenClosed: true }, () =>
    tx.objection.update({
      where: { campaignId_number: { campaignId: campaign.id, number } },
      data: {
        ...{ state: verdict, effect: kept ?? null, reason: { ...ref } },
        ...{ decidedBy: person.staffId, decidedAt: now },
        ...(authority ? { authority: { ...authority } } : {}),
      },
    }),
  );
  for (const { staffId } of membersWhoMay(campaign.definition, people, "objection.handle")) {
    await context.cards.show(staffId, { kind: CARD, subject: String(number) });
  }
  // After the campaign's end nothing is proposed anew before it is reopened: the cards of the list name what was decided.
  if (kept === "removed" && !campaign.closedAt) await judgeAgain(context);
  context.emit(objectionChanged, { number });
  context.emit(publicationWaitsChanged, {});
  context.emit(decisionsChanged, {});
  return { ...objection, state: verdict, effect: kept, reason };
}

/** What does not belong here at all can be turned away before anybody has looked into it. */
function requireReady({ campaign }: Context, objection: Objection, verdict: Verdict): void {
  const { number, state } = objection;
  if (isDecided(objection))
    throw new RefusalError("objection.already-decided", refusals.alreadyDecided(number, phrases.states[state]));
  if (state !== "reported" && verdict !== "notAccepted")
    throw new RefusalError("objection.not-reported", refusals.notReported(number, nounsOf(campaign.definition)));
}

/** Decisions whose authority can be registered afterwards. */
export async function registrable(context: Context): Promise<readonly RecordedDecision[]> {
  return (await objectionsOf(context)).filter(isDecided).map(({ number, authority }) => ({
    name: phrases.decisionName(number),
    authority,
    async register(by: PersonContext, known: Authority) {
      const { tx, campaign } = by;
      const rows = [objectionTable.row({ campaign_id: campaign.id, number })];
      await by.withJournal({ action: "objection.authority-registered", rows, whenClosed: true }, () =>
        tx.objection.update({
          where: { campaignId_number: { campaignId: campaign.id, number } },
          data: { authority: { ...known } },
        }),
      );
      by.emit(objectionChanged, { number });
    },
  }));
}
