import type { Action } from "../../platform/chat/view.ts";
import { wantsItDone } from "../../platform/conversation/answers/affirms.ts";
import { talkIn } from "../../platform/conversation/answers/talk.ts";
import { questionByKey } from "../../platform/conversation/field.ts";
import { readFormCommand } from "../../platform/conversation/form-command.ts";
import { step } from "../../platform/conversation/form-step.ts";
import { openAt } from "../../platform/conversation/moves.ts";
import { openQuestion } from "../../platform/conversation/open-question.ts";
import { withoutSoundsWithin } from "../../platform/conversation/spoken.ts";
import { saysUndo } from "../../platform/conversation/undo.ts";
import { outcomeView } from "../../platform/conversation/views.ts";
import { dayOf } from "../../shared/civil-date.ts";
import { labelsOf } from "../application/surroundings.ts";
import type { PersonContext } from "../engine/context.ts";
import { asText, saidAsText } from "../engine/dispatch/command-or-answer.ts";
import { commandWithin } from "../engine/dispatch/command-within.ts";
import { matchCommand, plainText } from "../engine/dispatch/match-command.ts";
import { hasBeenLeft } from "../engine/dispatch/step-aside.ts";
import { dialogue, extend } from "../engine/feature.ts";
import { reasonAsked } from "../evidence/extension-points.ts";
import { opinionsInstead } from "./beside-opinions.ts";
import { besidePhrases } from "./beside-phrases.ts";
import { besideReason } from "./beside-reasons.ts";
import { commandInReason } from "./command-in-reason.ts";
import {
  applicationsBefore,
  asksOf,
  DIALOGUE,
  giveReason,
  LIST_CARD,
  type ListDraft,
  listDraftOf,
  lookAt,
  type Said,
} from "./draft.ts";
import { clearList } from "./enter-order.ts";
import { caseToChange } from "./form-change.ts";
import { assertChangeable } from "./list-step.ts";
import { isOrderAlone } from "./order-alone.ts";
import { recommendationPhrases as phrases } from "./phrases.ts";
import { nameFirst, reasonLines } from "./reason-heads.ts";
import { withoutReasonLead } from "./reason-turns.ts";
import { namesOf } from "./reasons.ts";
import { movesWithin } from "./replaced-reason.ts";
import { labelledRows } from "./rows-of-reasons.ts";
import type { Beside } from "./said-of-several.ts";
import { sameReason, takenAbove } from "./same-reason.ts";
import { unseenOn } from "./shared-list.ts";
import { offered, orderForm, takeOrder } from "./take-order.ts";
import { awaitSettling, listState } from "./unsettled.ts";
import { cancelledView, leftView, typedListView } from "./views.ts";

const isCancel = (text: string): boolean => plainText(text).toLowerCase() === phrases.cancel();

/** A sentence that begins like the command: 推荐，因居民满意度高. */
const STARTS_LIKE_COMMAND = /^(?:不|无)?推荐[,，:：。、;；].*\p{Script=Han}/su;

/** 逾期原因：…, of the list here before it is that of an application. */
const LATE_REASON = new RegExp(`^${phrases.lateLabel()}(?:改为|改成|[\\s:：])`, "u");

/** A field of another form may be corrected meanwhile. */
const isFormWord = (text: string): boolean => !["correct", undefined].includes(readFormCommand(text)?.kind);

