import type { PersonContext } from "../engine/context.ts";
import { type ListDraft, lookAt, setNone, setOrder } from "./draft.ts";
import { listWords, rulesFor } from "./list-words.ts";
import { exampleOrder } from "./numbers.ts";
import { type OrderRead, readOrder } from "./order.ts";
import { recommendationPhrases as phrases } from "./phrases.ts";
import { namesOf, numberProblem } from "./reasons.ts";
import { ORDER, unseenOn } from "./shared-list.ts";

/** What became of an order that was said: saved whole, or not at all, with the sentence that says so. */
export interface TakenOrder {
  list: ListDraft;
  said: string;
  saved: boolean;
}

/** Reads and saves an order, or 无推荐, as said to the question for the order. */
export async function takeOrder(context: PersonContext, list: ListDraft, text: string): Promise<TakenOrder> {
  const { candidates } = list;
  // A colleague's order that the person has not seen is not overwritten.
  if (unseenOn(list).some(({ key }) => key === ORDER)) {
    return { list: await lookAt(context, list), said: phrases.colleagueOrdered(), saved: false };
  }
  const ids = candidates.map(({ application }) => application.id);
  const read = readOrder(text, namesOf(candidates, ids));
  if (read.kind === "none") return { list: await setNone(context, list), said: phrases.noneSaved(), saved: true };
  if (read.kind !== "places") return { list, said: unread(context, list, read), saved: false };
  const order = read.places.flatMap((place) => ids[place] ?? []);
  const problem = numberProblem(context, { ...list, order, none: false });
  if (problem !== undefined) return { list, said: problem, saved: false };
  const taken = await setOrder(context, list, order);
  return { list: taken, said: phrases.orderSaved(namesOf(candidates, order)), saved: true };
}

type Unread = Exclude<OrderRead, { kind: "places" | "none" }>;

export const orderForm = (context: PersonContext, { district, candidates }: ListDraft): string =>
  phrases.orderForm(exampleOrder(rulesFor(context, district), candidates.length), candidates.length);

function unread(context: PersonContext, list: ListDraft, read: Unread): string {
  const form = orderForm(context, list);
  const { candidates } = list;
  switch (read.kind) {
    case "maybeNone":
      return phrases.maybeNone(read.said, listWords(context.campaign.definition, list.district));
    case "unclear":
      return phrases.orderUnclear() + form;
    case "unread":
      return phrases.orderUnread(read.part) + form;
    case "outOfRange":
      return phrases.orderOutside(read.number, candidates.length) + form;
    case "twice":
      return phrases.orderTwice(read.number) + form;
  }
}
