import { z } from "zod";
import { textView, type View } from "../../platform/chat/view.ts";
import { RefusalError } from "../../shared/refusal-error.ts";
import { audienceOf } from "../directory/groups.ts";
import { nounsOf } from "../directory/nouns.ts";
import type { PersonContext } from "../engine/context.ts";
import { type Command, type CommandRequest, extend, type Feature } from "../engine/feature.ts";
import { organizerActions } from "../ruling/extension-points.ts";
import { automaticListeners, automaticSummaries } from "./automatic.ts";
import { type Exportable, exportables, exportKindIn, restOf } from "./export-kinds.ts";
import { progressPictures } from "./figure-command.ts";
import { exportFile, seesAll, type Wanted } from "./make.ts";
import { exportAction, offersFor } from "./offers.ts";
import { exportPhrases as phrases } from "./phrases.ts";
import { offerPhrases } from "./phrases-offers.ts";
import { progressCounts, totalsSoFar } from "./progress-counts.ts";
import { exportReceipts } from "./receipts.ts";
import { exportReports } from "./reports.ts";
import { scannedScoreSheet } from "./score-sheet-number.ts";
import { sendMovedWeek, weeklySummary } from "./weekly.ts";

const formValues = z.object({ what: z.string().default(""), district: z.string().default("") });

const make: Command = {
  id: "export.make",
  words: ["导出", "export"],
  alsoCalled: ["打印"],
  capability: "export.make",
  effect: "read",
  help: {
    example: (definition) => phrases.typed(exportables(definition)[0]?.word ?? ""),
    purpose: (definition) => phrases.purpose(exportables(definition)),
    step: "export",
  },
  offeredBy: ["recommendation", "ranking"],
  async handle(context, request) {
    const wanted = wantedIn(context, request);
    if (!wanted) {
      await context.reply(await whichView(context));
      return {};
    }
    const counts = await countsHere(context, wanted);
    if (counts) return { reply: counts };
    const { name, here } = await exportFile(context, wanted);
    return { toast: phrases.toast(name), ...(here ? {} : { reply: phrases.sentDirect(name) }) };
  },
};

/** 导出: workbooks and papers in Word, and the weekly counts for the campaign group. */
export const exportFeature: Feature = {
  commands: [make, exportReceipts, exportReports, progressPictures],
  dueKinds: [weeklySummary],
  listeners: automaticListeners,
  extensions: [
    ...automaticSummaries(sendMovedWeek),
    scannedScoreSheet,
    extend(organizerActions, async ({ campaign }) => {
      const rulings = exportables(campaign.definition, { whole: true }).find(({ what }) => what === "rulings");
      return rulings && { ...exportAction(rulings.word), label: phrases.rulingsLabel() };
    }),
  ],
};

/** Outside the city's group, progress is counts only, because the file would expose single districts. */
async function countsHere(context: PersonContext, { what }: Wanted): Promise<View | undefined> {
  if (what !== "progress" || context.place === "direct") return undefined;
  if ((await audienceOf(context.tx, context.campaign.id, context.chat)) === "city") return undefined;
  return progressCounts(
    context,
    await totalsSoFar(context),
    phrases.weeklyFootnote(nounsOf(context.campaign.definition)),
  );
}

/** @returns undefined if nothing is named. @throws {RefusalError} if the export is unknown or not in this campaign */
function wantedIn(context: PersonContext, { words, subject = "", values }: CommandRequest): Wanted | undefined {
  const { definition } = context.campaign;
  const whole = seesAll(context);
  const { what = "", district } = formValues.safeParse(values).data ?? {};
  const asked = `${words} ${subject} ${what}`.normalize("NFKC").trim();
  if (asked === "") return undefined;
  const offered = exportables(definition, { whole });
  const found = exportKindIn(definition, asked);
  if (!found) throw new RefusalError("export.unknown", phrases.unknown(asked, offered, nounsOf(definition)));
  if (!exportables(definition, { whole: true }).some((one) => one.what === found)) {
    throw new RefusalError("export.not-part-of", phrases.notPartOf(found, offered));
  }
  const named = definition.campaign.districts
    .filter(({ id, name }) => asked.includes(name) || id === district)
    .map(({ id }) => id);
  return { what: found, districts: named, rest: restOf(definition, asked) };
}

/** Everything the person may have, each with what it would hold now. */
async function whichView(context: PersonContext): Promise<View> {
  const { definition } = context.campaign;
  const offers = await offersFor(context);
  const one = exampleOfOne(context, exportables(definition, { whole: seesAll(context) }));
  const footnote = offerPhrases.footnote(one, nounsOf(definition).district);
  return {
    ...textView(offerPhrases.title(), "", footnote === undefined ? {} : { footnote }),
    body: [
      { kind: "text", text: offerPhrases.lead() },
      { kind: "list", items: offers.map(({ action, holds }) => offerPhrases.line(action.typed, holds)) },
    ],
    actions: offers.map(({ action }) => action),
  };
}

/** For who sees several districts: 导出 附件4 柯桥区. */
function exampleOfOne(context: PersonContext, offered: readonly Exportable[]): string | undefined {
  const list = offered.find(({ what }) => what === "list");
  const [, second] = context.campaign.definition.campaign.districts;
  return list && second && seesAll(context) ? phrases.typed(`${list.word} ${second.name}`) : undefined;
}
