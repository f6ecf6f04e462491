import type { Context } from "../engine/context.ts";
import { extensionPoint } from "../engine/extension-point.ts";

/** Which districts (ids) have handed in a deliverable (id): answered by the part that receives it. */
export const receivedFrom = extensionPoint<{ deliverable: string }, ReadonlySet<string>>("stage.received-from");

/** The districts that have handed in the deliverable; none where no part receives it. */
export async function districtsWith(context: Context, deliverable: string): Promise<ReadonlySet<string>> {
  const [received = new Set<string>()] = await context.contributions(receivedFrom, { deliverable });
  return received;
}
