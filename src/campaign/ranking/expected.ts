import { RefusalError } from "../../shared/refusal-error.ts";
import type { Authority } from "../authority/authority.ts";
import type { RecordedDecision } from "../authority/extension-points.ts";
import type { besideIn } from "../authority/form.ts";
import { membersWhoMay } from "../directory/member.ts";
import { nounsOf } from "../directory/nouns.ts";
import type { Context, PersonContext } from "../engine/context.ts";
import { expectable } from "./awaited-lists.ts";
import { expectedDistrictsNamed } from "./events.ts";
import { expectedPhrases as phrases } from "./phrases.ts";
import { type ExpectedDistricts, expectedDistrictsOf, expectedDistrictsTable } from "./store.ts";

/** Card for the approver. */
export const EXPECTED_CARD = "ranking.expected";
export const EXPECTED_SUBJECT = "proposal";

/**
 * 应报地区, by the organizer. A proposal: every counted district stays expected until the approver has confirmed it.
 * @returns whether there is something to confirm; false: it is what holds already, and an open proposal is withdrawn
 */
export async function proposeExpected(context: PersonContext, districts: readonly string[]): Promise<boolean> {
  const { tx, campaign, now, person } = context;
  const current = await expectedDistrictsOf(tx, campaign.id);
  const holds = expectable(context).every(({ id }) => districts.includes(id) !== current.released.includes(id));
  await journaled(context, "ranking.expected-named", async () => {
    const proposal = { districts: [...districts], namedBy: person.staffId, namedAt: now };
    await tx.expectedDistricts.upsert({
      where: { campaignId: campaign.id },
      create: { campaignId: campaign.id, ...proposal, ...(holds ? { decidedAt: now } : {}) },
      update: { ...proposal, decidedAt: holds ? now : null },
    });
  });
  if (holds) return false;
  for (const { staffId } of membersWhoMay(campaign.definition, context.people, "publication.approve")) {
    await context.cards.show(staffId, { kind: EXPECTED_CARD, subject: EXPECTED_SUBJECT });
  }
  return true;
}

/** What is said beside the decision. */
type Beside = ReturnType<typeof besideIn>;

/** Takes out the districts that the proposal leaves out. @throws {RefusalError} if nothing waits for a decision */
export async function confirmExpected(context: PersonContext, beside: Beside): Promise<void> {
  const proposal = await openProposal(context);
  const released = expectable(context)
    .map(({ id }) => id)
    .filter((id) => !proposal.proposed.includes(id));
  await decide(context, proposal, { released, ...beside });
}

/** Leaves all as it was. @throws {RefusalError} if nothing waits for a decision */
export const declineExpected = async (context: PersonContext, beside: Beside): Promise<void> =>
  decide(context, await openProposal(context), beside);

async function openProposal({ tx, campaign }: PersonContext): Promise<ExpectedDistricts> {
  const proposal = await expectedDistrictsOf(tx, campaign.id);
  if (proposal.isOpen) return proposal;
  throw new RefusalError("ranking.nothing-proposed", phrases.nothingProposed(nounsOf(campaign.definition)));
}

async function decide(
  context: PersonContext,
  { namedBy }: ExpectedDistricts,
  { released, opinion = "", authority }: Beside & { released?: readonly string[] },
): Promise<void> {
  const { tx, campaign, now, person, personal } = context;
  const action = released ? "ranking.expected-confirmed" : "ranking.expected-declined";
  await journaled(context, action, async () => {
    const words = opinion === "" ? {} : { opinion: { ...(await personal.store(opinion)) } };
    const data = {
      ...(released ? { released: [...released] } : {}),
      ...words,
      ...(released ? { authority: { ...authority } } : {}),
      decidedBy: person.staffId,
      decidedAt: now,
    };
    await tx.expectedDistricts.update({ where: { campaignId: campaign.id }, data });
  });
  const nouns = nounsOf(campaign.definition);
  if (namedBy !== undefined)
    await context.outbox.say(namedBy, phrases.decidedView(released !== undefined, opinion, nouns));
}

async function journaled(context: PersonContext, action: string, work: () => Promise<void>): Promise<void> {
  const rows = [expectedDistrictsTable.row({ campaign_id: context.campaign.id })];
  await context.withJournal({ action, rows }, work);
  context.emit(expectedDistrictsNamed, {});
}

/** The decision in force, whose authority can be registered afterwards. */
export async function registrable({ tx, campaign }: Context): Promise<readonly RecordedDecision[]> {
  const { isDecided, isOpen, released, authority } = await expectedDistrictsOf(tx, campaign.id);
  if (!isDecided || isOpen || released.length === 0) return [];
  const name = phrases.word(nounsOf(campaign.definition));
  return [{ name, authority, register: (context, known) => registerAuthority(context, known) }];
}

async function registerAuthority(context: PersonContext, authority: Authority): Promise<void> {
  const { tx, campaign } = context;
  await journaled(context, "ranking.expected-authority-registered", async () => {
    const data = { authority: { ...authority } };
    await tx.expectedDistricts.update({ where: { campaignId: campaign.id }, data });
  });
}
