import type { Action } from "../../platform/chat/view.ts";
import { nextOpen } from "../../platform/conversation/form-state.ts";
import { openAt } from "../../platform/conversation/moves.ts";
import type { PersonContext } from "../engine/context.ts";
import { besidePhrases } from "./beside-phrases.ts";
import { besideReason } from "./beside-reasons.ts";
import { TURNED } from "./counted-order.ts";
import { applicationsBefore, giveReason, type ListDraft, lookAt, setReasons } from "./draft.ts";
import { askedAgain } from "./earlier-reasons.ts";
import { setNone, setOrder } from "./enter-order.ts";
import { listWords, rulesFor } from "./list-words.ts";
import { isNoReason } from "./no-reason.ts";
import { exampleOrder } from "./numbers.ts";
import { type OrderRead, readOrder } from "./order.ts";
import { reasonsApart, reasonsOf } from "./order-with-reasons.ts";
import { recommendationPhrases as phrases } from "./phrases.ts";
import { namesOf, numberProblem } from "./reasons.ts";
import { isAsBefore } from "./same-reason.ts";
import { ORDER, unseenOn } from "./shared-list.ts";

/** What became of an order that was said: saved whole, or not at all, with the sentence that says so. */
export interface TakenOrder {
  list: ListDraft;
  said: string;
  saved: boolean;
  /** What may be meant, as it can be sent. */
  offer?: string;
}

/** The button for an order that may be meant. */
export const offered = (typed: string | undefined): Action[] =>
  typed === undefined ? [] : [{ id: "", label: phrases.inThisOrder(), typed, look: "primary" }];

/** Reads and saves an order, or 无推荐, as said to the question for the order. */
export async function takeOrder(context: PersonContext, list: ListDraft, text: string): Promise<TakenOrder> {
  const { candidates } = list;
  // A colleague's order that the person has not seen is not overwritten.
  if (unseenOn(list).some(({ key }) => key === ORDER)) {
    return { list: await lookAt(context, list), said: phrases.colleagueOrdered(), saved: false };
  }
  const ids = candidates.map(({ application }) => application.id);
  const apart = reasonsApart(text, namesOf(candidates, ids));
  if (apart) {
    const taken = await takeOrder(context, list, apart.order);
    return taken.saved ? takeBehind(context, taken, apart.reasons) : taken;
  }
  const places = list.order.map((id) => ids.indexOf(id)).filter((place) => place >= 0);
  const isTurned = TURNED.test(text.trim()) && places.length === 2;
  const read: OrderRead = isTurned
    ? { kind: "turned", places: places.toReversed() }
    : readOrder(text, namesOf(candidates, ids));
  if (read.kind === "none") return { list: await setNone(context, list), said: phrases.noneSaved(), saved: true };
  if (read.kind !== "places")
    return {
      list,
      said: unread(context, list, read),
      saved: false,
      ...(read.kind === "which" || read.kind === "turned" ? { offer: orderTyped(read.places) } : {}),
    };
  const order = read.places.flatMap((place) => ids[place] ?? []);
  const names = (await applicationsBefore(context, list.district)).map(({ compoundName }) => compoundName);
  // 江南 锦苑, of which only one can be recommended: the other is no reason.
  const part = [...(read.reasons?.values() ?? [])].find((reason) => isNoReason(reason, names));
  if (part !== undefined) return { list, said: unread(context, list, { kind: "unread", part }), saved: false };
  const problem = numberProblem(context, { ...list, order, none: false });
  if (problem !== undefined) return { list, said: problem, saved: false };
  const taken = await keepReasons(context, await setOrder(context, list, order));
  const saved = phrases.orderSaved(namesOf(candidates, order)) + taken.said;
  if (!read.reasons) return { list: taken.list, said: saved, saved: true };
  const given = await giveReasons(
    context,
    taken.list,
    new Map([...read.reasons].map(([at, text]) => [ids[at] ?? "", text])),
  );
  return { list: given.list, said: saved + given.said, saved: true };
}

/** Reasons given before that are asked for again stand again, and are shown with their words. */
async function keepReasons(context: PersonContext, list: ListDraft): Promise<{ list: ListDraft; said: string }> {
  const { reasons } = list;
  const again = askedAgain(list);
  const kept = (reasons?.form.fields ?? []).flatMap(({ key, label }) => {
    const text = again[key];
    return text === undefined ? [] : [{ label, text }];
  });
  if (!reasons || kept.length === 0) return { list, said: "" };
  const state = { ...reasons.state, answers: { ...reasons.state.answers, ...again } };
  const next = openAt(state, nextOpen(reasons.form, state));
  return { list: await setReasons(context, list, next), said: phrases.reasonsKept(kept) };
}

