import { z } from "zod";
import type { StaffId } from "../../../shared/brand.ts";
import { momentWords } from "../../definition/wording.ts";
import { memberOf } from "../../directory/member.ts";
import type { Context } from "../../engine/context.ts";
import { ownLines } from "../../tasks/lines.ts";
import { reachOf } from "../../tasks/reach.ts";
import { readState } from "../../tasks/read-state.ts";
import { owed, tasksFor } from "../../tasks/rules.ts";
import { todoPhrases as phrases } from "./phrases.ts";

/** What the address of a page holds, sealed. */
const pageAbout = z.object({
  campaign: z.string(),
  person: z.string().transform((id) => id as StaffId),
  /** ISO 8601, campaign time. */
  until: z.iso.datetime(),
});

/** What the address is about; undefined where it is no page's, or has run out. @param now campaign time */
export function readableAbout(opened: unknown, now: Date): z.output<typeof pageAbout> | undefined {
  const { data } = pageAbout.safeParse(opened);
  return data && now < new Date(data.until) ? data : undefined;
}

/** What the person owes now; undefined for who has no part in the campaign (any more). */
export async function owedPageOf(
  context: Context,
  person: StaffId,
): Promise<{ title: string; lines: readonly string[]; notes: readonly string[] } | undefined> {
  const { people, now, campaign } = context;
  const member = memberOf(people, person);
  if (!member) return undefined;
  const state = await readState(context, reachOf(context, person));
  const lines = campaign.closedAt ? [] : ownLines(state, tasksFor(owed(state, now), person), now);
  const asOf = phrases.asOf(momentWords(now));
  return {
    title: phrases.pageTitle(member.name),
    lines,
    notes: lines.length === 0 ? [phrases.nothing(), asOf] : [asOf, phrases.where()],
  };
}
