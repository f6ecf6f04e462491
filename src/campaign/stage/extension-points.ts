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

/** How far a district has come with a deliverable. */
export interface Delivery {
  /** 已提交定稿1个，共2个 */
  words: string;
  /** True: nothing of it is left to do, so no date is named. */
  done: boolean;
  /** True: it is not in, and nothing more is accepted; the words say why. */
  isEnded?: boolean;
}

/** State of the district's deliverables, by deliverable id. Extended by the part that counts them. */
export const deliveriesOf = extensionPoint<{ district: string }, ReadonlyMap<string, Delivery>>("stage.deliveries");

/** Ids of the deliverables of which nothing more is accepted. Extended by the part that receives them. */
export const endedDeliverables = extensionPoint<Record<string, never>, readonly string[]>("stage.ended-deliverables");

/** Ids of the deliverables of which nothing more is accepted: after 公布 the districts' lists. */
export const endedOf = async (context: Context): Promise<ReadonlySet<string>> =>
  new Set((await context.contributions(endedDeliverables, {})).flat());

/** Ids of the districts that have handed in the deliverable (id). Extended by the part that receives it. */
export const receivedFrom = extensionPoint<{ deliverable: string }, ReadonlySet<string>>("stage.received-from");

/** Ids of the districts that have handed in the deliverable; empty if no part receives it. */
export async function districtsWith(context: Context, deliverable: string): Promise<ReadonlySet<string>> {
  const [received = new Set<string>()] = await context.contributions(receivedFrom, { deliverable });
  return received;
}
