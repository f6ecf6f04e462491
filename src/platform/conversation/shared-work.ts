import { isDeepStrictEqual } from "node:util";
import { z } from "zod";
import type { AnswerValue } from "./answer.ts";
import { type FormState, storedAnswer, storedAnswers, storedPending, storedUndo } from "./form-state.ts";

/**
 * Unfinished work of several people: every change of every answer, and how far each of them has been told. One person
 * goes on where that person was; the answers are everybody's.
 */
export interface SharedWork {
  /** Incremented by every change. */
  edition: number;
  changes: readonly Change[];
  /** By staffId. */
  people: Readonly<Record<string, Share>>;
}

export interface Change {
  edition: number;
  key: string;
  /** staffId */
  by: string;
  before?: AnswerValue | undefined;
  after?: AnswerValue | undefined;
}

/** One person's part. */
export interface Share {
  /** Where the person is; undefined after the last question. */
  at?: string | undefined;
  /** The unfinished answer. */
  pending?: FormState["pending"];
  /** What may be recorded of the last message. */
  offered?: FormState["offered"];
  /** The same of earlier messages. */
  held?: FormState["held"];
  /** Whether it was corrected since. */
  doubted?: FormState["doubted"];
  /** What was offered on buttons with the last question. */
  readings?: FormState["readings"];
  /** Fields that 内容：… is said to answer. */
  contentOf?: FormState["contentOf"];
  /** What takes back what the person's last message recorded. */
  undo?: FormState["undo"];
  /** Left by 保存退出, or waiting for a confirmation; undefined while the person goes on. */
  step?: "left" | "confirming" | "whyLate" | undefined;
  /** Edition up to which the person has been told of colleagues' changes. */
  seen: number;
  /** The same before the person's last act: what has come since is shown until the next one. */
  shown: number;
  /** Values of the person that were not saved. */
  refused: readonly Refused[];
  /** Values of the person that differ from a colleague's newer ones. */
  conflicts: readonly Conflict[];
}

export interface Refused {
  key: string;
  label: string;
  /** What to write instead. */
  sentence: string;
  typed: string;
  /** Edition of the work at which the whole message was refused. */
  edition?: number | undefined;
  /** What could be read of it beside what was refused, as it can be sent. */
  reading?: string | undefined;
}

/** Those that are told: one that a conflict stands for says nothing of itself. */
export const toldRefusals = (refused: readonly Refused[]): Refused[] =>
  refused.filter(({ sentence }) => sentence !== "");

export interface Conflict {
  key: string;
  /** The colleague's staffId. */
  by: string;
  mine: AnswerValue;
}

/** Older changes are dropped; who has not looked since is shown the newest ones. */
const MOST_CHANGES = 300;

const share = z.object({
  at: z.string().optional(),
  pending: storedPending.optional(),
  offered: storedAnswers.optional(),
  held: storedAnswers.optional(),
  doubted: z.boolean().optional(),
  readings: z.array(z.string()).optional(),
  contentOf: z.array(z.string()).optional(),
  undo: storedUndo.optional(),
  step: z.enum(["left", "confirming", "whyLate"]).optional(),
  seen: z.int(),
  shown: z.int(),
  refused: z.array(
    z.object({
      key: z.string(),
      label: z.string(),
      sentence: z.string(),
      typed: z.string(),
      edition: z.number().optional(),
      reading: z.string().optional(),
    }),
  ),
  conflicts: z.array(z.object({ key: z.string(), by: z.string(), mine: storedAnswer })),
});

const storedWork = z.object({
  edition: z.int(),
  changes: z.array(
    z.object({
      edition: z.int(),
      key: z.string(),
      by: z.string(),
      before: storedAnswer.optional(),
      after: storedAnswer.optional(),
    }),
  ),
  people: z.record(z.string(), share),
});

const NO_WORK: SharedWork = { edition: 0, changes: [], people: {} };

/** Shared work in the body of a draft; none in a body of before. */
export function workIn(body: unknown): SharedWork {
  const read = storedWork.safeParse(body);
  return read.success ? read.data : NO_WORK;
}

/** The person's part; a new one has seen nothing. */
export const shareOf = ({ people }: SharedWork, person: string): Share =>
  people[person] ?? { seen: 0, shown: 0, refused: [], conflicts: [] };

