import type { Action } from "../../platform/chat/view.ts";
import { extensionPoint } from "../engine/extension-point.ts";

/** Actions on the list of rulings, the organizers' first card. */
export const organizerActions = extensionPoint<Record<string, never>, Action>("ruling.organizer-actions");
