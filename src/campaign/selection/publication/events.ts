import { event } from "../../engine/events.ts";

/** A correction of the published list has been proposed or decided. */
export const correctionChanged = event<{ number: number }>("publication.correction-changed");

/** 暂停公布, or 恢复公布. */
export const suspensionChanged = event<{ version: number }>("publication.suspension-changed");
