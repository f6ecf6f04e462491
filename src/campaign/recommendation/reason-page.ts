import type { ViewForm } from "../../platform/chat/view.ts";
import { applyCardValues } from "../../platform/conversation/apply-card-values.ts";
import { cardPages } from "../../platform/conversation/card-pages.ts";
import { nextOpen } from "../../platform/conversation/form-state.ts";
import { openAt } from "../../platform/conversation/moves.ts";
import { openQuestion } from "../../platform/conversation/open-question.ts";
import { readTurn, type Turn } from "../../platform/conversation/page-turn.ts";
import type { Refused } from "../../platform/conversation/shared-work.ts";
import { dayOf } from "../../shared/civil-date.ts";
import type { Context, PersonContext } from "../engine/context.ts";
import { type ListDraft, setReasons } from "./draft.ts";
import { refusedOf } from "./shared-list.ts";

export const SAVE_REASONS = "recommendation.save-reasons";

/** The pages for the reasons, and which of them holds the open question; undefined if none is open. */
function openPage({ cards }: Context, list: ListDraft): { pages: readonly ViewForm[]; at: number } | undefined {
  const { draft, reasons } = list;
  const question = reasons && openQuestion(reasons.form, reasons.state);
  if (!reasons || !question) return undefined;
  const refused = new Map(refusedOf(list).map(({ key, typed }) => [key, typed]));
  const pages = cardPages(reasons.form, reasons.state, {
    ...cards.formRoom,
    ...{ action: SAVE_REASONS, subject: draft.id, turns: { isFirst: true, refused } },
  });
  return { pages, at: pages.findIndex(({ fields }) => fields.some(({ name }) => name === question.key)) };
}

export function reasonPage(context: Context, list: ListDraft): ViewForm | undefined {
  const open = openPage(context, list);
  return open?.pages[open.at];
}

/** A submitted page of reasons: what of it could not be saved, and where it leads. */
interface TurnedPage {
  list: ListDraft;
  turn: Turn;
  /** Values that could not be saved. */
  refused: readonly Refused[];
}

/**
 * Saves a submitted page. What is good stands; what is not keeps the page open, unless the person leaves. After the last
 * page the summary follows.
 */
export async function turnReasons(
  context: PersonContext,
  list: ListDraft,
  submitted: Readonly<Record<string, unknown>>,
): Promise<TurnedPage> {
  const { turn, values } = readTurn(submitted);
  const open = openPage(context, list);
  if (!list.reasons || !open) return { list, turn, refused: [] };
  const { form, state } = list.reasons;
  const keysOf = (page: ViewForm | undefined) =>
    form.fields.filter(({ key }) => page?.fields.some(({ name }) => name === key)).map(({ key }) => key);
  const asked = turn === "next" ? keysOf(open.pages[open.at]) : [];
  const { year } = context.campaign.definition.campaign;
  const applied = applyCardValues(form, state, { values, asked, today: dayOf(context.now), year: year.value });
  const told = applied.problems.map(
    ({ field, label, sentence, typed = "" }): Refused => ({ key: field, label, sentence, typed }),
  );
  const before = keysOf(open.pages[open.at - 1])[0];
  const next = { next: nextOpen(form, applied.state)?.key, back: before, leave: state.at }[turn];
  const at = told.length > 0 && turn !== "leave" ? (told[0]?.key ?? state.at) : next;
  const opened = openAt(
    applied.state,
    form.fields.find(({ key }) => key === at),
  );
  const saved = await setReasons(context, list, opened, {
    refused: told,
    ...(turn === "leave" ? { step: "left" } : {}),
  });
  return { list: saved, turn, refused: refusedOf(saved) };
}
