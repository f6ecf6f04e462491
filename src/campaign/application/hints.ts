import { compactAnswer } from "../../platform/conversation/plain.ts";
import { nounsOf } from "../directory/nouns.ts";
import type { Context } from "../engine/context.ts";
import { answerTexts } from "./answer-texts.ts";
import type { Application } from "./application.ts";
import { applicationPhrases as phrases } from "./phrases.ts";
import { applicationsOf } from "./store.ts";
import { pendingTopic } from "./words.ts";

/** Warnings about a new submission, e.g. a possible duplicate. They have no effect on the application. */
export async function hintsFor(context: Context, application: Application): Promise<string[]> {
  const all = await applicationsOf(context.tx, context.campaign.id, { states: ["submitted", "excluded"] });
  const others = all.filter(({ id }) => id !== application.id);
  return [
    ...(await duplicateHint(context, application, others)),
    ...(await enterpriseHint(context, application, others)),
  ];
}

/** Same name in the district; if both have an address, the same address too. */
async function duplicateHint(
  context: Context,
  application: Application,
  others: readonly Application[],
): Promise<string[]> {
  const { id, district, compoundName } = application;
  const same = others.filter((other) => other.district === district && other.compoundName === compoundName);
  if (same.length === 0) return [];
  const addresses = await answerTexts(context, [application, ...same], "address");
  const own = addresses.get(id) ?? "";
  const isTwice = same.some((other) => {
    const its = addresses.get(other.id) ?? "";
    return own === "" || its === "" || compactAnswer(own) === compactAnswer(its);
  });
  return isTwice ? [phrases.duplicate(compoundName, nounsOf(context.campaign.definition))] : [];
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
