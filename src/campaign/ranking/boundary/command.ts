import type { Action } from "../../../platform/chat/view.ts";
import type { PersonContext } from "../../engine/context.ts";
import type { Command } from "../../engine/feature.ts";
import { journalLook } from "../../verification/journal-look.ts";
import { comparePhrases } from "../compare/phrases.ts";
import { COMPARE } from "../compare/views.ts";
import { isKeptFrom, ON_ORDER } from "../held-back.ts";
import { makeReviewFile } from "../review-file/command.ts";
import { offersRanking } from "../rules.ts";
import { heldBackView } from "../view-ranking.ts";
import { type BoundaryNow, boundaryNow } from "./now.ts";
import { boundaryPhrases as phrases } from "./phrases.ts";
import { boundaryView } from "./views.ts";

export const BOUNDARY = "ranking.boundary";

/** 入围临界情况, typed or pressed; for who sees the joint ranking. */
const see: Command = {
  id: BOUNDARY,
  words: phrases.words,
  ...ON_ORDER,
  effect: "read",
  onlyIn: "direct",
  help: { example: phrases.word(), purpose: phrases.purpose(), step: "selection" },
  offeredWhen: offersRanking,
  async handle(context) {
    await journalLook(context, "ranking.boundary-seen");
    await context.reply(await viewFor(context));
    return {};
  },
};

/** Opens it from another card. */
export function seeBoundary(): Action {
  const label = phrases.label();
  return { id: BOUNDARY, label, typed: label, look: "default" };
}

export const boundaryCommands: readonly Command[] = [see];

async function viewFor(context: PersonContext) {
  if (await isKeptFrom(context, context.person)) return heldBackView(context);
  const now = await boundaryNow(context);
  return { ...boundaryView(context, now), actions: now ? [...compareEdge(now), makeReviewFile()] : [] };
}

/** 比较 of the last one in and the first one out. */
function compareEdge({ joint: { ranked }, selected }: BoundaryNow): Action[] {
  const [last, next] = [ranked[selected - 1], ranked[selected]];
  if (!last || !next) return [];
  const typed = comparePhrases.typed(last.name, next.name);
  const subject = `${last.applicationId}/${next.applicationId}`;
  return [{ id: COMPARE, label: comparePhrases.label(), typed, look: "primary", subject }];
}