/** Reasons said along with the order go to the field that asks for one; of the others it is said that none is asked for. */
async function giveReasons(
  context: PersonContext,
  list: ListDraft,
  reasons: ReadonlyMap<string, string>,
): Promise<{ list: ListDraft; said: string }> {
  const fields = list.reasons?.form.fields ?? [];
  const asked = [...reasons].flatMap(([id, text]) => {
    const [name = ""] = namesOf(list.candidates, [id]);
    const own = fields.filter(({ label }) => label.startsWith(name));
    // What stands beside the place is why it has it; why it may be recommended at all is another reason.
    const field = own.length === 1 ? own[0] : own.find(({ label }) => label === phrases.reasonLabel(name));
    return [{ name, text, field }];
  });
  const placed = asked.filter(({ field }) => field !== undefined);
  const unplaced = asked.filter(({ field }) => field === undefined);
  const notAsked = unplaced.length === 0 ? "" : phrases.reasonsNotAsked(unplaced);
  if (placed.length === 0) return { list, said: notAsked };
  const text = placed.map((one) => `${one.field?.label ?? ""}：${one.text}`).join("\n");
  const { list: given, outcome } = await giveReason(context, list, { text });
  if (outcome.kind === "retry") return { list: given, said: phrases.reasonsOnly(outcome.sentence) + notAsked };
  const labels = placed.flatMap(({ field }) => field?.label ?? []);
  return { list: given, said: phrases.reasonsTaken(labels) + notAsked };
}

/** Reasons behind an order: those given before stand again already; what has no field, or may be none, is not recorded. */
async function takeBehind(context: PersonContext, taken: TakenOrder, said: string): Promise<TakenOrder> {
  const { list } = taken;
  const { reasons } = list;
  const names = namesOf(
    list.candidates,
    list.candidates.map(({ application }) => application.id),
  );
  const rows = reasons && reasonsOf(reasons, said, names);
  const notTaken = { ...taken, said: taken.said + besidePhrases.reasonsUnread(said) };
  if (!reasons || !rows) return notTaken;
  const news = rows.filter(({ text }) => !isAsBefore(text));
  const stands = rows.every(
    ({ question, text }) => !isAsBefore(text) || reasons.state.answers[question.key] !== undefined,
  );
  const lines = news.map(({ question, text }) => `${question.label}：${text}`).join("\n");
  if (!stands || (news.length > 0 && besideReason(list, lines, { others: names }))) return notTaken;
  if (news.length === 0) return taken;
  const { list: given, outcome } = await giveReason(context, list, { text: lines });
  if (outcome.kind === "retry") return { ...notTaken, list: given };
  return { ...taken, list: given, said: taken.said + phrases.reasonsTaken(news.map(({ question }) => question.label)) };
}

type Unread = Exclude<OrderRead, { kind: "places" | "none" }>;

/** The order that may be meant, as it can be sent. */
const orderTyped = (places: readonly number[]): string =>
  `${phrases.word()} ${places.map((place) => place + 1).join(" ")}`;

export const orderForm = (context: PersonContext, { district, candidates }: ListDraft): string =>
  phrases.orderForm(exampleOrder(rulesFor(context, district), candidates.length), candidates.length);

function unread(context: PersonContext, list: ListDraft, read: Unread): string {
  const form = orderForm(context, list);
  const { candidates } = list;
  const namesAt = (places: readonly number[]) =>
    places.map((place) => candidates[place]?.application.compoundName ?? "");
  switch (read.kind) {
    case "maybeNone":
      return phrases.maybeNone(read.said, listWords(context.campaign.definition, list.district));
    case "which":
      return phrases.orderWhich(namesAt(read.places));
    case "turned":
      return phrases.orderTurned(namesAt(read.places));
    case "unclear":
      return phrases.orderUnclear() + form;
    case "unknown":
      return besidePhrases.orderUnknown(read.part) + form;
    case "unread":
      return (
        phrases.orderUnread(read.part) + (/^(?:推荐)?理由/u.test(read.part) ? besidePhrases.reasonLater() : "") + form
      );
    case "outOfRange":
      return phrases.orderOutside(read.number, candidates.length) + form;
    case "twice":
      return phrases.orderTwice(read.number) + form;
  }
}
