import { type CivilDate, dayOf } from "../../shared/civil-date.ts";
import { RefusalError } from "../../shared/refusal-error.ts";
import { membersWhoMay } from "../directory/member.ts";
import type { PersonContext } from "../engine/context.ts";
import { lockCampaign } from "../engine/lock-campaign.ts";
import { CARD } from "./actions.ts";
import { objectionChanged } from "./events.ts";
import { objectionNumbered, textIn } from "./given.ts";
import type { Objection } from "./objection.ts";
import { objectionPhrases as phrases, objectionRefusals as refusals } from "./phrases.ts";
import { objectionTable } from "./store.ts";

/** @throws {RefusalError} if there is none, or the approver has it or has decided */
async function requireUndecided(context: PersonContext, number: number | undefined): Promise<Objection> {
  await lockCampaign(context.tx, context.campaign.id);
  const objection = await objectionNumbered(context, number);
  const { state } = objection;
  if (state === "registered" || state === "assigned" || state === "reported") return objection;
  const sentence = refusals.notOpen(objection.number, phrases.states[state]);
  throw new RefusalError("objection.decided", sentence);
}

/** 交办: who looks into it, and by when. @throws {RefusalError} without a name, or for a day that is over */
export async function assignObjection(
  context: PersonContext,
  asked: number | undefined,
  { handler, handleBy }: { handler: string; handleBy: CivilDate | undefined },
): Promise<Objection> {
  const { tx, campaign } = context;
  const objection = await requireUndecided(context, asked);
  const name = textIn(phrases.fields.handler, handler);
  if (name === "") throw new RefusalError("objection.no-handler", refusals.noHandler());
  if (handleBy !== undefined && handleBy < dayOf(context.now))
    throw new RefusalError("objection.past", refusals.handleByPast());
  const { number } = objection;
  const ref = await context.personal.store(name);
  const rows = [objectionTable.row({ campaign_id: campaign.id, number })];
  const state = objection.state === "reported" ? "reported" : "assigned";
  await context.withJournal({ action: "objection.assigned", rows, whenClosed: true }, () =>
    tx.objection.update({
      where: { campaignId_number: { campaignId: campaign.id, number } },
      data: { state, handler: { ...ref }, handleBy: handleBy ?? null },
    }),
  );
  context.emit(objectionChanged, { number });
  return { ...objection, state, handler: name, handleBy };
}

/** What was found, for the approver to decide on. @throws {RefusalError} without words */
export async function reportObjection(
  context: PersonContext,
  asked: number | undefined,
  typed: string,
): Promise<Objection> {
  const { tx, campaign, now, person, people } = context;
  const objection = await requireUndecided(context, asked);
  const findings = textIn(phrases.fields.findings, typed);
  if (findings === "") throw new RefusalError("objection.no-findings", refusals.noFindings());
  const { number } = objection;
  const ref = await context.personal.store(findings);
  const rows = [objectionTable.row({ campaign_id: campaign.id, number })];
  await context.withJournal({ action: "objection.reported", rows, whenClosed: true }, () =>
    tx.objection.update({
      where: { campaignId_number: { campaignId: campaign.id, number } },
      data: { state: "reported", findings: { ...ref }, reportedBy: person.staffId, reportedAt: now },
    }),
  );
  for (const { staffId } of membersWhoMay(campaign.definition, people, "objection.decide")) {
    await context.cards.show(staffId, { kind: CARD, subject: String(number) });
  }
  context.emit(objectionChanged, { number });
  return { ...objection, state: "reported", findings };
}
