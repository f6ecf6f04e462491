import { textView } from "../../platform/chat/view.ts";
import { dayOf } from "../../shared/civil-date.ts";
import { RefusalError } from "../../shared/refusal-error.ts";
import { onRequirements } from "../application/requirements/redraw.ts";
import { consultationChanged } from "../consultation/events.ts";
import { dayWordsIn } from "../definition/wording.ts";
import { mayMember } from "../directory/member.ts";
import type { Context } from "../engine/context.ts";
import { type FilePlace, filePlaces } from "../engine/dispatch/file-places.ts";
import { type CardRenderer, extend, type Feature, redrawOn } from "../engine/feature.ts";
import { onStandings } from "../ranking/redraw.ts";
import { onDecisions } from "../ruling/on-decisions.ts";
import { selectionChanged } from "../selection/events.ts";
import { beforePublication, besidePublication, publicationWaits } from "../selection/extension-points.ts";
import { openRulings } from "../selection/rules.ts";
import { latestSelection } from "../selection/store.ts";
import { wordsOf } from "../selection/words.ts";
import { POSTED_CARD } from "./begin.ts";
import { confirmDialogue, noticeCommands, PROOF } from "./commands.ts";
import { noticeEnds, noticeTold } from "./ends.ts";
import { noticeChanged } from "./events.ts";
import { noticePhrases as phrases } from "./phrases.ts";
import { proofsOf } from "./proof.ts";
import { phaseOf } from "./rules.ts";
import { noticeEffects, noticeEffectsFollow } from "./ruling-effects.ts";
import { noticeable, noticeWait } from "./standing.ts";
import { noticeOf, noticesOf, publicNoticeTable } from "./store.ts";
import { CARD, openAction, postedView, previewView, standingView } from "./views.ts";

/** Before it begins what is to be checked, with the form; then how it stands. */
const cardRenderer: CardRenderer = {
  kind: CARD,
  redrawOn: [
    ...onStandings,
    ...onRequirements(),
    redrawOn(consultationChanged),
    redrawOn(selectionChanged),
    redrawOn(noticeChanged, ({ version }) => String(version)),
    onDecisions("numberSelected", "noticePeriod", "rankingBasis", "undecidedRequirement"),
  ],
  async render(context, { subject }) {
    const begun = await noticeOf(context, Number(subject));
    if (begun) return standingView(context, begun);
    const words = wordsOf(context.campaign.definition);
    const title = phrases.title(Number(subject), words);
    const latest = await latestSelection(context.tx, context.campaign.id);
    if (latest && String(latest.version) !== subject) {
      return textView(title, phrases.stopped(words), { tone: "closed", status: phrases.notBegun() });
    }
    try {
      return await previewView(context, await noticeable(context));
    } catch (error) {
      if (error instanceof RefusalError) return textView(title, error.message, { tone: "closed" });
      throw error;
    }
  },
};

const postedRenderer: CardRenderer = {
  kind: POSTED_CARD,
  redrawOn: [redrawOn(selectionChanged), redrawOn(noticeChanged, ({ number }) => String(number))],
  async render(context, { subject }) {
    const notice = (await noticesOf(context)).find(({ number }) => String(number) === subject);
    if (!notice) throw new Error(`no public notice ${subject}`);
    return postedView(context, notice);
  },
};

/** 公示 as it stands, beside the list that is to be published. */
const beside = extend(besidePublication, async (context: Context, { selection }) => {
  const notice = await noticeOf(context, selection.version);
  if (!notice) return undefined;
  const { definition } = context.campaign;
  const [from, to] = [dayWordsIn(definition, notice.beginsOn), dayWordsIn(definition, notice.endsOn)];
  const phase = phaseOf(notice, selection, dayOf(context.now));
  const proofs = (await proofsOf(context, notice)).length + (notice.page === undefined ? 0 : 1);
  return { facts: [{ label: phrases.factLabel(), value: phrases.fact(from, to, phase, proofs) }] };
});

/** Before it begins the button that opens it, once nothing but the notice is waited for. */
const before = extend(beforePublication, async (context: Context, { selection }) => {
  const { campaign, rulings } = context;
  if (openRulings(campaign.definition, rulings).length > 0) return undefined;
  const waits = await noticeWait(context, selection);
  return waits === undefined ? undefined : [openAction()];
});

/** A dropped picture or PDF may show where the list was posted. */
const proofPlace = extend(filePlaces, async (context, { file, person }): Promise<FilePlace | undefined> => {
  if (file.opened?.kind !== "scan" || !mayMember(context.campaign.definition, person, "publication.publish")) {
    return undefined;
  }
  const latest = await latestSelection(context.tx, context.campaign.id);
  const notice = latest?.state === "approved" ? await noticeOf(context, latest.version) : undefined;
  if (!notice) return undefined;
  const action = { id: PROOF, label: phrases.placeAction(), typed: phrases.typedProof(file.name) };
  return { action: { ...action, look: "default" } };
});

/** 公示 of the list before 公布. */
export const publicNoticeFeature: Feature = {
  tables: [publicNoticeTable],
  commands: noticeCommands,
  dialogues: [confirmDialogue],
  renderers: [cardRenderer, postedRenderer],
  dueKinds: [noticeEnds, noticeTold],
  listeners: noticeEffectsFollow,
  extensions: [
    noticeEffects,
    extend(publicationWaits, (context, { selection }) => noticeWait(context, selection)),
    beside,
    before,
    proofPlace,
  ],
  enforces: ["noticePeriod"],
};
