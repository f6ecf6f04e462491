import { RefusalError } from "../../../shared/refusal-error.ts";
import type { Application } from "../../application/application.ts";
import { isReported } from "../../application/opinions/visible.ts";
import { attachmentPhrases } from "../../attachment/phrases.ts";
import { maySeeAttachment } from "../../attachment/rules.ts";
import { nounsOf } from "../../directory/nouns.ts";
import type { Context, PersonContext } from "../../engine/context.ts";
import { type Criterion, criterionById } from "../../scoring/rubric.ts";
import { type EvidenceItem, evidenceOf } from "../evidence-of.ts";
import type { Order } from "./order.ts";
import type { Meant } from "./phrases.ts";
import { addOrder, isWaiting } from "./store.ts";

export interface Ordering {
  application: Application;
  kind: Order["kind"];
  row: Criterion | undefined;
  /** In the order of their numbers; left out: all that are in force when it is made. */
  shows?: readonly string[];
}

/** Asks for a sheet or a pack; what is asked for twice before it is made is made once. */
export async function placeOrder(
  { tx, campaign, person, now }: PersonContext,
  { application, kind, row, shows }: Ordering,
): Promise<void> {
  const order = {
    ...{ campaignId: campaign.id, person: person.staffId, caseId: application.id, kind },
    ...{ row: row?.id ?? null, shows: shows ?? null, orderedAt: now },
  };
  if (!(await isWaiting(tx, order))) await addOrder(tx, order);
}

/** The files that the person may see of a case, of a row or of all; in the plan's order. */
export async function itemsInSight(
  context: Context & Pick<PersonContext, "person">,
  application: Application,
  row?: Pick<Criterion, "id">,
): Promise<EvidenceItem[]> {
  const { definition } = context.campaign;
  const reported = await isReported(context, application.id);
  return (await evidenceOf(context, application)).filter(
    ({ attachment: { district }, row: { id } }) =>
      (row === undefined || row.id === id) &&
      maySeeAttachment(definition, context.person, { district, reported, caseId: application.id }),
  );
}

/** @throws {RefusalError} unless the person may see evidence of the case */
export async function requireSight(context: PersonContext, { id, district }: Application): Promise<void> {
  const reported = await isReported(context, id);
  if (!maySeeAttachment(context.campaign.definition, context.person, { district, reported, caseId: id })) {
    throw new RefusalError("evidence.may-not-see", attachmentPhrases.mayNotSee(nounsOf(context.campaign.definition)));
  }
}

export const meantBy = (
  { campaign }: Pick<Context, "campaign">,
  application: Application,
  row: string | null,
): Meant => ({
  name: application.compoundName,
  row: row === null ? undefined : criterionById(campaign.definition.rubric, row),
});
