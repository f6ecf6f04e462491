import { event } from "../engine/events.ts";

/** The city's figures of a case have changed without any points of a member: 合议分, 复核. */
export const cityFiguresChanged = event<{ caseId: string }>("verification.figures-changed");
