import { createHash } from "node:crypto";
import { chatOfKey } from "../../platform/chat/chat-key.ts";
import type { Chat } from "../../platform/chat/ports.ts";
import { textView } from "../../platform/chat/view.ts";
import { dayOf } from "../../shared/civil-date.ts";
import { RefusalError } from "../../shared/refusal-error.ts";
import { applicationWithdrawn } from "../application/events.ts";
import { fullDayWords } from "../definition/wording.ts";
import { groupsOf } from "../directory/groups.ts";
import { memberOf, present } from "../directory/member.ts";
import { nounsOf } from "../directory/nouns.ts";
import type { Context } from "../engine/context.ts";
import { type CardRenderer, extend, type Listener, on, redrawOn } from "../engine/feature.ts";
import { recusalChanged } from "../evaluation-team/events.ts";
import { drawFigure } from "../figure/figure.ts";
import { listConfirmed } from "../recommendation/events.ts";
import { listsInForce } from "../recommendation/store.ts";
import { rulingsChanged } from "../ruling/events.ts";
import { onDecisions } from "../ruling/on-decisions.ts";
import { sheetFinalized } from "../scoring/events.ts";
import { assignmentsChanged } from "../site-visit/events.ts";
import { summaries } from "../summary/extension-points.ts";
import { sendLater } from "../summary/later.ts";
import { waitsUntil } from "../summary/rules.ts";
import { noteSummary, summaryState } from "../summary/store.ts";
import { cityFiguresChanged } from "../verification/events.ts";
import { awaitedLists } from "./awaited-lists.ts";
import { compareFigure } from "./compare-figure.ts";
import { expectedDistrictsNamed, publicationChanged } from "./events.ts";
import { isHeldBack, isKeptFrom, mayReachGroup, seesBefore } from "./held-back.ts";
import { rankingPhrases as phrases } from "./phrases.ts";
import { rankingPicture } from "./picture.ts";
import { onStandings } from "./redraw.ts";
import { offersRanking } from "./rules.ts";
import { rankingSummary, scoredCompounds } from "./summary.ts";
import { exportActions, heldBackView } from "./view-ranking.ts";
import { cityView } from "./views.ts";
import { rankingRows, rankingWorkbook } from "./workbook.ts";

const POSTED_CARD = "ranking.posted";

/** Events that may complete the awaited lists, or change the order. */
export const postListeners: readonly Listener[] = [
  on(listConfirmed, (context) => postWhenComplete(context)),
  on(applicationWithdrawn, (context) => postWhenComplete(context)),
  on(expectedDistrictsNamed, (context) => postWhenComplete(context)),
  on(rulingsChanged, (context) => postWhenComplete(context)),
  on(sheetFinalized, (context) => postWhenComplete(context)),
  on(cityFiguresChanged, (context) => postWhenComplete(context)),
  on(recusalChanged, (context) => postWhenComplete(context)),
  on(assignmentsChanged, (context) => postWhenComplete(context)),
];

/** Comes by itself; for who asks, as it stands. */
export const rankingSummaryFile = extend(summaries, async ({ campaign: { definition } }) =>
  offersRanking(definition)
    ? {
        what: "ranking" as const,
        name: phrases.sheet(),
        when: phrases.postedWhen(nounsOf(definition)),
        async make(context: Context) {
          const compounds = await scoredCompounds(context);
          if (compounds.length === 0) throw new RefusalError("ranking.no-points", phrases.nothing());
          return [await rankingWorkbook(context, compounds)];
        },
        send: (context: Context) => postWhenComplete(context, { isDue: true }),
      }
    : undefined,
);

