import { textView } from "../../../platform/chat/view.ts";
import { RefusalError } from "../../../shared/refusal-error.ts";
import { districtName } from "../../definition/districts.ts";
import { membersWith } from "../../directory/member.ts";
import type { PersonContext } from "../../engine/context.ts";
import type { Application } from "../application.ts";
import { applicationPhrases } from "../phrases.ts";
import { lockApplication } from "../store.ts";
import { tell } from "../tell.ts";
import { opinionsChanged } from "./events.ts";
import { opinionPhrases as phrases, opinionRefusals as refusals } from "./phrases.ts";
import { lastChanged, type OpinionFacts } from "./rules.ts";
import { opinionFacts } from "./standing.ts";
import { revisionSlipTable } from "./store.ts";
import { isReported, requireRecorder } from "./visible.ts";

/**
 * 更正笔误: what the last submission changed was a slip, so that opinions given before stand. The city is told of it where
 * the case is on a reported list; it stands on the card of the opinions in any case.
 * @returns labels of the fields
 * @throws {RefusalError} if the last submission changed nothing that opinions rest on
 */
export async function markSlip(context: PersonContext, application: Application): Promise<string[]> {
  const { tx, now, person, campaign, people } = context;
  const {
    application: { revision },
    slips,
    changed,
  } = await lastSubmission(context, application);
  if (changed.length === 0) throw new RefusalError("application.nothing-changed", refusals.nothingChanged());
  if (slips.has(revision)) throw new RefusalError("application.already-slip", refusals.alreadySlip());
  const { id: caseId, district, compoundName } = application;
  const rows = [revisionSlipTable.row({ case_id: caseId, revision })];
  await context.withJournal({ action: "application.slip-marked", rows, caseId }, () =>
    tx.revisionSlip.create({
      data: { caseId, revision, campaignId: campaign.id, markedBy: person.staffId, markedAt: now },
    }),
  );
  if (await isReported(context, caseId)) {
    const title = phrases.toldSlipTitle(districtName(campaign.definition, district), compoundName);
    const organizers = membersWith(people, "organizer").map(({ staffId }) => staffId);
    await tell(context, organizers, textView(title, phrases.toldSlip(person.name, changed), { tone: "near" }));
  }
  context.emit(opinionsChanged, { id: caseId, district });
  return changed;
}

/** Takes 更正笔误 back. @throws {RefusalError} if the last submission is not marked */
export async function unmarkSlip(context: PersonContext, application: Application): Promise<void> {
  const { tx } = context;
  const {
    application: { revision },
    slips,
  } = await lastSubmission(context, application);
  if (!slips.has(revision)) throw new RefusalError("application.not-slip", refusals.notSlip());
  const { id: caseId, district } = application;
  const rows = [revisionSlipTable.row({ case_id: caseId, revision })];
  await context.withJournal({ action: "application.slip-removed", rows, caseId }, () =>
    tx.revisionSlip.delete({ where: { caseId_revision: { caseId, revision } } }),
  );
  context.emit(opinionsChanged, { id: caseId, district });
}

async function lastSubmission(
  context: PersonContext,
  { id }: Application,
): Promise<OpinionFacts & { changed: string[] }> {
  const application = await lockApplication(context.tx, id);
  if (!application) throw new RefusalError("application.unknown", applicationPhrases.noSuch());
  requireRecorder(context, application);
  const facts = (await opinionFacts(context, [application])).get(id);
  if (!facts) throw new Error(`no opinions are collected on ${id}`);
  return { ...facts, changed: lastChanged(facts) };
}
