import type { Action, ViewForm } from "../../platform/chat/view.ts";
import type { Turn } from "../engine/feature.ts";

/**
 * What a later part of the campaign puts on the card of a district's officials: buttons before the card's own, and at
 * most one form. Where several parts bring a form, the first one stands.
 */
export interface DistrictPart {
  draw(turn: Turn, at: { stage: string; district: string }): Promise<{ actions: readonly Action[]; form?: ViewForm }>;
}

/** What happens besides the cards when a stage opens, e.g. a card of the organizers' own. */
export type OnStageOpening = (turn: Turn, stage: string) => Promise<void>;
