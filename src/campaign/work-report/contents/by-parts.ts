import type { View } from "../../../platform/chat/view.ts";
import { countWords } from "../../../platform/conversation/count-words.ts";
import { districtName } from "../../definition/districts.ts";
import { dayWordsIn } from "../../definition/wording.ts";
import type { Context } from "../../engine/context.ts";
import { draftChanged } from "../../engine/draft-changed.ts";
import { EVERY } from "../../engine/events.ts";
import { type CardRenderer, redrawOn } from "../../engine/feature.ts";
import { reportHandedIn, reportTakenBack } from "../events.ts";
import { asksPromotion, deadlineOfReport, partsOfReport, reportOf } from "../rules.ts";
import { reportsInForce } from "../store.ts";
import { PROMOTION } from "./contents.ts";
import { filledParts, PARTS_DRAFT } from "./draft.ts";
import { contentsPhrases as phrases } from "./phrases.ts";
import { partsForm } from "./views.ts";

/** A report that is filled in part by part. Subject: the district's id. */
export const PARTS_CARD = "work-report.by-parts";

/** All that can be filled in: the plan's parts, and the line on 推广实施, which may be left out. */
export const partsToFill = ({ campaign: { definition } }: Pick<Context, "campaign">): string[] => [
  ...partsOfReport(definition),
  ...(asksPromotion(definition) ? [PROMOTION] : []),
];

/** The plan's parts that are still to be filled in. */
export const partsLeft = ({ campaign }: Pick<Context, "campaign">, filled: ReadonlyMap<string, string>): string[] =>
  partsOfReport(campaign.definition).filter((name) => !filled.has(name));

export async function partsView(context: Context, district: string): Promise<View> {
  const { campaign, rulings } = context;
  const title = phrases.byPartsTitle(districtName(campaign.definition, district));
  if (!reportOf(campaign.definition) || campaign.closedAt) return { title, tone: "closed", body: [], actions: [] };
  const filled = await filledParts(context, district);
  const report = (await reportsInForce(context.tx, campaign.id)).get(district);
  if (report && !report.returned && filled.size === 0)
    return { ...phrases.inAlready(report.version), title, tone: "done" };
  const left = partsLeft(context, filled);
  const stated = dayWordsIn(campaign.definition, deadlineOfReport(campaign, rulings, district).statedOn);
  const open = partsToFill(context).filter((name) => !filled.has(name));
  const form = partsForm(context, district, open);
  const facts = partsToFill(context).map((name) => {
    const text = filled.get(name);
    return {
      label: phrases.name(name),
      value: text === undefined ? phrases.notFilled() : phrases.filled(countWords(text)),
    };
  });
  return {
    title,
    tone: left.length === 0 ? "near" : "running",
    body: [
      {
        kind: "text",
        text: left.length === 0 ? phrases.complete(partsToFill(context)[0] ?? "") : phrases.byParts(stated),
      },
      { kind: "facts", facts },
    ],
    actions:
      left.length === 0
        ? [
            {
              ...{ id: "work-report.hand-in", label: phrases.handInLabel(), typed: phrases.handInLabel() },
              ...{ look: "primary", subject: district },
            },
          ]
        : [],
    ...(form ? { form } : {}),
  };
}

export const partsRenderer: CardRenderer = {
  kind: PARTS_CARD,
  district: async (_, { subject }) => subject,
  redrawOn: [
    redrawOn(draftChanged, ({ kind, district }) => (kind === PARTS_DRAFT ? (district ?? EVERY) : [])),
    redrawOn(reportHandedIn, ({ district }) => district),
    redrawOn(reportTakenBack, ({ district }) => district),
  ],
  render: (context, { subject }) => partsView(context, subject),
};
