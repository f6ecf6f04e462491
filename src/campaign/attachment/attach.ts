import { randomUUID } from "node:crypto";
import type { ReceivedFile } from "../../platform/chat/dispatcher.ts";
import { type FileKind, fileKind } from "../../platform/documents/file-kind.ts";
import { withoutMetadata } from "../../platform/documents/picture-metadata.ts";
import type { PersonalRef } from "../../platform/journal/personal-value.ts";
import type { CivilDate } from "../../shared/civil-date.ts";
import { RefusalError } from "../../shared/refusal-error.ts";
import type { PersonContext } from "../engine/context.ts";
import { discardLater } from "../engine/dispatch/offered-files.ts";
import { responsibleIn } from "../engine/on-behalf.ts";
import type { Attachment, AttachmentType } from "./attachment.ts";
import { attachmentsChanged } from "./events.ts";
import { requireOpenPlace } from "./open-place.ts";
import { attachmentPhrases as phrases } from "./phrases.ts";
import { attachmentById, attachmentTable, lockPlace, recordedAt } from "./store.ts";

/** Of a file, as it came. DingTalk allows no more either. */
const MAX_MEGABYTES = 20;
const MEGABYTE = 1024 * 1024;

type Accepted = Exclude<FileKind["kind"], "other">;

export interface Attaching {
  /** `<what>:<which>`: form:2, clause:8-2, row:3-5 */
  place: string;
  caseId?: string;
  /** Whose it is; left out: the city's. */
  district?: string;
  file: ReceivedFile;
  /** Kinds that the place takes. */
  accepts: readonly Accepted[];
  /** What a job has made of the file already; left out: it is done now. */
  kept?: Kept;
  /** 说明 */
  label?: PersonalRef | undefined;
  /** Who answers for it; left out: whoever files it, or in whose place they do. */
  responsible?: string;
  /** Of a file that was filed elsewhere before; left out: now. */
  addedAt?: Date;
}

/** A file as it is kept. */
export interface Kept {
  keptHash: string;
  type: AttachmentType;
  /** In bytes. */
  size: number;
  takenOn: CivilDate | null;
  /** How a picture looks, 16 hexadecimal digits. */
  looks: string | null;
}

/**
 * Files what was received at a place. The same file at the same place is the attachment that is there already. The
 * caller checks that the person may do so.
 *
 * @throws {RefusalError} for a file that is too large, of another kind, or not readable
 */
export async function attach(
  context: PersonContext,
  { place, caseId, district, file, accepts, kept: made, label, responsible, addedAt }: Attaching,
): Promise<{ attachment: Attachment; again: boolean }> {
  const { tx, campaign, now, person } = context;
  if (file.size > MAX_MEGABYTES * MEGABYTE) {
    throw new RefusalError("attachment.too-large", phrases.tooLarge(MAX_MEGABYTES));
  }
  await lockPlace(tx, campaign.id, caseId, place);
  const recorded = await recordedAt(tx, { campaignId: campaign.id, prefix: place });
  const there = recorded.filter((one) => one.place === place && one.caseId === (caseId ?? null));
  const same = there.find((one) => one.state === "filed" && one.receivedHash === file.hash);
  if (same) {
    if (same.keptHash !== file.hash) await discardLater(context, file);
    return { attachment: same, again: true };
  }
  await requireOpenPlace(context, { caseId, place });
  const kept = made ?? (await keep(context, file, accepts));
  const id = randomUUID();
  const entry = { action: "attachment.filed", rows: [attachmentTable.row({ id })], caseId };
  await context.withJournal(entry, () =>
    tx.attachment.create({
      data: {
        ...{ id, campaignId: campaign.id, caseId: caseId ?? null, district: district ?? null, place },
        ...{ ordinal: Math.max(0, ...there.map(({ ordinal }) => ordinal)) + 1, receivedHash: file.hash, ...kept },
        ...{ state: "filed", addedAt: addedAt ?? now, addedBy: person.staffId },
        responsible: responsible ?? responsibleIn(context),
        ...(label ? { label: { ...label } } : {}),
      },
    }),
  );
  context.emit(attachmentsChanged, { ...(caseId === undefined ? {} : { caseId }), place });
  const attachment = await attachmentById(tx, id);
  if (!attachment) throw new Error(`attachment ${id} was not stored`);
  return { attachment, again: false };
}

/** Pictures are stored without what the camera added; the file as it came is then deleted. */
async function keep(context: PersonContext, file: ReceivedFile, accepts: readonly Accepted[]): Promise<Kept> {
  const bytes = await context.files.get(file.hash);
  const kind = fileKind(bytes, file.name);
  if (kind.kind === "other") throw new RefusalError("attachment.unreadable", kind.sentence);
  if (!accepts.includes(kind.kind)) {
    const kinds = accepts.map((one) => phrases.kinds[one]).join("、");
    throw new RefusalError("attachment.kind", phrases.notOfKind(kinds));
  }
  if (kind.kind !== "picture") {
    const type = kind.kind === "film" ? kind.format : kind.kind;
    return { keptHash: file.hash, type, size: bytes.length, takenOn: null, looks: null };
  }
  const clean = withoutMetadata(bytes);
  const keptHash = clean.bytes.equals(bytes) ? file.hash : await context.files.put(clean.bytes);
  if (keptHash !== file.hash) await discardLater(context, file);
  return { keptHash, type: kind.format, size: clean.bytes.length, takenOn: clean.takenOn ?? null, looks: null };
}
