import { createHash } from "node:crypto";
import { textView } from "../../platform/chat/view.ts";
import { applicationWithdrawn } from "../application/events.ts";
import { groupsOf } from "../directory/groups.ts";
import { nounsOf } from "../directory/nouns.ts";
import type { Context } from "../engine/context.ts";
import { type CardRenderer, type Listener, on, redrawOn } from "../engine/feature.ts";
import { recusalChanged } from "../evaluation-team/events.ts";
import { listConfirmed } from "../recommendation/events.ts";
import { listsInForce } from "../recommendation/store.ts";
import { rulingsChanged } from "../ruling/events.ts";
import { onDecisions } from "../ruling/on-decisions.ts";
import { sheetFinalized } from "../scoring/events.ts";
import { assignmentsChanged } from "../site-visit/events.ts";
import { awaitedLists } from "./awaited-lists.ts";
import { expectedDistrictsNamed, publicationChanged } from "./events.ts";
import { isHeldBack } from "./held-back.ts";
import { rankingPhrases as phrases } from "./phrases.ts";
import { onStandings } from "./redraw.ts";
import { offersRanking } from "./rules.ts";
import { rankingSummary, scoredCompounds } from "./summary.ts";
import { exportActions, heldBackView } from "./view-ranking.ts";
import { cityView } from "./views.ts";
import { rankingWorkbook } from "./workbook.ts";

const POSTED_CARD = "ranking.posted";

/** Events that may complete the awaited lists. */
export const postListeners: readonly Listener[] = [
  on(listConfirmed, postWhenComplete),
  on(applicationWithdrawn, postWhenComplete),
  on(expectedDistrictsNamed, postWhenComplete),
  on(rulingsChanged, postWhenComplete),
  on(sheetFinalized, async (context, { ledger }) => {
    if (ledger === "city") await postWhenComplete(context);
  }),
  on(recusalChanged, postWhenComplete),
  on(assignmentsChanged, postWhenComplete),
];

/** 排名 posted to the city's group. A card of earlier list versions is marked as outdated. */
export const postedRenderer: CardRenderer = {
  kind: POSTED_CARD,
  redrawOn: [
    ...onStandings,
    redrawOn(expectedDistrictsNamed),
    redrawOn(publicationChanged),
    onDecisions("rankingBasis", "tieLadder", "countedDistricts"),
  ],
  async render(context, { subject }) {
    if (subject === (await listsKey(context))) {
      if (await isHeldBack(context)) return heldBackView(context);
      return {
        ...cityView(context, await rankingSummary(context)),
        actions: exportActions(context.campaign.definition),
      };
    }
    const title = phrases.title(nounsOf(context.campaign.definition));
    return textView(title, phrases.superseded(), { tone: "closed", status: phrases.supersededStatus() });
  },
};

async function postWhenComplete(context: Context): Promise<void> {
  if (!offersRanking(context.campaign.definition)) return;
  const { expected, missing } = await awaitedLists(context);
  if (expected.length === 0 || missing.length > 0 || (await isHeldBack(context))) return;
  await postRanking(context);
}

/** Sends the ranking and its workbook to the city's group, once per set of list versions. */
async function postRanking(context: Context): Promise<void> {
  const { campaign, cards, outbox } = context;
  const subject = await listsKey(context);
  if (await cards.wasShown({ kind: POSTED_CARD, subject })) return;
  const { name, bytes } = await rankingWorkbook(context, await scoredCompounds(context));
  const hash = await context.files.put(bytes);
  for (const group of await groupsOf(context.tx, campaign.id, "city")) {
    await cards.showOnce(group, { kind: POSTED_CARD, subject });
    await outbox.sendFile(group, { name, hash }, `ranking.posted ${campaign.id} ${subject}`);
  }
}

/** Hash of the versions of the lists in force. */
async function listsKey({ tx, campaign }: Context): Promise<string> {
  const lists = await listsInForce(tx, campaign.id);
  const versions = campaign.definition.campaign.districts.flatMap(({ id }) => {
    const list = lists.get(id);
    return list ? [`${id}@${list.version}`] : [];
  });
  return createHash("sha256").update(versions.join(" ")).digest("hex").slice(0, 12);
}
