import { chatOfKey } from "../../platform/chat/chat-key.ts";
import { textView, type View } from "../../platform/chat/view.ts";
import { applicationSubmitted, applicationWithdrawn } from "../application/events.ts";
import { againstOf } from "../application/opinions/against.ts";
import { opinionsChanged } from "../application/opinions/events.ts";
import { onRequirements } from "../application/requirements/redraw.ts";
import { applicationById, applicationsOf } from "../application/store.ts";
import { attachmentsChanged } from "../attachment/events.ts";
import type { Context } from "../engine/context.ts";
import { type CardRenderer, redrawOn } from "../engine/feature.ts";
import { enteredFor, onBehalfLine } from "../engine/on-behalf.ts";
import { sheetEvents } from "../scoring/events.ts";
import { sectionsKept } from "../snapshot/as-kept.ts";
import { DIALOGUE, DRAFT, LIST_CARD, listDraftOf } from "./draft.ts";
import { listConfirmed, listHoldChanged, listSealed } from "./events.ts";
import { heldBy } from "./held.ts";
import { districtAbove } from "./levels.ts";
import { areListsFrozen, isFrozen } from "./list-step.ts";
import { confirmedView } from "./reported-view.ts";
import { sealState } from "./sealed-copy/sealed-copy.ts";
import { isSealed, sealWords } from "./sealed-copy/views.ts";
import { listVersion, newestList, type RecommendationList } from "./store.ts";
import { differenceWords } from "./versions/words.ts";
import { closedListView, listCardView, titleOf } from "./views.ts";
import { withdrawalPhrases } from "./withdrawal-phrases.ts";

const UNFINISHED = ["open", "left"];

/** Ids of the list drafts of a district and the district above. List cards use the draft id as subject. */
const listsOf =
  (...states: readonly string[]) =>
  async ({ district }: { district: string }, { tx, campaign }: Context): Promise<string[]> => {
    const above = districtAbove(campaign.definition, district);
    const districts = [district, ...(above === undefined ? [] : [above])];
    const drafts = await tx.draft.findMany({
      where: { campaignId: campaign.id, kind: DRAFT, district: { in: districts }, state: { in: [...states] } },
      select: { id: true },
    });
    return drafts.map(({ id }) => id);
  };

async function listsWith({ caseId }: { caseId?: string }, context: Context): Promise<string[]> {
  const application = caseId === undefined ? undefined : await applicationById(context.tx, caseId);
  return application ? listsOf(...UNFINISHED)(application, context) : [];
}

/** Shows the list during entry and after confirmation. */
export const listRenderer: CardRenderer = {
  kind: LIST_CARD,
  district: async (context, { subject }) => (await context.drafts.read(subject))?.district,
  redrawOn: [
    redrawOn(applicationSubmitted, listsOf(...UNFINISHED, "done")),
    redrawOn(applicationWithdrawn, listsOf(...UNFINISHED)),
    redrawOn(listConfirmed, listsOf(...UNFINISHED, "done")),
    redrawOn(listSealed, listsOf("done")),
    redrawOn(listHoldChanged, listsOf("done")),
    redrawOn(opinionsChanged, listsOf(...UNFINISHED, "done")),
    redrawOn(attachmentsChanged, listsWith),
    ...onRequirements(),
    ...sheetEvents.map((type) =>
      redrawOn(type, (sheet, context) => (sheet.ledger === "district" ? listsOf(...UNFINISHED)(sheet, context) : [])),
    ),
  ],
  async render(context, { subject, chat }) {
    const draft = await context.drafts.read(subject);
    if (!draft) throw new Error(`card of an unknown list ${subject}`);
    if (draft.state !== "done") {
      if (await areListsFrozen(context)) return closedListView(context, draft.district ?? "");
      const asks = { kind: DIALOGUE, state: { draftId: draft.id } };
      const at = chatOfKey(chat);
      const viewer = at.kind === "direct" ? at.person : draft.startedBy;
      return { ...listCardView(context, await listDraftOf(context, draft, viewer)), asks };
    }
    return reportedView(context, draft.subject ?? "");
  },
};

/**
 * The list that was reported with a card: as it is in force, where the city's return of a case has made it anew; once it
 * was reported again, with a card of its own, that it is replaced.
 */
async function reportedView(context: Context, subject: string): Promise<View> {
  const { tx, campaign } = context;
  const [district = "", version = ""] = subject.split("/");
  const newest = await newestList(tx, campaign.id, district);
  if (newest?.version === Number(version)) return confirmed(context, newest);
  const name = { kind: DRAFT, subject: `${district}/${newest?.version}`, state: "done" };
  const isReportedAgain = (await tx.draft.count({ where: { campaignId: campaign.id, ...name } })) > 0;
  if (newest && !isReportedAgain) return confirmed(context, newest);
  const before = await listVersion(tx, { campaignId: campaign.id, district, version: Number(version) });
  const words = withdrawalPhrases.superseded(Number(version), before.withdrawnAt !== null);
  return textView(titleOf(context, district), words, { tone: "closed", status: withdrawalPhrases.replaced() });
}

export async function confirmed(context: Context, list: RecommendationList): Promise<View> {
  const kept = await sectionsKept(context, list.items, list.confirmedAt);
  const named = list.items.map(({ applicationId: id }) => ({ id, name: kept.get(id)?.identity?.content.name ?? "" }));
  const texts = await context.personal.read([list.fewerReason, list.lateReason]);
  const enteredBy = await onBehalfLine(context, enteredFor(list.confirmedBy, list.responsible));
  const state = await sealState(context, list);
  const seal = { words: sealWords(state), isDone: isSealed(state) };
  const ids = list.items.map(({ applicationId }) => applicationId);
  const cases = (await applicationsOf(context.tx, context.campaign.id)).filter(({ id }) => ids.includes(id));
  const against = await againstOf(context, cases);
  const difference = await differenceWords(context, list);
  const isClosed = (await isFrozen(context, list)) || (await heldBy(context, list)) !== undefined;
  return confirmedView(context, { list, named, texts, enteredBy, seal, against, difference, isFrozen: isClosed });
}
