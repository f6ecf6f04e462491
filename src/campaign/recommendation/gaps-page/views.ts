import type { Action, Block, View } from "../../../platform/chat/view.ts";
import type { Application } from "../../application/application.ts";
import { standingsOf } from "../../application/requirements/standing.ts";
import { namedCases, seeCases } from "../../application/see-case.ts";
import { applicationsOf } from "../../application/store.ts";
import { districtName } from "../../definition/districts.ts";
import { momentWords } from "../../definition/wording.ts";
import { nounsOf } from "../../directory/nouns.ts";
import { isAcceptanceOver } from "../../engine/acceptance.ts";
import type { Context } from "../../engine/context.ts";
import { partlyOpen } from "../../engine/open-parts.ts";
import { gapLines } from "../../evidence/coverage.ts";
import { sheetsOf } from "../../scoring/store.ts";
import type { ListDraft } from "../draft.ts";
import { gapsOf } from "../gaps.ts";
import { listWords } from "../list-words.ts";
import { recommendationPhrases as listPhrases } from "../phrases.ts";
import type { RecommendationList } from "../store.ts";
import { gapsPhrases as phrases } from "./phrases.ts";

/** Subject: the id of the list's draft, or of a district, for its list in force. */
export const GAPS_CARD = "recommendation.gaps";
export const SEE_GAPS = "recommendation.see-gaps";

const text = (words: string): Block => ({ kind: "text", text: words });

/** Opens the page of what the cases on a list lack. @param district its name, for who has several */
export const seeGaps = (subject: string, district?: string): Action => ({
  ...{ id: SEE_GAPS, label: phrases.label(), typed: phrases.typed(district), look: "default", subject },
});

/** All that the chosen cases lack, with the press that reports them as they are. */
export async function draftGapsView(context: Context, list: ListDraft): Promise<View> {
  const { definition } = context.campaign;
  const chosen = await casesOf(context, list.order);
  return {
    title: phrases.title(districtName(definition, list.district)),
    tone: "near",
    status: phrases.toConfirm(),
    body: [text(phrases.lead(listWords(definition, list.district))), ...(await caseBlocks(context, chosen))],
    actions: [
      {
        ...{ id: "recommendation.confirm", label: phrases.confirm(), typed: listPhrases.confirm() },
        ...{ look: "primary", subject: list.draft.id },
      },
      ...seeCases(definition, namedCases(chosen), 1),
    ],
  };
}

/** The same of a reported list, for its district and the city. */
export async function reportedGapsView(context: Context, list: RecommendationList): Promise<View> {
  const { definition } = context.campaign;
  const cases = await casesOf(
    context,
    list.items.map(({ applicationId }) => applicationId),
  );
  return {
    title: phrases.title(districtName(definition, list.district)),
    tone: "done",
    status: phrases.reported(list.version),
    body: [
      text(phrases.reportedLead(momentWords(list.confirmedAt), await isAcceptanceOver(context), nounsOf(definition))),
      ...(await caseBlocks(context, cases)),
    ],
    actions: seeCases(definition, namedCases(cases)),
  };
}

/** In the list's order. */
async function casesOf({ tx, campaign }: Context, ids: readonly string[]): Promise<Application[]> {
  const all = await applicationsOf(tx, campaign.id);
  return ids.flatMap((id) => all.filter((one) => one.id === id));
}

async function caseBlocks(context: Context, cases: readonly Application[]): Promise<Block[]> {
  const standings = await standingsOf(context, cases);
  const sheets = await sheetsOf(context.tx, { campaignId: context.campaign.id, ledger: "district" });
  const gaps = await gapsOf(context, cases, { standings, scoring: { sheets } });
  const proof = await gapLines(
    context,
    cases.map(({ id }) => id),
  );
  const limited = new Set<string>();
  for (const { id } of cases) if ((await context.contributions(partlyOpen, { caseId: id })).length > 0) limited.add(id);
  return cases.flatMap(({ id, compoundName }): Block[] => {
    const lacking = [...(gaps.get(id) ?? []), ...(proof.get(id) ?? [])];
    const lines = limited.has(id) ? [phrases.limited(), ...lacking] : lacking;
    if (lines.length === 0) return [text(phrases.nothing(compoundName))];
    return [
      { kind: "heading", text: compoundName },
      { kind: "list", items: lines },
    ];
  });
}
