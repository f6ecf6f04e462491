import type { Action, ViewForm } from "../../platform/chat/view.ts";
import type { Context } from "../engine/context.ts";
import { extensionPoint } from "../engine/extension-point.ts";

/** Additions to the stage card of a district's officials: actions before the card's own, at most one form. */
export interface OfficialCardPart {
  actions: readonly Action[];
  form?: ViewForm;
}

/** If several parts add a form, the card shows the first. */
export const officialCardPart = extensionPoint<{ stage: string; district: string }, OfficialCardPart>(
  "stage.official-card",
);

/** Ids of the districts that have handed in the deliverable (id). Extended by the part that receives it. */
export const receivedFrom = extensionPoint<{ deliverable: string }, ReadonlySet<string>>("stage.received-from");

/** Ids of the districts that have handed in the deliverable; empty if no part receives it. */
export async function districtsWith(context: Context, deliverable: string): Promise<ReadonlySet<string>> {
  const [received = new Set<string>()] = await context.contributions(receivedFrom, { deliverable });
  return received;
}
