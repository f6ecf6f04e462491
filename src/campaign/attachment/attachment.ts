import type { FileKind } from "../../platform/documents/file-kind.ts";
import type { PersonalRef } from "../../platform/journal/personal-value.ts";
import type { CivilDate } from "../../shared/civil-date.ts";

/** By content, never by the name it came under. */
export type AttachmentType =
  | Exclude<FileKind["kind"], "picture" | "film" | "other">
  | Extract<FileKind, { kind: "picture" | "film" }>["format"];

/** Of a file of the type, without a dot. */
export const endingOf = (type: AttachmentType): string => (type === "jpeg" ? "jpg" : type);

/** A paper or picture that belongs to something of the campaign. */
export interface Attachment {
  id: string;
  campaignId: string;
  /** The application's id, where it belongs to one. */
  caseId: string | null;
  /** Whose it is; null: the city's. */
  district: string | null;
  /** `<what>:<which>`: form:2, opinion:neighborhood, clause:8-2, row:3-5, authority:R5@1 */
  place: string;
  /** From 1 within the place, also of those withdrawn. */
  ordinal: number;
  /** SHA-256 of the file as it came: the same file again is the same attachment. */
  receivedHash: string;
  /** SHA-256 of the file in the store. */
  keptHash: string;
  type: AttachmentType;
  /** In bytes, as kept. */
  size: number;
  /** As the camera wrote it. */
  takenOn: CivilDate | null;
  /** 含个人信息: shown in the direct chat only. */
  personal: boolean;
  /** How a picture looks, 16 hexadecimal digits; null where that says nothing. */
  looks: string | null;
  /** 说明 */
  label: PersonalRef | null;
  state: "filed" | "withdrawn";
  addedAt: Date;
  addedBy: string;
  /** Who answers for it, where somebody else filed it for the district. */
  responsible: string | null;
  withdrawnAt: Date | null;
  withdrawnBy: string | null;
  withdrawReason: PersonalRef | null;
}
