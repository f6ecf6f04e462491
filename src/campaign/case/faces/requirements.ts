import type { Block } from "../../../platform/chat/view.ts";
import { standingsOf } from "../../application/requirements/standing.ts";
import { enteredBy } from "../../application/requirements/typed.ts";
import { standingBlocks } from "../../application/requirements/views.ts";
import type { Context } from "../../engine/context.ts";
import type { Seen } from "../seen.ts";

/** 要求: every clause as it stands. */
export async function requirementsFace(context: Context, { application }: Seen): Promise<Block[]> {
  const standing = (await standingsOf(context, [application])).get(application.id);
  if (!standing) return [];
  return standingBlocks(context, application, { standing, enteredBy: await enteredBy(context, standing) });
}
