import type { View } from "../../../platform/chat/view.ts";
import { dayOf } from "../../../shared/civil-date.ts";
import { districtsWithin } from "../../definition/districts.ts";
import { decided } from "../../definition/purposes.ts";
import { dayWordsIn } from "../../definition/wording.ts";
import { recommendingToCity } from "../../directory/expected-districts.ts";
import { districtOfficers } from "../../directory/member.ts";
import type { Context } from "../../engine/context.ts";
import { type CardRenderer, redrawOn } from "../../engine/feature.ts";
import { cityFigures } from "../../ranking/city-figures.ts";
import { basisOf, pointsWords } from "../../ranking/rules.ts";
import { onDecisions } from "../../ruling/on-decisions.ts";
import { cityStanding } from "../../verification/ledger.ts";
import { selectionPublished, sentToProvince } from "../events.ts";
import { besideResult } from "../extension-points.ts";
import { type KeptCase, keptCases } from "../kept.ts";
import type { SelectedItem, Selection } from "../selection.ts";
import { publishedSelectionOf } from "../store.ts";
import { wordsOf } from "../words.ts";
import { resultPhrases as phrases } from "./phrases-results.ts";

/** A district's card after 公布; subject: the district. */
export const RESULT_CARD = "publication.result";

/** The district's own compounds on the list that was decided on, those of districts below it included. */
async function ownResults(context: Context, selection: Selection, district: string): Promise<KeptCase<SelectedItem>[]> {
  const { definition } = context.campaign;
  const own = new Set([district, ...districtsWithin(definition, district).map(({ id }) => id)]);
  const cases = await keptCases(context, selection.items, selection.recordedAt);
  return cases.filter((one) => own.has(one.district));
}

/** Shows every district what the ruling lets it know of its own compounds; again where a new list replaces the old. */
export async function tellDistricts(context: Context, selection: Selection): Promise<void> {
  for (const { id } of recommendingToCity(context.campaign.definition.campaign.districts)) {
    if ((await ownResults(context, selection, id)).length === 0) continue;
    for (const { member } of districtOfficers(context.people, id)) {
      await context.cards.show(member.staffId, { kind: RESULT_CARD, subject: id });
    }
  }
}

/** 入选 or 未入选; points and reasons where the ruling says so, never those of another district. */
export const resultRenderer: CardRenderer = {
  kind: RESULT_CARD,
  redrawOn: [redrawOn(selectionPublished), redrawOn(sentToProvince), onDecisions("resultsToDistricts")],
  district: async (_, { subject }) => subject,
  async render(context, { subject }): Promise<View> {
    const { campaign, rulings } = context;
    const { definition } = campaign;
    const words = wordsOf(definition);
    const selection = await publishedSelectionOf(context.tx, campaign.id);
    if (!selection?.publishedAt) throw new Error("a result without a published list");
    const { points, reasons } = decided(definition, "resultsToDistricts", rulings);
    const cases = await ownResults(context, selection, subject);
    const texts = reasons === true ? await context.personal.read(cases.map(({ item }) => item.reason)) : new Map();
    const applicationIds = cases.map(({ applicationId }) => applicationId);
    const beside = (await context.contributions(besideResult, { applicationIds })).flat();
    const totals = points === true ? await totalsOf(context, cases) : new Map<string, number>();
    return {
      title: phrases.title(words),
      tone: "done",
      status: phrases.status(),
      body: [
        { kind: "text", text: phrases.lead(dayWordsIn(definition, dayOf(selection.publishedAt)), words) },
        {
          kind: "list",
          items: cases.map(({ applicationId, name, item }) => {
            const total = totals.get(applicationId);
            return phrases.line(name, item.selected, {
              points: total === undefined ? undefined : pointsWords(total),
              reason: texts.get(item.reason.personal),
            });
          }),
        },
        ...(beside.length === 0 ? [] : [{ kind: "list" as const, items: beside }]),
      ],
      actions: [],
      footnote: phrases.footnote(words),
    };
  },
};

/** The totals that ranked the compounds, in hundredths. */
async function totalsOf(
  context: Context,
  cases: readonly KeptCase<SelectedItem>[],
): Promise<ReadonlyMap<string, number>> {
  const figures = cityFigures(context, await cityStanding(context));
  const isCity = basisOf(context.campaign.definition, context.rulings) === "city";
  return new Map(
    cases.flatMap(({ applicationId, total }) => {
      const own = figures.get(applicationId);
      const points = isCity ? own?.ownTotal : (own?.correctedTotal ?? total);
      return points === undefined ? [] : [[applicationId, points] as const];
    }),
  );
}
