import type { PersonalRef } from "../../../platform/journal/personal-value.ts";
import type { CivilDate } from "../../../shared/civil-date.ts";

export const STANCES = ["agrees", "disagrees"] as const;
/** 同意 / 不同意 */
export type Stance = (typeof STANCES)[number];

/** 意见 of one office on an application, as recorded once. */
export interface Opinion {
  /** The application's id. */
  caseId: string;
  /** Id of the box of the form. */
  office: string;
  /** From 1; a later one takes the place of an earlier one, which stays recorded. */
  number: number;
  /** The submission that it was given on, or confirmed for. */
  revision: number;
  stance: Stance;
  /** The words, where they were retyped, and who signed. */
  text: PersonalRef | undefined;
  signer: PersonalRef | undefined;
  /** 盖章单位 */
  sealedBy: string | undefined;
  /** As it stands beside the seal. */
  givenOn: CivilDate;
  /** Id of the attachment with the scan; undefined: still to come. */
  scan: string | undefined;
  /** The number of the opinion that this one confirms unchanged. */
  confirms: number | undefined;
  recordedBy: string;
  /** Who answers for it, where somebody else recorded it for the district. */
  responsible: string | undefined;
  recordedAt: Date;
  withdrawn: boolean;
}
