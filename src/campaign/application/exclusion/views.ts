import type { Block, View } from "../../../platform/chat/view.ts";
import { authorityFields } from "../../authority/form.ts";
import { districtName } from "../../definition/districts.ts";
import { momentWords } from "../../definition/wording.ts";
import type { Context } from "../../engine/context.ts";
import type { Application } from "../application.ts";
import { declaredHash, declaredTexts } from "../declared.ts";
import { revisionsOf } from "../revision.ts";
import { liftsOf } from "./lifts.ts";
import { exclusionPhrases as phrases } from "./phrases.ts";

export const LIFT = "application.lift-exclusion";

/** For approvers: why a case is excluded, how its declarations changed, and the form that lifts it. */
export async function exclusionView(context: Context, application: Application): Promise<View> {
  const { campaign, tx, now } = context;
  const { id, district, compoundName: name, state, exclusion } = application;
  const lifts = await liftsOf(tx, { campaignId: campaign.id, caseId: id });
  const isExcluded = state === "excluded";
  const reason = exclusion ?? lifts.at(-1)?.exclusion;
  const changes = await declarationChanges(context, application);
  return {
    title: phrases.title(districtName(campaign.definition, district), name),
    tone: isExcluded ? "overdue" : "closed",
    status: statusOf(application, lifts.length > 0),
    body: [
      ...(reason === undefined ? [] : [text(reason)]),
      ...(changes.length > 1 ? [text(phrases.changesLabel()), { kind: "list" as const, items: changes }] : []),
      ...lifts.map((lift) => text(phrases.liftedLine(lift, momentWords, now))),
      ...(isExcluded ? [text(phrases.liftHint(name))] : []),
    ],
    ...(isExcluded && context.cards.interactive
      ? { form: { id: "lift", action: LIFT, subject: id, submitLabel: phrases.lift(), fields: authorityFields() } }
      : {}),
    actions: [],
  };
}

const text = (words: string): Block => ({ kind: "text", text: words });

function statusOf({ state }: Application, isLifted: boolean): string {
  if (state === "excluded") return phrases.standing();
  if (state === "withdrawn") return phrases.gone();
  return isLifted ? phrases.liftedStatus() : phrases.taking();
}

/** Submissions whose declarations differ from the one before. */
async function declarationChanges(context: Context, { id }: Application): Promise<string[]> {
  const revisions = await revisionsOf(context.tx, id);
  const changed = revisions.filter((one, at) => {
    const before = revisions[at - 1];
    return !before || declaredHash(context, before) !== declaredHash(context, one);
  });
  return Promise.all(
    changed.map(async (one) => {
      const texts = await declaredTexts(context, one);
      return phrases.revisionItem(one.revision, momentWords(one.submittedAt), [...(texts?.values() ?? [])].join("；"));
    }),
  );
}
