import type { PersonContext } from "../engine/context.ts";
import { reportsInForce } from "./store.ts";

/** The version in force, if it is that one and a text. */
export async function textOf(
  context: PersonContext,
  { district, version }: { district: string; version: number },
): Promise<string | undefined> {
  const known = (await reportsInForce(context.tx, context.campaign.id)).get(district);
  return known?.version === version && known.content.kind === "text" ? textInForce(context, district) : undefined;
}

/** What the version in force says; undefined without one, or where nothing could be read of its file. */
export async function textInForce(context: PersonContext, district: string): Promise<string | undefined> {
  const text = (await reportsInForce(context.tx, context.campaign.id)).get(district)?.content.text;
  return text && (await context.personal.read([text])).get(text.personal);
}
