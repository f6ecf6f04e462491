import { compactAnswer } from "../../platform/conversation/plain.ts";
import { districtName } from "../definition/districts.ts";
import { nounsOf } from "../directory/nouns.ts";
import type { Context } from "../engine/context.ts";
import { answerTexts } from "./answer-texts.ts";
import type { Application } from "./application.ts";
import { duplicatesIn } from "./duplicates.ts";
import { applicationPhrases as phrases } from "./phrases.ts";
import { applicationsOf } from "./store.ts";
import { pendingTopic } from "./words.ts";

/** Warnings about a new submission, e.g. a possible duplicate. They have no effect on the application. */
export async function hintsFor(context: Context, application: Application): Promise<string[]> {
  const all = await applicationsOf(context.tx, context.campaign.id, { states: ["submitted", "excluded"] });
  const others = all.filter(({ id }) => id !== application.id);
  return [...(await duplicateHint(context, application)), ...(await enterpriseHint(context, application, others))];
}

/** Of another district only its name is told. */
async function duplicateHint(context: Context, application: Application): Promise<string[]> {
  const { definition } = context.campaign;
  const found = (await duplicatesIn(context)).flatMap(({ one, other, likeness }) => {
    const twin = one.id === application.id ? other : other.id === application.id ? one : undefined;
    return twin ? [{ twin, likeness }] : [];
  });
  const nouns = nounsOf(definition);
  const own = found.filter(({ twin }) => twin.district === application.district);
  const elsewhere = found.filter(({ twin }) => twin.district !== application.district);
  const districts = [...new Set(elsewhere.map(({ twin }) => districtName(definition, twin.district)))];
  const alike = [...new Set(elsewhere.map(({ likeness }) => likeness))];
  return [
    ...own.map(({ twin, likeness }) => phrases.duplicate(twin.compoundName, likeness, nouns)),
    ...(districts.length > 0 ? [phrases.duplicateElsewhere(districts, alike)] : []),
  ];
}

/** Another application declares a problem of the same enterprise. The hint names no applicant. */
async function enterpriseHint(
  context: Context,
  application: Application,
  others: readonly Application[],
): Promise<string[]> {
  const declared = others.filter(({ declaration }) => declaration !== "none");
  if (declared.length === 0) return [];
  const enterprises = await answerTexts(context, [application, ...declared], "enterprise");
  const own = enterprises.get(application.id);
  if (own === undefined) return [];
  const isSame = declared.some((other) => compactAnswer(enterprises.get(other.id) ?? "") === compactAnswer(own));
  return isSame ? [phrases.sameEnterprise(own, pendingTopic(context.campaign.definition))] : [];
}
