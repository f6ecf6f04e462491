import type { Action } from "../../platform/chat/view.ts";
import { extensionPoint } from "../engine/extension-point.ts";

/** Buttons of later parts on the organizers' list of rulings, the first card they get. */
export const organizerActions = extensionPoint<Record<string, never>, Action>("ruling.organizer-actions");
