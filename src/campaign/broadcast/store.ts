import { journalTable } from "../../platform/journal/journal-table.ts";
import { isPersonalRef, type PersonalRef } from "../../platform/journal/personal-value.ts";
import { Prisma, type Transaction } from "../../platform/storage/database.ts";
import { type StaffId, staffId } from "../../shared/brand.ts";
import { RefusalError } from "../../shared/refusal-error.ts";
import type { Context } from "../engine/context.ts";
import { type AttachedFile, MESSAGE, type Recipients, recipients, type StoredFile, storedFile } from "./broadcast.ts";
import { broadcastPhrases } from "./phrases.ts";

export const broadcastTable = journalTable("broadcast", ["id"]);

/** `message`: sent by an earlier version, as a message that stays as it is. */
export type BroadcastState = "waiting" | "sent" | "recalled" | "cancelled" | "message";

/** A broadcast that was confirmed. */
export interface Broadcast {
  /** The draft's. */
  id: string;
  /** As people name it, from 1; undefined: sent by an earlier version. */
  number: number | undefined;
  state: BroadcastState;
  text: PersonalRef;
  to: Recipients;
  files: readonly StoredFile[];
  /** Of the merge fields, by receiver; undefined: there are none. */
  values: PersonalRef | undefined;
  receivers: number;
  sentBy: StaffId;
  sentAt: Date | undefined;
  dueAt: Date | undefined;
  correctedAt: Date | undefined;
  recalledAt: Date | undefined;
  nudgedAt: Date | undefined;
  undelivered: number;
}

type Row = NonNullable<Awaited<ReturnType<Transaction["broadcast"]["findUnique"]>>>;

const STATES: readonly BroadcastState[] = ["waiting", "sent", "recalled", "cancelled"];

function broadcastOf(row: Row): Broadcast {
  if (!isPersonalRef(row.text)) throw new Error(`broadcast ${row.id} has no text`);
  return {
    id: row.id,
    number: row.number ?? undefined,
    state: STATES.find((one) => one === row.state) ?? "message",
    text: row.text,
    to: recipients.catch({ audience: "officials", of: [] }).parse(row.recipients),
    files: storedFile.array().catch([]).parse(row.files),
    values: isPersonalRef(row.values) ? row.values : undefined,
    receivers: row.receivers,
    sentBy: staffId(row.sentBy),
    sentAt: row.sentAt ?? undefined,
    dueAt: row.dueAt ?? undefined,
    correctedAt: row.correctedAt ?? undefined,
    recalledAt: row.recalledAt ?? undefined,
    nudgedAt: row.nudgedAt ?? undefined,
    undelivered: row.undelivered ?? 0,
  };
}

/** The broadcast's id is the draft's. */
export async function sentAs(tx: Transaction, draftId: string): Promise<Broadcast | undefined> {
  const row = await tx.broadcast.findUnique({ where: { id: draftId } });
  return row ? broadcastOf(row) : undefined;
}

/** All of the campaign, the last confirmed first; without the words that went out with a 催办, which are kept here, too. */
export const broadcastsOf = async (tx: Transaction, campaignId: string): Promise<Broadcast[]> => {
  const all = await tx.broadcast.findMany({ where: { campaignId } });
  const unnumbered = all.filter(({ state }) => state === null).map(({ id }) => id);
  const others = await tx.draft.findMany({
    where: { id: { in: unnumbered }, kind: { not: MESSAGE } },
    select: { id: true },
  });
  const rows = all.filter(({ id }) => others.every((other) => other.id !== id));
  const timeOf = ({ sentAt, dueAt }: Row): number => (sentAt ?? dueAt)?.getTime() ?? 0;
  return rows
    .toSorted((one, other) => (other.number ?? 0) - (one.number ?? 0) || timeOf(other) - timeOf(one))
    .map(broadcastOf);
};

/** The person's latest that was sent. */
export async function lastSent(
  tx: Transaction,
  campaignId: string,
  sentBy: StaffId,
): Promise<{ sentAt: Date } | undefined> {
  const own = (await broadcastsOf(tx, campaignId)).filter((one) => one.sentBy === sentBy);
  const [last] = own.flatMap(({ sentAt }) => sentAt ?? []).toSorted((one, other) => other.getTime() - one.getTime());
  return last && { sentAt: last };
}

/** As people name the next one. */
export async function nextNumber(tx: Transaction, campaignId: string): Promise<number> {
  const { _max } = await tx.broadcast.aggregate({ where: { campaignId }, _max: { number: true } });
  return (_max.number ?? 0) + 1;
}

/** The latest that was sent and not recalled. */
export const lastInForce = async (tx: Transaction, campaignId: string): Promise<Broadcast | undefined> =>
  (await broadcastsOf(tx, campaignId)).find(({ state }) => state === "sent" || state === "message");

/**
 * The one meant: by the button's subject, by its number, or the last one.
 *
 * @throws {RefusalError} if there is none
 */
export async function broadcastMeant(
  { tx, campaign }: Context,
  { subject, words }: { subject?: string; words: string },
): Promise<Broadcast> {
  const all = await broadcastsOf(tx, campaign.id);
  const number = /^第?\s*(\d{1,4})\s*[号条次]?$/u.exec(words.normalize("NFKC").trim())?.[1];
  const isLast = subject === undefined && words.trim() === "";
  const found = isLast
    ? all[0]
    : all.find((one) => (subject === undefined ? String(one.number) === number : one.id === subject));
  if (!found) throw new RefusalError("broadcast.unknown", broadcastPhrases.unknownNumber(words));
  return found;
}

/** Texts as they were written; undefined for one that was erased. */
export async function textOf({ personal }: Pick<Context, "personal">, ref: PersonalRef): Promise<string | undefined> {
  return (await personal.read([ref])).get(ref.personal);
}

/** The files with their names; of an erased one what stands for it. */
export async function filesOf(
  { personal }: Pick<Context, "personal">,
  { files }: Pick<Broadcast, "files">,
): Promise<AttachedFile[]> {
  const names = await personal.read(files.flatMap(({ name }) => (typeof name === "string" ? [] : [name])));
  return files.map(({ name, hash }) => ({
    name: typeof name === "string" ? name : (names.get(name.personal) ?? broadcastPhrases.erasedName()),
    hash,
  }));
}

/** For the broadcast's row. */
export const storeFiles = (
  { personal }: Pick<Context, "personal">,
  files: readonly AttachedFile[],
): Promise<StoredFile[]> =>
  Promise.all(files.map(async ({ name, hash }) => ({ name: { ...(await personal.store(name)) }, hash })));

/** Of some files those that a broadcast carries, also one that was recalled. */
export async function filesOfBroadcasts(tx: Transaction, hashes: readonly string[]): Promise<string[]> {
  const rows = await tx.broadcast.findMany({
    where: { NOT: { files: { equals: Prisma.DbNull } } },
    select: { files: true },
  });
  const kept = new Set(rows.flatMap(({ files }) => storedFile.array().catch([]).parse(files)).map(({ hash }) => hash));
  return hashes.filter((hash) => kept.has(hash));
}
