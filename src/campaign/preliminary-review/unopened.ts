import { chatPhrases } from "../../platform/chat/phrases.ts";
import type { Action } from "../../platform/chat/view.ts";
import { readScoreLine } from "../../platform/conversation/score-line.ts";
import { ID, REST_WORDS, SAID_POINTS } from "../../platform/conversation/score-words.ts";
import { applicationsOf } from "../application/store.ts";
import { districtsOf, type Member, mayMember } from "../directory/member.ts";
import { nounsOf } from "../directory/nouns.ts";
import { requireAccepted } from "../engine/acceptance.ts";
import type { Context } from "../engine/context.ts";
import { understood } from "../engine/dispatch/extension-points.ts";
import { extend } from "../engine/feature.ts";
import { lineRules } from "../scoring/line-rules.ts";
import { isFinalized } from "../scoring/points.ts";
import { sheetsOf } from "../scoring/store.ts";
import { reviewPhrases as phrases } from "./phrases.ts";
import { SCORES } from "./review.ts";

/** 1-2 3 会议少, 其余满分 */
const GIVES_POINTS = new RegExp(
  `^(?:${ID}[\\s:：]*${SAID_POINTS}(?:$|\\D)|(?:${REST_WORDS}|全部|都)\\S{0,3}满分)`,
  "u",
);
const MOST_OFFERED = 4;
/** In characters: what a button can send. */
const MOST_SENT = 300;

/** Points without an open sheet are given to no case; each that has none yet is offered with them. */
export const pointsUnopened = extend(understood, async (context, { text, person, place }) => {
  const { definition } = context.campaign;
  if (place !== "direct" || !SCORES.offeredWhen(definition) || !mayMember(definition, person, SCORES.capability))
    return undefined;
  if (!GIVES_POINTS.test(text.trim()) && !isTable(context, text)) return undefined;
  await requireAccepted(context, { ...SCORES, words: [phrases.word()], effect: "write" });
  const view = chatPhrases.refusal(phrases.noSheetOpen(nounsOf(definition)));
  return { ...view, actions: [...view.actions, ...(await offered(context, person, text.trim()))] };
});

/** Rows of points, or a table of them. */
function isTable({ campaign: { definition }, rulings }: Context, text: string): boolean {
  if (!/[\n\t]/u.test(text.trim())) return false;
  const line = readScoreLine(lineRules(definition, rulings), text);
  return line.kind === "points" && line.entries.length > 1;
}

async function offered(context: Context, person: Member, text: string): Promise<Action[]> {
  const { tx, campaign } = context;
  if (text.length > MOST_SENT) return [];
  const own = districtsOf(campaign.definition, person);
  const sheets = await sheetsOf(tx, { campaignId: campaign.id, ledger: "district" });
  const open = (await applicationsOf(tx, campaign.id, { states: ["submitted"] })).filter(
    ({ id, district }) => own.includes(district) && !isFinalized(sheets.get(id)),
  );
  return open.slice(0, MOST_OFFERED).map(({ compoundName }): Action => {
    const words = `${phrases.word()} ${compoundName}`;
    return { id: "", label: words, typed: `${words} ${text}`, look: "default" };
  });
}
