import { event } from "../engine/events.ts";

/** Something was filed at a place, or withdrawn from it. `caseId` is left out where it belongs to no case. */
export const attachmentsChanged = event<{ caseId?: string; place: string }>("attachment.changed");
