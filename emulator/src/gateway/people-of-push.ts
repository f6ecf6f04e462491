import { z } from "zod";
import type { Push } from "./push.ts";

/** Events about people name one or several. */
const eventSchema = z.object({ userId: z.union([z.string(), z.array(z.string())]) });

/** Whom a push comes from; of an event, whom it is about. Empty where it names nobody. */
export function peopleOfPush({ userId, type, data }: Push): string[] {
  if (userId !== undefined) return [userId];
  const read = type === "EVENT" ? eventSchema.safeParse(JSON.parse(data)) : undefined;
  return [read?.data?.userId ?? []].flat();
}
