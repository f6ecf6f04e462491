import type { Action, ViewForm } from "../../platform/chat/view.ts";
import { extensionPoint } from "../engine/extension-point.ts";

/** What a later part puts on the stage card of a district's officials: buttons before the card's own, at most one form. */
export interface OfficialCardPart {
  actions: readonly Action[];
  form?: ViewForm;
}

/** Where several parts bring a form, the first one stands. */
export const officialCardPart = extensionPoint<{ stage: string; district: string }, OfficialCardPart>(
  "stage.official-card",
);
