import type { Action } from "../../platform/chat/view.ts";
import { districtsOf, type Member } from "../directory/member.ts";
import { nounsOf } from "../directory/nouns.ts";
import { districtScope, isWithin } from "../directory/scope.ts";
import { mayUseCommand } from "../engine/command-listing.ts";
import type { PersonContext } from "../engine/context.ts";
import { isKeptFrom, ON_ORDER } from "../ranking/held-back.ts";
import { makeReviewFile } from "../ranking/review-file/command.ts";
import { reviewFilePhrases } from "../ranking/review-file/phrases.ts";
import { offersRanking } from "../ranking/rules.ts";
import { sum } from "../tasks/counts.ts";
import { type Exportable, exportables } from "./export-kinds.ts";
import { type ExportOffer, exportOffers } from "./extension-points.ts";
import { contentOf, isOfSites, seesAll } from "./make.ts";
import { exportPhrases } from "./phrases.ts";
import { offerPhrases as phrases } from "./phrases-offers.ts";
import { progressOf } from "./progress.ts";
import { receiptsOffer } from "./receipts.ts";
import { reportsOffer } from "./reports.ts";

export const exportAction = (word: string): Action => ({
  ...{ id: "export.make", label: exportPhrases.label(word), typed: exportPhrases.typed(word) },
  ...{ look: "default", subject: word },
});

/** Everything the person's roles may have as a file, each with what it would hold now. */
export async function offersFor(context: PersonContext): Promise<ExportOffer[]> {
  const { definition } = context.campaign;
  const own = exportables(definition, { whole: seesAll(context) }).filter((one) => mayHave(context, one));
  const held: ExportOffer[] = [];
  for (const one of own) held.push({ action: exportAction(one.word), holds: await holds(context, one) });
  return [
    ...held,
    ...(await reviewOffer(context)),
    ...(await receiptsOffer(context)),
    ...(await reportsOffer(context)),
    ...(await context.contributions(exportOffers, { person: context.person })).flat(),
  ];
}

/** Whether anything of it lies within the person's reach. */
function mayHave(context: PersonContext, { what }: Exportable): boolean {
  const { definition } = context.campaign;
  const scopes = (["export.make", contentOf(definition, what)] as const).map((one) =>
    districtScope(definition, context.person, one),
  );
  return scopes.every((scope) => scope === "all" || scope.length > 0) || isOfSites(context, what);
}

async function holds(context: PersonContext, { what }: Exportable): Promise<string> {
  const { definition } = context.campaign;
  const nouns = nounsOf(definition);
  const scope = districtScope(definition, context.person, contentOf(definition, what));
  const progress = (await progressOf(context)).filter(({ district }) => isWithin(scope, district));
  const applied = sum(progress.map((one) => one.applied));
  const finalized = sum(progress.map((one) => one.finalized));
  const lists = progress.filter(({ list }) => list === "reported").length;
  switch (what) {
    case "list":
    case "letter":
      return phrases.lists(lists, nouns);
    case "ranking":
      return (await isKeptFrom(context, context.person)) && scope === "all"
        ? phrases.keptBack()
        : phrases.finalized(finalized, nouns);
    case "progress":
      return phrases.districts(progress.length, nouns);
    case "rulings":
      return phrases.rulings(definition.rulings.length);
    case "form":
      return isOfSites(context, what) && progress.length === 0
        ? phrases.sites(sitesOf(context.person), nouns)
        : phrases.forms(applied, nouns);
    case "scoreSheet":
      return isOfSites(context, what) && progress.length === 0
        ? phrases.sites(sitesOf(context.person), nouns)
        : phrases.sheets(districtsOf(definition, context.person).length > 0 ? applied : finalized, nouns);
    default:
      return phrases.toFill();
  }
}

const sitesOf = ({ sites = [] }: Member): number => sites.length;

/** 评审底稿, for who sees the joint ranking. */
async function reviewOffer(context: PersonContext): Promise<ExportOffer[]> {
  const { definition } = context.campaign;
  if (!offersRanking(definition) || !mayUseCommand(definition, context.person, ON_ORDER)) return [];
  const isKept = await isKeptFrom(context, context.person);
  const finalized = sum((await progressOf(context)).map((one) => one.finalized));
  return [
    {
      action: { ...makeReviewFile(), label: reviewFilePhrases.label() },
      holds: isKept ? phrases.keptBack() : phrases.finalized(finalized, nounsOf(definition)),
    },
  ];
}
