import type { PersonalRef } from "../../platform/journal/personal-value.ts";
import type { CivilDate } from "../../shared/civil-date.ts";
import type { Authority } from "../authority/authority.ts";
import type { SelectedItem } from "../selection/selection.ts";

/** A recommended case, as it was kept with the published list, and why it is recommended. */
export interface ProvincialItem extends Pick<SelectedItem, "applicationId" | "snapshot"> {
  reason: PersonalRef;
}

/** One version of 向省推荐. An approved one stays as it was when a later one replaces it. */
export interface ProvincialRecommendation {
  /** From 1. */
  version: number;
  /** Version of the published selection. */
  selectionVersion: number;
  /** The first one first. */
  items: readonly ProvincialItem[];
  /** The last day that the province names; undefined until it names one. */
  dueOn: CivilDate | undefined;
  state: "proposed" | "approved" | "declined" | "superseded";
  recordedBy: string;
  recordedAt: Date;
  decidedBy: string | null;
  decidedAt: Date | null;
  authority: Authority | undefined;
  opinion: PersonalRef | undefined;
  /** When it went to the province; undefined until that is recorded. */
  sentOn: CivilDate | undefined;
  /** 文号 */
  documentNumber: string | undefined;
  /** 签收 */
  signedFor: PersonalRef | undefined;
  /** What the province decided. */
  result: PersonalRef | undefined;
}
