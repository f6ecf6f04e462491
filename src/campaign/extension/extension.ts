import type { PersonalRef } from "../../platform/journal/personal-value.ts";
import type { CivilDate } from "../../shared/civil-date.ts";
import type { Authority } from "../authority/authority.ts";

/** `asked` waits for the organizer, `proposed` for the approver; `replaced` by a later request before it was decided. */
export type ExtensionState = "asked" | "proposed" | "granted" | "declined" | "replaced";

/** 延期: another last day of one deliverable for one district. */
export interface DeadlineExtension {
  district: string;
  deliverable: string;
  /** From 1, per district and deliverable. */
  number: number;
  /** The new last day, which counts. */
  until: CivilDate;
  reason: PersonalRef | undefined;
  state: ExtensionState;
  askedBy: string;
  askedAt: Date;
  decidedAt: Date | undefined;
  approvedAt: Date | undefined;
  /** The organizer's words beside the decision; of a refusal in an earlier version also the approver's. */
  opinion: PersonalRef | undefined;
  /** The approver's. */
  approvalOpinion: PersonalRef | undefined;
  /** What the approver's consent rests on. */
  authority: Authority | undefined;
}

/** Who decides: the organizer on what is asked, the approver on what is proposed. */
export type Decider = "city" | "approver";

/** Whose day is extended. */
export interface Extended {
  deliverable: string;
  district: string;
}

/** Subject of cards and buttons. */
export const subjectOf = ({ deliverable, district }: Extended): string => `${deliverable}/${district}`;

export function ofSubject(subject: string): Extended {
  const [deliverable = "", district = ""] = subject.split("/");
  return { deliverable, district };
}

/** The district's card: the form, then what became of it. Subject of all three: {@link subjectOf}. */
export const OWN_CARD = "extension.own";
/** The organizers'. */
export const CITY_CARD = "extension.city";
/** The approver's. */
export const APPROVER_CARD = "extension.approver";
