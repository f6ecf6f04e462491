import type { PersonContext } from "../engine/context.ts";
import { type ListDraft, saveList } from "./draft.ts";
import { withReasons } from "./earlier-reasons.ts";

/** Saves the order; the reasons of the one before are earlier ones. */
export const setOrder = (context: PersonContext, list: ListDraft, order: readonly string[]): Promise<ListDraft> =>
  saveList(context, list, { order, none: false, reasons: undefined, earlier: withReasons(list) });

/** Saves that the district recommends nobody (无推荐). */
export const setNone = (context: PersonContext, list: ListDraft): Promise<ListDraft> =>
  saveList(context, list, { order: [], none: true, reasons: undefined, earlier: withReasons(list) });

/** Takes back the order, to be given anew. */
export const clearOrder = (context: PersonContext, list: ListDraft): Promise<ListDraft> =>
  saveList(context, list, { order: [], none: false, reasons: undefined, earlier: withReasons(list) });

/** Takes back what was entered. */
export const clearList = (context: PersonContext, list: ListDraft): Promise<ListDraft> =>
  saveList(context, list, { order: [], none: false, reasons: undefined, earlier: {} });