/** Draws up the list in chat: the order first, then one reason at a time. */
export const recommendationDialogue = dialogue({
  kind: DIALOGUE,
  readsCorrections: true,
  until: "publication",
  state: listState,
  claims: (text) =>
    isFormWord(text) ||
    saysUndo(text) ||
    isCancel(text) ||
    STARTS_LIKE_COMMAND.test(text.trim()) ||
    LATE_REASON.test(text.trim()),
  async awaits(context, { draftId }) {
    const draft = await context.drafts.read(draftId);
    const isOpen = draft !== undefined && draft.state !== "done";
    const list = isOpen ? await listDraftOf(context, draft, context.person.staffId) : undefined;
    return list?.reasons && !isReady(list) ? "text" : "value";
  },
  async handle(context, { state, text, files, quoted, asText = false }) {
    const draft = await context.drafts.read(state.draftId);
    if (!draft || draft.state === "done" || files.length > 0) return false;
    const list = await listDraftOf(context, draft, context.person.staffId);
    if (asText && list.reasons) return answerReason(context, asked(list, quoted?.question), { text, asText });
    if (isCancel(text)) return cancel(context, list);
    if (readFormCommand(text)?.kind === "leave") return leave(context, list);
    await assertChangeable(context, "listReported");
    if (list.reasons) return answerReason(context, asked(list, quoted?.question), { text });
    if (readFormCommand(text)?.kind === "correct" || saysUndo(text)) return false;
    // Here it is the command after all.
    if (STARTS_LIKE_COMMAND.test(text.trim())) return false;
    if (talkIn(text)) return show(context, list, [orderForm(context, list)]);
    const { list: taken, said, offer } = await takeOrder(context, list, text);
    return show(context, taken, [said], offer);
  },
});

/** A reason is asked for, in which rows may be named. */
export const asksReason = extend(reasonAsked, async (context, { asker }) => {
  const open = await asker.dialogue.current();
  const state =
    open?.kind === DIALOGUE && !hasBeenLeft(open, asker.now) ? listState.safeParse(open.state).data : undefined;
  const draft = state && (await context.drafts.read(state.draftId));
  if (!draft || draft.state === "done") return undefined;
  const list = await listDraftOf(context, draft, asker.person.staffId);
  return list.reasons && !isReady(list) ? true : undefined;
});

/** With the quoted question open. */
function asked(list: ListDraft, key: string | undefined): ListDraft {
  const question = list.reasons && key !== undefined ? questionByKey(list.reasons.form, key) : undefined;
  if (!list.reasons || !question) return list;
  return { ...list, reasons: { ...list.reasons, state: openAt(list.reasons.state, question) } };
}

/** All that was asked for is given; the list waits to be reported. */
const isReady = ({ reasons }: ListDraft): boolean =>
  reasons !== undefined && openQuestion(reasons.form, reasons.state) === undefined;

/** 好的报送, 好了报送吧: which list it is, the word itself confirms. */
const WANTS_IT_REPORTED = /^(?:[嗯好的了那就行可以，,\s])+(?:报送|上报)(?:上去)?[吧了啊。.!！]*$/u;

/** 嗯那名单先报上去吧报送 */
const NOTHING_ELSE =
  /^(?:[嗯好的了那就行可以把先都吧，,\s]|推荐|名单|这个|报上去|上去|报送|报|上报)*(?:报送|上报|报上去)[吧了啊。.!！]*$/u;

const wantsItReported = (text: string): boolean =>
  WANTS_IT_REPORTED.test(text.trim()) ||
  NOTHING_ELSE.test(text.trim()) ||
  isOrderAlone(text) ||
  (wantsItDone(text) && !/[撤删]/u.test(text));

/** Rows under 理由：, and 与上一项理由相同 as it stands on a button, with the labels of their reasons. */
const asLabelled = (list: ListDraft, text: string): string | undefined =>
  labelledRows(list, text) ?? takenAbove(list, text);

