import type { Block } from "../../../platform/chat/view.ts";
import { standingsOf } from "../../application/requirements/standing.ts";
import { enteredBy } from "../../application/requirements/typed.ts";
import { standingBlocks } from "../../application/requirements/views.ts";
import { caseReplies, maySeeReplies } from "../../consultation/case-replies.ts";
import type { Context } from "../../engine/context.ts";
import type { Seen } from "../seen.ts";

/** 要求: every clause as it stands, and beside it what departments replied, for who may read that. */
export async function requirementsFace(context: Context, { application, viewer, sight }: Seen): Promise<Block[]> {
  const sees = sight === "reported" && maySeeReplies(context, viewer);
  const findings = sees ? "all" : "decided";
  const standing = (await standingsOf(context, [application], { findings })).get(application.id);
  if (!standing) return [];
  return [
    ...standingBlocks(context, application, { standing, enteredBy: await enteredBy(context, standing) }),
    ...(sees ? await caseReplies(context, application.id) : []),
  ];
}
