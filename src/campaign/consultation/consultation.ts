import type { PersonalRef } from "../../platform/journal/personal-value.ts";
import type { StaffId } from "../../shared/brand.ts";
import type { CivilDate } from "../../shared/civil-date.ts";
import type { Application } from "../application/application.ts";
import type { Authority } from "../authority/authority.ts";
import type { Definition } from "../definition/definition.ts";

/** 征求意见的部门 */
export type Department = Definition["campaign"]["departments"][number];

/** 征求意见函 to one department. */
export interface Letter {
  department: string;
  /** From 1; a later letter takes the place of an earlier one. */
  number: number;
  /** Ids of the applications that it names. */
  cases: readonly string[];
  madeAt: Date;
}

/** 无异议 / 有情况 */
export const REPLY_FINDINGS = ["noObjection", "reported"] as const;
export type ReplyFinding = (typeof REPLY_FINDINGS)[number];

/**
 * `noted`: nothing to decide; `pending`: it contradicts what was declared, or what was decided before; `upheld`,
 * `dismissed`: decided; `replaced`: another version came before a decision.
 */
export type ReplyState = "noted" | "pending" | "upheld" | "dismissed" | "replaced";

/** What a department said of one case. */
export interface Reply {
  caseId: string;
  department: string;
  /** From 1. */
  version: number;
  finding: ReplyFinding;
  /** Ids of clauses and disqualifications. */
  concerns: readonly string[];
  /** Those of them that were declared otherwise. */
  against: readonly string[];
  words: PersonalRef | undefined;
  repliedOn: CivilDate;
  repliedBy: PersonalRef | undefined;
  recordedBy: StaffId;
  recordedAt: Date;
  state: ReplyState;
  decidedBy: StaffId | undefined;
  decidedAt: Date | undefined;
  authority: Authority | undefined;
  opinion: PersonalRef | undefined;
}

/** Where one department stands. */
export interface Consultation {
  department: Department;
  /** The newest; undefined before there is one. */
  letter: Letter | undefined;
  /** The cases of the letter that take part, and those that do not any more. */
  asked: readonly Application[];
  left: readonly Application[];
  /** Of those asked, the cases without a reply. */
  unanswered: readonly Application[];
  /** All versions by application id, oldest first. */
  replies: ReadonlyMap<string, readonly Reply[]>;
}

export const asksDepartments = ({ campaign }: Definition): boolean => campaign.departments.length > 0;