async function answerReason(context: PersonContext, before: ListDraft, typed: Said): Promise<boolean> {
  const listed = namesOf(before.candidates, before.order);
  const led = typed.asText ? typed.text : nameFirst(reasonLines(typed.text), listed);
  const said = { ...typed, text: (typed.asText ? undefined : asLabelled(before, led)) ?? led };
  if (!said.asText && movesWithin(said.text)) return giveTo(context, before, said);
  if (!said.asText && isReady(before) && wantsItReported(said.text))
    return show(context, before, [phrases.notYetReported()]);
  const names = (await applicationsBefore(context, before.district)).map(({ compoundName }) => compoundName);
  const ofForm = said.asText ? undefined : caseToChange(context, said.text, names);
  if (ofForm !== undefined) return tell(context, before, { said: phrases.ofForm(ofForm), offers: [toForm(ofForm)] });
  const isCommand = (word: string): boolean =>
    readFormCommand(word) !== undefined || matchCommand(context.commands, word)?.rest === "";
  const beside = said.asText
    ? sameReason(before, said.text)
    : (opinionsInstead(context, before, { text: said.text, names }) ??
      besideReason(before, said.text, { others: names, labels: labelsOf(context.campaign.definition), isCommand }));
  const isBeside = !beside || beside.offers.every(({ label }) => BESIDE_TEXT.includes(label));
  const command =
    said.asText || !isBeside ? undefined : await commandInReason(context, said.text, { isOpen: !isReady(before) });
  if (command) return tell(context, before, command);
  // 等一下鉴湖雅苑先撤回, where nothing is asked for: a command is nearer than a reason.
  const isElse = isReady(before) && !beside?.offers.some(({ label }) => label !== phrases.asReason());
  if (isElse && !said.asText && (await commandWithin(context, said.text, context.commands))) return false;
  if (beside) {
    const isOrder = beside.offers.some(({ label }) => label === phrases.takeOrder());
    const isNotAsked = isReasonless(before) && beside.offers.some(({ label }) => label === phrases.asReason());
    const notAsked = {
      said: isOrder ? beside.said : phrases.notAsked(said.text.trim()),
      offers: beside.offers.filter(({ label }) => label !== phrases.asReason()),
    };
    const answer = isNotAsked ? notAsked : takenAtOnce(context, before, ofItem(before, beside));
    await awaitSettling(context, before.draft, { text: said.text.trim(), offers: answer.offers });
    return tell(context, before, answer);
  }
  const isOpen = !isReady(before);
  const meant = said.asText
    ? said
    : { ...said, text: isOpen ? withoutReasonLead(said.text) : withoutSoundsWithin(said.text) };
  return giveTo(context, before, meant);
}

async function giveTo(context: PersonContext, before: ListDraft, said: Said): Promise<boolean> {
  const isOpen = !isReady(before);
  const { list, outcome } = await giveReason(context, before, said);
  // 东升花园的理由改成…, where nothing wants one: there is no field that could be chosen.
  if (outcome.kind === "whichField" && isReasonless(before))
    return tell(context, before, { said: phrases.notAsked(said.text.trim()), offers: [] });
  if (outcome.kind === "notUnderstood") {
    if (isOpen || !SENTENCE.test(said.text.trim())) return false;
    const labels = before.reasons?.form.fields.map(({ label }) => label) ?? [];
    const text = said.text.trim();
    const offers = labels.slice(0, MOST_LABELS).map(
      (label): Action => ({
        ...{ id: "", label: besidePhrases.asReasonOf(label), typed: asText(`${label}：${text}`), look: "default" },
      }),
    );
    const sentence = labels.length > 0 ? phrases.sayWhich(text, labels) : phrases.notAsked(text);
    return tell(context, before, { said: sentence, offers });
  }
  await context.dialogue.open(DIALOGUE, { draftId: list.draft.id });
  // 甲的理由里“…”删去: what it would be is shown first.
  if (outcome.kind === "review" && outcome.readings) {
    const offers = outcome.readings.map((label): Action => ({ id: "", label, typed: label, look: "default" }));
    return tell(context, list, { said: (outcome.notes ?? []).join(""), offers });
  }
  if (outcome.kind === "review" || outcome.kind === "submit" || !list.reasons) return show(context, list, []);
  const view = outcomeView({ ...list.reasons, frame: {} }, outcome);
  if (view) await context.reply({ ...view, asks: asksOf(list) });
  return answered(context, list);
}

const MOST_LABELS = 4;
/** Buttons of the text itself: none of them is for anything else in it. */
const BESIDE_TEXT = [phrases.forwarded.without(), phrases.asReason()];

