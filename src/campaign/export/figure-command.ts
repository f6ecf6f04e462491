import { textView } from "../../platform/chat/view.ts";
import { RefusalError } from "../../shared/refusal-error.ts";
import { audienceOf } from "../directory/groups.ts";
import { nounsOf } from "../directory/nouns.ts";
import { districtScope } from "../directory/scope.ts";
import type { Command } from "../engine/feature.ts";
import { drawFigure, wordsView } from "../figure/figure.ts";
import { comingNext } from "./automatic.ts";
import { figurePhrases as phrases } from "./phrases-figures.ts";
import { progressOf } from "./progress.ts";
import { progressFigure } from "./progress-figure.ts";
import { yearFigure } from "./year-figure.ts";

const CAPABILITY = "progress.see";

/** 进度图: the districts' progress and the year, for who sees all districts; each with its table. */
export const progressPictures: Command = {
  id: "progress.pictures",
  words: [phrases.word(), "办理进度图"],
  capability: CAPABILITY,
  effect: "read",
  whenClosed: true,
  help: {
    example: phrases.word(),
    purpose: (definition) => phrases.purpose(nounsOf(definition)),
    withoutButton: true,
    allDistricts: true,
  },
  async handle(context) {
    const { campaign, person, place, chat, tx } = context;
    const nouns = nounsOf(campaign.definition);
    if (districtScope(campaign.definition, person, CAPABILITY) !== "all")
      throw new RefusalError("export.pictures-not-yours", phrases.notYours(nouns));
    if (place === "group" && (await audienceOf(tx, campaign.id, chat)) !== "city")
      throw new RefusalError("export.pictures-not-here", phrases.notHere(nouns));
    const figures = [
      progressFigure(context, await progressOf(context)),
      yearFigure(context, await comingNext(context)),
    ];
    const pictures = [];
    for (const figure of figures) pictures.push(await drawFigure(context, figure));
    const isDrawn = pictures.every((picture) => picture !== undefined);
    await context.reply(textView(phrases.title(), isDrawn ? phrases.sent() : phrases.tablesOnly()));
    for (const [at, figure] of figures.entries()) {
      await context.outbox.say(chat, wordsView(figure));
      const picture = pictures[at];
      if (picture) await context.outbox.sendFile(chat, picture);
    }
    return {};
  },
};
