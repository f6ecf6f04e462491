import type { Action, Block } from "../../../platform/chat/view.ts";
import { memberOf } from "../../directory/member.ts";
import type { Context } from "../../engine/context.ts";
import { coverageBlocks, provedRows } from "../../evidence/coverage.ts";
import { packAction } from "../../evidence/output/views.ts";
import { casePhrases as phrases } from "../phrases.ts";
import type { Seen } from "../seen.ts";

/** 材料: which rows have proof and which not, how many files each, and what is like a file elsewhere. */
export async function evidenceFace(context: Context, { application, viewer }: Seen): Promise<Block[]> {
  const [row] = (await provedRows(context, [application.id])).get(application.id) ?? [];
  const hint: Block[] =
    row === undefined ? [] : [{ kind: "text", text: phrases.looked(application.compoundName, row) }];
  return [...(await coverageBlocks(context, application, memberOf(context.people, viewer))), ...hint];
}

/** 材料包, where there is anything to pack. */
export async function evidenceActions(context: Context, { application }: Seen): Promise<Action[]> {
  const proved = (await provedRows(context, [application.id])).get(application.id);
  return proved?.size ? [packAction(application)] : [];
}
