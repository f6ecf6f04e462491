import { event } from "../../engine/events.ts";

/** Opinions on a case were recorded, confirmed or withdrawn, or a change of its form was marked as a slip. */
export const opinionsChanged = event<{ id: string; district: string }>("application.opinions-changed");
