import { onBehalfPhrases } from "../../application/on-behalf-phrases.ts";
import { opinionPhrases } from "../../application/opinions/phrases.ts";
import { requirementPhrases } from "../../application/requirements/phrases.ts";
import { annexWords } from "../../application/requirements/views.ts";
import { applicationById } from "../../application/store.ts";
import { districtName } from "../../definition/districts.ts";
import { districtOfficers, memberOf } from "../../directory/member.ts";
import type { Context } from "../../engine/context.ts";
import { type Feature, on } from "../../engine/feature.ts";
import { doneOnBehalf } from "../../engine/on-behalf.ts";
import { listWord } from "../../ranking/list-word.ts";
import { recommendationPhrases } from "../../recommendation/phrases.ts";
import { workReportPhrases } from "../../work-report/phrases.ts";
import { reportOf } from "../../work-report/rules.ts";
import { onBehalfToldPhrases as phrases } from "./phrases.ts";

interface Work {
  /** 初评 */
  name: string;
  /** What is typed to see it and go on. */
  word: string;
}

/** The work that a journal entry belongs to; undefined where its own card comes to the district. */
function workOf(context: Context, action: string): Work | undefined {
  const { definition } = context.campaign;
  if (action.startsWith("review.")) return { name: onBehalfPhrases.review(), word: onBehalfPhrases.review() };
  if (action.startsWith("requirements.")) return { name: annexWords(context), word: requirementPhrases.word() };
  if (action.startsWith("application.opinion")) return { name: opinionPhrases.word(), word: opinionPhrases.word() };
  if (action.startsWith("recommendation."))
    return { name: listWord(definition) ?? "", word: recommendationPhrases.word() };
  if (action.startsWith("work-report."))
    return { name: reportOf(definition)?.name ?? "", word: workReportPhrases.word() };
  return undefined;
}

/** The officers of the district hear once of each piece of work that is done for it. */
const tellOnce = on(doneOnBehalf, async (context, { district, responsible, action, caseId }) => {
  const { people, campaign, outbox, tx, actor } = context;
  const work = workOf(context, action);
  if (!work || actor === "system") return;
  const application = caseId === undefined ? undefined : await applicationById(tx, caseId);
  const name = application?.compoundName;
  const view = phrases.told({
    by: memberOf(people, actor)?.name ?? "",
    district: districtName(campaign.definition, district),
    responsible: memberOf(people, responsible)?.name ?? "",
    what: name === undefined ? work.name : phrases.ofCase(name, work.name),
    typed: name === undefined ? work.word : phrases.typed(work.word, name),
  });
  for (const { member } of districtOfficers(people, district)) {
    const key = ["on-behalf", campaign.id, district, work.word, caseId ?? "", member.staffId].join(" ");
    await outbox.say(member.staffId, view, key);
  }
});

/** 代填: the district hears of what is done for it. */
export const onBehalfFeature: Feature = { listeners: [tellOnce] };