export const withShare = (work: SharedWork, person: string, part: Partial<Share>): SharedWork => ({
  ...work,
  people: { ...work.people, [person]: { ...shareOf(work, person), ...part } },
});

type Values = Readonly<Record<string, AnswerValue>>;

/** Records what one person changed. Values that stay the same are no change. */
export function withChanges(
  work: SharedWork,
  by: string,
  { before, after }: { before: Values; after: Values },
): SharedWork {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  const changed = keys.filter((key) => !isDeepStrictEqual(before[key], after[key]));
  const added = changed.map((key, at): Change => {
    const [old, now] = [before[key], after[key]];
    return {
      edition: work.edition + at + 1,
      key,
      by,
      ...(old === undefined ? {} : { before: old }),
      ...(now === undefined ? {} : { after: now }),
    };
  });
  const changes = [...work.changes, ...added].slice(-MOST_CHANGES);
  return { ...work, edition: work.edition + added.length, changes };
}

/** The person has been told of everything so far. */
export function withLook(work: SharedWork, person: string): SharedWork {
  return withShare(work, person, { shown: shareOf(work, person).seen, seen: work.edition });
}

/** What colleagues changed after this edition, once a key: from what it was then to what it is now. */
export function changesByOthers(work: SharedWork, person: string, since: number): Change[] {
  const later = work.changes.filter((change) => change.edition > since);
  return [...Map.groupBy(later, ({ key }) => key).values()].flatMap((of) => {
    const [first, last] = [of[0], of.at(-1)];
    if (!first || !last || last.by === person || isDeepStrictEqual(first.before, last.after)) return [];
    return [{ ...last, before: first.before }];
  });
}

/**
 * What a page of this edition does not show and the person knows of: own changes on another device, and colleagues' that
 * the person has been told of there. Once a key: from what it was then to what it is now.
 */
export function changesKnownSince(work: SharedWork, person: string, since: number): Change[] {
  const { seen } = shareOf(work, person);
  const later = work.changes.filter(({ edition, by }) => edition > since && (by === person || edition <= seen));
  return [...Map.groupBy(later, ({ key }) => key).values()].flatMap((of) => {
    const [first, last] = [of[0], of.at(-1)];
    return first && last ? [{ ...last, before: first.before }] : [];
  });
}

/** The subject of a page's form: with the edition of the work that the page shows. */
export const pageSubject = (subject: string, edition: number): string => `${subject} ${edition}`;

/** Undefined on pages of before. @returns the subject without it, which may itself have words */
export function ofPage(subject: string): { subject: string; face?: number } {
  const match = /^(?<of>.*) (?<edition>\d+)$/u.exec(subject);
  const { of, edition } = match?.groups ?? {};
  return of === undefined || edition === undefined ? { subject } : { subject: of, face: Number(edition) };
}

/** Changes that the person has not been told of. */
export const unseenBy = (work: SharedWork, person: string): Change[] =>
  changesByOthers(work, person, shareOf(work, person).seen);

/** Changes to show to the person now. */
export const shownTo = (work: SharedWork, person: string): Change[] =>
  changesByOthers(work, person, shareOf(work, person).shown);

/**
 * Compares what one person would save with what colleagues changed unseen by that person. A value that the person left
 * as it was, or that is the colleague's, is none of the person's own; where both differ, the colleague's stays until
 * the person decides.
 * @param before the present values
 * @param after the same with the person's
 */
export function reconcile(
  work: SharedWork,
  person: string,
  { before, after }: { before: Values; after: Values },
): { values: Values; conflicts: readonly Conflict[] } {
  const values: Record<string, AnswerValue> = { ...after };
  const conflicts: Conflict[] = [];
  for (const theirs of unseenBy(work, person)) {
    const { key, by } = theirs;
    const [mine, present] = [after[key], before[key]];
    if (isDeepStrictEqual(mine, present)) continue;
    if (present === undefined) delete values[key];
    else values[key] = present;
    if (mine !== undefined && !isDeepStrictEqual(mine, theirs.before)) conflicts.push({ key, by, mine });
  }
  return { values, conflicts };
}
