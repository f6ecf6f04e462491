import type { Action } from "../../platform/chat/view.ts";
import { talkIn } from "../../platform/conversation/answers/talk.ts";
import type { ListDraft } from "./draft.ts";
import { readOrder } from "./order.ts";
import { recommendationPhrases as phrases } from "./phrases.ts";
import { namesOf } from "./reasons.ts";

/** What is said while a reason is asked for, and is none: shown above the question, which stays open. */
export interface Beside {
  said: string;
  offers: readonly Action[];
}

const ABOUT_ORDER = /^(?:顺序|次序|排序)(?:不对|错了|有误)?[,，\s]*(?:应该是|应为|改为|改成|是)?\s*/u;
const NUMBERS_ONLY = /^[\d\s,，、.。;；:：\-～~]+$/u;

/** An order is no reason, nor is a slip. Undefined: it may be a reason. */
export function besideReason(list: ListDraft, text: string): Beside | undefined {
  if (!list.reasons) return undefined;
  const said = text.trim().replace(ABOUT_ORDER, "");
  const ids = list.candidates.map(({ application }) => application.id);
  const read = readOrder(said, namesOf(list.candidates, ids));
  if (read.kind === "places") return asOrder(list, { places: read.places, text });
  if (NUMBERS_ONLY.test(said.normalize("NFKC"))) return { said: phrases.numbersNoReason(), offers: [] };
  return talkIn(text) === "wrong" ? { said: phrases.takenBack(), offers: [] } : undefined;
}

function asOrder(list: ListDraft, { places, text }: { places: readonly number[]; text: string }): Beside {
  const ids = places.flatMap((place) => list.candidates[place]?.application.id ?? []);
  const isSame = ids.length === list.order.length && ids.every((id, at) => id === list.order[at]);
  const lead = phrases.orderNotReason(namesOf(list.candidates, ids));
  if (isSame) return { said: lead + phrases.orderSame(), offers: [] };
  const typed = `${phrases.word()} ${places.map((place) => place + 1).join(" ")}`;
  const take: Action = { id: "", label: phrases.takeOrder(), typed, look: "primary" };
  const isReason = /\p{Script=Han}/u.test(text);
  const keep: Action = { id: "", label: phrases.asReason(), typed: `内容：${text}`, look: "default" };
  return { said: lead + phrases.orderChange(), offers: isReason ? [take, keep] : [take] };
}
