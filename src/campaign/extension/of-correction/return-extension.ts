import type { PersonalRef } from "../../../platform/journal/personal-value.ts";
import type { CivilDate } from "../../../shared/civil-date.ts";

/** `asked` waits for the organizer; `replaced` by a later request before it was decided. */
export type ReturnExtensionState = "asked" | "granted" | "declined" | "replaced";

/** 补正延期: more time for one 补正. */
export interface ReturnExtension {
  /** The application's id. */
  caseId: string;
  /** From 1, per case. */
  number: number;
  /** Number of the return. */
  returnNumber: number;
  /** The last day as it was when this was asked for. */
  dueOn: CivilDate;
  /** The new last day, which counts. */
  until: CivilDate;
  reason: PersonalRef | undefined;
  state: ReturnExtensionState;
  /** Words beside a refusal. */
  opinion: PersonalRef | undefined;
}