/** 排名 as it was posted. A card of earlier list versions is marked as outdated. */
export const postedRenderer: CardRenderer = {
  kind: POSTED_CARD,
  redrawOn: [
    ...onStandings,
    redrawOn(expectedDistrictsNamed),
    redrawOn(publicationChanged),
    onDecisions("rankingBasis", "tieLadder", "countedDistricts"),
  ],
  async render(context, { subject, chat }) {
    if (subject === (await listsKey(context))) {
      if (await isKeptHere(context, chatOfKey(chat))) return heldBackView(context);
      return {
        ...cityView(context, await rankingSummary(context)),
        actions: exportActions(context.campaign.definition),
      };
    }
    const title = phrases.title(nounsOf(context.campaign.definition));
    return textView(title, phrases.superseded(), { tone: "closed", status: phrases.supersededStatus() });
  },
};

async function isKeptHere(context: Context, chat: Chat): Promise<boolean> {
  if (chat.kind === "group") return isHeldBack(context);
  const member = memberOf(context.people, chat.person);
  return member === undefined || isKeptFrom(context, member);
}

/**
 * Sends the ranking once the last expected list is in, and again after a change, at most once a day.
 * @param isDue it has waited for this moment
 */
async function postWhenComplete(context: Context, { isDue = false }: { isDue?: boolean } = {}): Promise<void> {
  if (!offersRanking(context.campaign.definition)) return;
  const { expected, missing } = await awaitedLists(context);
  if (expected.length === 0 || missing.length > 0) return;
  const state = await summaryState(context, "ranking");
  if (!state.isOn) return;
  const isForGroup = await mayReachGroup(context);
  const chats = isForGroup ? await groupsOf(context.tx, context.campaign.id, "city") : deciders(context);
  const compounds = await scoredCompounds(context);
  const digest = digestOf([isForGroup, rankingRows(context, compounds)]);
  if (chats.length === 0 || digest === state.digest) return;
  const until = isDue ? undefined : waitsUntil(context.now, state.sentAt, state.time);
  if (until) return sendLater(context, "ranking", until);
  await postRanking(context, { chats, digest });
  await noteSummary(context, "ranking", digest);
}

/** Who proposes and who approves the list. */
const deciders = ({ campaign, people }: Context): Chat[] =>
  present(people)
    .filter((member) => seesBefore(campaign.definition, member))
    .map(({ staffId }) => ({ kind: "direct", person: staffId }));

/** The card once per set of list versions, workbook and picture with every change. */
async function postRanking(
  context: Context,
  { chats, digest }: { chats: readonly Chat[]; digest: string },
): Promise<void> {
  const { campaign, cards, outbox } = context;
  const subject = await listsKey(context);
  const compounds = await scoredCompounds(context);
  const picture = await rankingPicture(context, compounds);
  const files = [await rankingWorkbook(context, compounds), ...(picture ? [picture] : [])];
  const stored = [];
  for (const { name, bytes } of files) stored.push({ name, hash: await context.files.put(Buffer.from(bytes)) });
  const figure = compareFigure(context, compounds, fullDayWords(dayOf(context.now)));
  const compared = figure && (await drawFigure(context, figure));
  if (compared) stored.push(compared);
  for (const chat of chats) {
    await cards.showOnce(chat, { kind: POSTED_CARD, subject });
    for (const [at, file] of stored.entries()) {
      const place = chat.kind === "group" ? chat.group : chat.person;
      await outbox.sendFile(chat, file, `ranking.posted ${campaign.id} ${digest} ${at} ${place}`);
    }
  }
}

const digestOf = (content: unknown): string =>
  createHash("sha256").update(JSON.stringify(content)).digest("hex").slice(0, 16);

/** Hash of the versions of the lists in force. */
async function listsKey({ tx, campaign }: Context): Promise<string> {
  const lists = await listsInForce(tx, campaign.id);
  const versions = campaign.definition.campaign.districts.flatMap(({ id }) => {
    const list = lists.get(id);
    return list ? [`${id}@${list.version}`] : [];
  });
  return createHash("sha256").update(versions.join(" ")).digest("hex").slice(0, 12);
}
