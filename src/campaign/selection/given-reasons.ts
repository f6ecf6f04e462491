import { z } from "zod";
import type { Context } from "../engine/context.ts";
import type { Selection } from "./selection.ts";

/** 审批意见; undefined if there is none. Declined versions of earlier versions of the program have it in the journal. */
export async function opinionOf(context: Context, selection: Selection): Promise<string | undefined> {
  const { opinion, state } = selection;
  if (opinion) return (await context.personal.read([opinion])).get(opinion.personal);
  return state === "declined" ? reasonOf(context, "selection.declined", selection) : undefined;
}

/** Reason for breaking a 原则上 limit; undefined if no limit is broken. */
export const departureReason = (context: Context, selection: Selection): Promise<string | undefined> =>
  reasonOf(context, "selection.proposed", selection);

/** Reads the reason from the journal entry of the act, found by its newest version. */
async function reasonOf(
  { tx, campaign, personal }: Context,
  action: string,
  { version }: Selection,
): Promise<string | undefined> {
  const entries = await tx.journalEntry.findMany({ where: { campaignId: campaign.id, action } });
  const entry = entries.find(({ changes }) => newestVersion(changes) === version);
  const ref = personalRef.safeParse(entry?.reason).data;
  return ref && (await personal.read([ref])).get(ref.personal);
}

const changedVersions = z.array(z.object({ key: z.object({ version: z.number() }) }));

const newestVersion = (changes: unknown): number =>
  Math.max(0, ...(changedVersions.safeParse(changes).data ?? []).map(({ key }) => key.version));

const personalRef = z
  .string()
  .transform((text): unknown => JSON.parse(text))
  .pipe(z.object({ personal: z.string(), hash: z.string() }));
