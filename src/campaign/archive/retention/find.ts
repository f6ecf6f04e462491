import { createHash } from "node:crypto";
import { isPersonalRef, personalHash } from "../../../platform/journal/personal-value.ts";
import { formFor } from "../../definition/purposes.ts";
import type { Context } from "../../engine/context.ts";
import { filesInUse } from "../../engine/dispatch/file-places.ts";
import { refsIn } from "../contents/mask.ts";
import type { Erased } from "./phrases.ts";

/** What is kept for a time only, as it is there now. */
export interface Found {
  /** Ids of personal values that are not erased yet. */
  phones: readonly string[];
  objectors: readonly string[];
  drafts: readonly string[];
  /** Hashes of files that no part keeps. */
  photos: readonly string[];
}

export const countsOf = ({ phones, objectors, drafts, photos }: Found): Erased => ({
  ...{ phones: phones.length, objectors: objectors.length, drafts: drafts.length, photos: photos.length },
});

/** Of just these things: others, however many, have another. SHA-256 in hexadecimal of their ids and hashes. */
export const digestOf = ({ phones, objectors, drafts, photos }: Found): string =>
  createHash("sha256")
    .update(JSON.stringify([phones, objectors, drafts, photos].map((ids) => ids.toSorted())))
    .digest("hex");

export async function findExpired(context: Context): Promise<Found> {
  const { tx, campaign } = context;
  const where = { campaignId: campaign.id };
  const fields = formFor(campaign.definition, "application")?.fields ?? [];
  const keys = fields.filter(({ kind, personal }) => kind === "phone" && personal).map(({ key }) => key);
  const [revisions, applications, objections, drafts, received] = [
    await tx.applicationRevision.findMany({ where, select: { answers: true } }),
    await tx.application.findMany({ where, select: { answers: true } }),
    await tx.objection.findMany({ where, select: { objector: true } }),
    await tx.draft.findMany({ where, select: { id: true }, orderBy: { id: "asc" } }),
    await tx.evidenceFile.findMany({
      where: { ...where, attachmentId: null },
      select: { receivedHash: true, keptHash: true },
    }),
  ];
  const phones = [...revisions, ...applications].flatMap(({ answers }) => {
    const given: Readonly<Record<string, unknown>> =
      typeof answers === "object" && answers !== null ? { ...answers } : {};
    return keys.map((key) => given[key]).filter(isPersonalRef);
  });
  const hashes = [
    ...new Set(received.flatMap(({ receivedHash, keptHash }) => [receivedHash, ...(keptHash ? [keptHash] : [])])),
  ];
  const used = new Set((await context.contributions(filesInUse, { hashes })).flat());
  const photos: string[] = [];
  for (const hash of hashes) if (!used.has(hash) && (await context.files.has(hash))) photos.push(hash);
  return {
    phones: await present(
      context,
      phones.map(({ personal }) => personal),
    ),
    objectors: await present(
      context,
      refsIn(objections).map(({ personal }) => personal),
    ),
    drafts: drafts.map(({ id }) => id),
    photos,
  };
}

/**
 * How many of them could be guessed from what stays: their hash, which lies in the journal, has no salt. Values of earlier
 * versions are so.
 */
export async function guessableOf({ tx, personal }: Context, { phones, objectors }: Found): Promise<number> {
  const rows = await tx.personalValue.findMany({
    where: { id: { in: [...phones, ...objectors] } },
    select: { id: true, hash: true },
  });
  const values = await personal.read(rows.map(({ id, hash }) => ({ personal: id, hash })));
  return rows.filter(({ id, hash }) => {
    const value = values.get(id);
    return value !== undefined && personalHash(id, { value }) === hash;
  }).length;
}

/** Of some personal values those that are there, each once. */
async function present({ tx, campaign }: Context, ids: readonly string[]): Promise<string[]> {
  const rows = await tx.personalValue.findMany({
    where: { id: { in: [...new Set(ids)] }, campaignId: campaign.id, body: { not: null } },
    select: { id: true },
    orderBy: { id: "asc" },
  });
  return rows.map(({ id }) => id);
}
