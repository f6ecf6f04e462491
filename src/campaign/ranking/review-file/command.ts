import type { Action } from "../../../platform/chat/view.ts";
import { nounsOf } from "../../directory/nouns.ts";
import type { Command } from "../../engine/feature.ts";
import { isKeptFrom, ON_ORDER } from "../held-back.ts";
import { offersRanking } from "../rules.ts";
import { heldBackView } from "../view-ranking.ts";
import { reviewFile } from "./make.ts";
import { reviewFilePhrases as phrases } from "./phrases.ts";

const REVIEW_FILE = "ranking.review-file";

/** 评审底稿 as a workbook, for who sees the joint ranking; its making is recorded. */
const make: Command = {
  ...ON_ORDER,
  id: REVIEW_FILE,
  words: phrases.words,
  effect: "read",
  onlyIn: "direct",
  help: {
    example: phrases.typed(),
    purpose: (definition) => phrases.purpose(nounsOf(definition)),
    step: "selection",
  },
  offeredWhen: offersRanking,
  async handle(context) {
    if (await isKeptFrom(context, context.person)) return { reply: heldBackView(context) };
    const { name, bytes } = await reviewFile(context);
    const hash = await context.files.put(bytes);
    await context.withJournal({ action: "export.made", reason: `${name} ${hash}`, whenClosed: true }, () =>
      context.outbox.sendFile(context.person.staffId, { name, hash }),
    );
    return {};
  },
};

/** Asks for it from another card. */
export function makeReviewFile(): Action {
  return { id: REVIEW_FILE, label: phrases.label(), typed: phrases.typed(), look: "default" };
}

export const reviewFileCommands: readonly Command[] = [make];