/** 只记正文 records what it shows: it is not asked about a second time. */
function takenAtOnce(context: PersonContext, { reasons }: ListDraft, { said, offers }: Beside): Beside {
  if (!reasons) return { said, offers };
  const when = { today: dayOf(context.now), year: context.campaign.definition.campaign.year.value };
  return {
    said,
    offers: offers.map((offer) => {
      const { label, typed } = offer;
      if (label !== phrases.forwarded.without() || typed === undefined || saidAsText(typed) !== undefined) return offer;
      const { outcome } = step(reasons.form, reasons.state, { text: typed, ...when });
      return outcome.kind === "retry" ? { ...offer, typed: asText(typed) } : offer;
    }),
  };
}

/** Words for a reason, where none is asked for: no order of one or two signs. */
const SENTENCE = /^[\p{Script=Han}\d，,、；;。%％]{4,}$/u;

/** What is offered as the reason, where none is open: as that of an item by its name. */
function ofItem(list: ListDraft, beside: Beside): Beside {
  if (!list.reasons || !isReady(list)) return beside;
  const labels = list.reasons.form.fields.map(({ label }) => label);
  const said = besidePhrases.whereAllGiven(beside.said, labels);
  const offers = beside.offers.flatMap((offer): readonly Action[] => {
    const { label, typed = "" } = offer;
    const text = saidAsText(typed);
    if (label !== phrases.asReason() || text === undefined || labels.some((one) => text.startsWith(one)))
      return [offer];
    const [only, second] = labels;
    return second === undefined
      ? [{ ...offer, typed: asText(`${only}：${text}`) }]
      : labels.map((one) => ({ ...offer, label: one, typed: asText(`${one}：${text}`) }));
  });
  const isChanged = offers.some((offer, at) => offer !== beside.offers[at]);
  return { said: isChanged ? besidePhrases.ofItem(said, labels) : said, offers };
}

/** Nothing on this list wants a reason. */
const isReasonless = ({ reasons }: ListDraft): boolean => reasons?.form.fields.length === 0;

const toForm = (name: string): Action => ({
  ...{ id: "", label: `${phrases.editWord()} ${name}`, typed: `${phrases.editWord()} ${name}`, look: "primary" },
});

async function tell(context: PersonContext, list: ListDraft, { said, offers }: Beside): Promise<true> {
  const view = typedListView(context, list, [said]);
  await context.reply({ ...view, actions: [...offers, ...view.actions], asks: asksOf(list) });
  return true;
}

/** @param offer an order that may be meant, as it can be sent */
async function show(
  context: PersonContext,
  list: ListDraft,
  said: readonly string[],
  offer?: string,
): Promise<boolean> {
  const view = typedListView(context, list, said);
  await context.reply({ ...view, actions: [...offered(offer), ...view.actions], asks: asksOf(list) });
  return answered(context, list);
}

async function answered({ cards }: PersonContext, { draft }: ListDraft): Promise<true> {
  await cards.refreshLater({ kind: LIST_CARD, subject: draft.id });
  return true;
}

async function leave(context: PersonContext, list: ListDraft): Promise<true> {
  const { draft } = await lookAt(context, list, { step: "left" });
  await context.dialogue.close(DIALOGUE);
  await context.reply(leftView());
  await context.cards.refresh({ kind: LIST_CARD, subject: draft.id });
  return true;
}

/** 取消. Takes back the order, or 无推荐, with its reasons; a list already reported stays. */
async function cancel(context: PersonContext, list: ListDraft): Promise<true> {
  const hadOrder = list.reasons !== undefined;
  const isSeen = unseenOn(list).length === 0;
  if (hadOrder && isSeen) await clearList(context, list);
  await context.dialogue.close(DIALOGUE);
  await context.reply(cancelledView(isSeen ? phrases.cancelled(hadOrder) : phrases.cancelledKept()));
  await context.cards.refresh({ kind: LIST_CARD, subject: list.draft.id });
  return true;
}
