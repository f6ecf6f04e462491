import type { StaffId } from "../../shared/brand.ts";
import type { CivilDate } from "../../shared/civil-date.ts";
import type { Role } from "../definition/schema/roles.ts";

/** What is to be done, `<part>.<verb>`, in the order of the campaign's year. */
export const TASK_KINDS = [
  "ruling.decide",
  "ruling.record",
  "application.begin",
  "application.finish",
  "opinion.confirm",
  "review.score",
  "review.finalize",
  "expected.decide",
  "extension.decide",
  "extension.approve",
  "list.submit",
  "list.seal",
  "return.correct",
  "return.extend",
  "team.propose",
  "team.revise",
  "team.decide",
  "recusal.decide",
  "visit.arrange",
  "visit.assign",
  "visit.record",
  "verification.score",
  "consultation.decide",
  "consultation.record",
  "selection.choose",
  "selection.revise",
  "selection.amend",
  "selection.decide",
  "objection.report",
  "objection.decide",
  "objection.reply",
  "notice.begin",
  "publication.publish",
  "correction.decide",
  "province.propose",
  "province.decide",
  "province.amend",
  "province.send",
  "authority.register",
  "support.answer",
  "support.close",
  "report.submit",
  "report.revise",
  "summary.file",
] as const;
export type TaskKind = (typeof TASK_KINDS)[number];

/** 待办. Something one person has to do, or waits for. */
export interface Task {
  person: StaffId;
  what: TaskKind;
  about: TaskSubject;
  /** Since when it has been waiting, in campaign time. */
  since: Date;
  /** 24:00 of the last day; undefined if nothing names a day. */
  dueAt?: Date;
  /** Whose turn it is; undefined: the person's own. */
  waitsFor?: { role: Role; district?: string };
  /** It is the turn of this person, in whose place the person stands. */
  standsInFor?: StaffId;
  /** The first day on which it can be done, while that is still to come. */
  notBefore?: CivilDate;
  /** What has to be settled before it can be done, in a sentence. */
  hindrance?: string;
}

/** Ids, and figures that tell what is still lacking. */
export interface TaskSubject {
  deliverable?: string;
  district?: string;
  caseId?: string;
  /** Name of the case; empty in a form without a name yet. */
  name?: string;
  ruling?: string;
  /**
   * Version of the list, of the selection or of the answer to the ruling, number of the correction or
   * objection.
   */
  version?: number;
  /** Fields with an answer or rows with points, and all of them. */
  done?: number;
  of?: number;
  /** Who began the form. */
  by?: StaffId;
  /** The last day of a correction. */
  until?: CivilDate;
  /** Subject of a request for another day. */
  extension?: string;
  /** Whom a recusal names. */
  member?: string;
  /** Names of departments. */
  departments?: readonly string[];
  /** Names of decisions. */
  decisions?: readonly string[];
  /** Names of sites. */
  sites?: readonly string[];
}

/** Decisions that one person takes on the work of another. */
const APPROVALS: readonly TaskKind[] = [
  ...(["ruling.decide", "expected.decide", "team.decide", "recusal.decide"] as const),
  ...(["consultation.decide", "selection.decide", "objection.decide"] as const),
  ...(["correction.decide", "province.decide", "extension.approve"] as const),
];

export const isApproval = ({ what }: Pick<Task, "what">): boolean => APPROVALS.includes(what);

/** True if it is the person's own turn, and can be done now. */
export const isOwn = ({ waitsFor, notBefore, hindrance }: Task): boolean =>
  waitsFor === undefined && notBefore === undefined && hindrance === undefined;

/** By person; own work first, then by due date, then in the order of the year. */
export function byUrgency(one: Task, other: Task): number {
  const rank = (task: Task): readonly (number | string)[] => [
    task.person,
    isOwn(task) ? 0 : 1,
    task.dueAt?.getTime() ?? Number.POSITIVE_INFINITY,
    TASK_KINDS.indexOf(task.what),
  ];
  const [a, b] = [rank(one), rank(other)];
  const at = a.findIndex((value, index) => value !== b[index]);
  if (at < 0) return 0;
  return (a[at] ?? 0) < (b[at] ?? 0) ? -1 : 1;
}
