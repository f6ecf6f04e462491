import type { Block } from "../../../platform/chat/view.ts";
import { answerFacts } from "../../../platform/conversation/review-view.ts";
import { answersAsForm } from "../../application/answers-as-form.ts";
import { askedForm } from "../../application/form.ts";
import { lackingOf } from "../../application/lacking.ts";
import { nounsOf } from "../../directory/nouns.ts";
import type { Context } from "../../engine/context.ts";
import { evidenceStrips } from "../../evidence/coverage.ts";
import { hasPublished } from "../../selection/store.ts";
import { supportBlocks } from "../../support/views.ts";
import { casePhrases as phrases } from "../phrases.ts";
import type { Seen } from "../seen.ts";

const text = (words: string): Block => ({ kind: "text", text: words });

/** 概况: what the form says, and while it can still be mended, what is missing beside it. */
export async function overviewFace(context: Context, { application, sight }: Seen): Promise<Block[]> {
  const state = await answersAsForm(context, application);
  const form = askedForm(context, state);
  const masked = sight !== "own";
  const isMasked = masked && form.fields.some(({ key, personal }) => personal && key in state.answers);
  const reasons = [application.exclusion, application.settled].filter((reason) => reason !== null);
  return [
    ...reasons.map(text),
    { kind: "facts", facts: answerFacts(form, state, { masked }) },
    ...(isMasked ? [text(phrases.masked(nounsOf(context.campaign.definition)))] : []),
    ...(await missing(context, { application })).map(text),
    ...(await supportBlocks(context, application)),
  ];
}

async function missing(context: Context, { application }: Pick<Seen, "application">): Promise<string[]> {
  if (application.state !== "submitted" || (await hasPublished(context.tx, context.campaign.id))) return [];
  const lacking = (await lackingOf(context, [application])).get(application.id) ?? [];
  const strip = (await evidenceStrips(context, [application.id])).get(application.id);
  return [
    ...(lacking.length > 0 ? [phrases.lacking(lacking)] : []),
    ...(strip === undefined ? [] : [phrases.proof(strip)]),
  ];
}
