import type { Action } from "../../platform/chat/view.ts";
import { saysDrop } from "../../platform/conversation/held.ts";
import { scorePhrases } from "../../platform/conversation/phrases.ts";
import { type Refused, shareOf } from "../../platform/conversation/shared-work.ts";
import type { PersonContext } from "../engine/context.ts";
import { scoringPhrases as phrases } from "./phrases.ts";
import { moveTo, type ScoringDraft } from "./scoring-draft.ts";
import { declinesOffer, offeredLast } from "./taken-offer.ts";

interface Answered {
  draft: ScoringDraft;
  said: readonly string[];
  offers?: readonly Action[];
}

type Place = Pick<ScoringDraft, "work" | "viewer">;

/** Rows of refused messages that could be read, until they are recorded, said otherwise or given up. */
const heldRows = ({ work, viewer }: Place): readonly Refused[] =>
  shareOf(work, viewer).refused.filter(({ reading }) => reading !== undefined);

const READABLE = new RegExp(`^${scorePhrases.recordReadable(0).replace("0", "\\d{1,2}")}$`, "u");

/** What waits to be recorded is offered below every answer, with what was read now. */
export function withHeldRows<Answer extends Answered>(answer: Answer): Answer {
  const held = heldRows(answer.draft);
  const offers = answer.offers ?? [];
  const label = scorePhrases.recordReadable(held.length);
  if (held.length === 0 || offers.some((one) => one.label === label)) return answer;
  const typed = held.map(({ reading }) => reading).join("；");
  const take: Action = { id: "", label, typed, look: "primary" };
  // A word that would record less than all of it is on no button, and so not named either.
  const fewer = offers.filter((one) => READABLE.test(one.label));
  const tails = fewer.map((one) => scorePhrases.readable("", one.typed ?? "", Number(/\d+/u.exec(one.label)?.[0])));
  const said = answer.said.map((sentence) => tails.reduce((rest, tail) => rest.replace(tail, ""), sentence));
  return {
    ...answer,
    said: [...said, phrases.heldRows(held.length, typed)],
    offers: [take, ...offers.filter((one) => !fewer.includes(one))],
  };
}

/** 不记录: what is held is given up. Undefined: it is not said, or nothing is held. */
export async function dropHeldRows(
  context: PersonContext,
  draft: ScoringDraft,
  text: string,
): Promise<(Answered & { kind: "answered" }) | undefined> {
  const isDeclined = declinesOffer(text);
  const held = saysDrop(text) || isDeclined ? heldRows(draft) : [];
  if (held.length === 0 && isDeclined && offeredLast(draft).length > 0)
    return { kind: "answered", draft, said: [phrases.offerDeclined()] };
  if (held.length === 0) return undefined;
  const left = shareOf(draft.work, draft.viewer).refused.filter((one) => !held.includes(one));
  const moved = await moveTo(context, draft, draft.at, { refused: left });
  return { kind: "answered", draft: moved, said: [phrases.heldDropped(held.map(({ key }) => key))] };
}

/** 「记为「3-9 2 台账不全」」: what is written on a button, sent as it stands there. */
export const writtenOn = (text: string): string =>
  /^\s*「?记为「(?<reading>[^「」]+)」+\s*$/u.exec(text)?.groups?.reading ?? text;
