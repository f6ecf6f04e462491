import { event } from "./events.ts";

/** A draft has been started, saved, finished or dropped. */
export const draftChanged = event<{ kind: string; district: string | undefined }>("draft.changed");
