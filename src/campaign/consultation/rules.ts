import type { CivilDate } from "../../shared/civil-date.ts";
import type { ClauseFinding } from "../application/requirements/requirements.ts";
import type { Reply, ReplyFinding, ReplyState } from "./consultation.ts";

/** A reply as it is to be recorded. */
export interface GivenReply {
  finding: ReplyFinding;
  /** Ids of clauses and disqualifications; empty for 无异议. */
  concerns: readonly string[];
  /** What it says; empty only for 无异议. */
  words: string;
  repliedOn: CivilDate;
  /** Who replied, or the number of the letter. */
  repliedBy: string;
}

/** The version that counts, whether decided or not; undefined before the first. */
export const newestOf = (versions: readonly Reply[]): Reply | undefined =>
  versions.findLast(({ state }) => state !== "replaced");

/** The newest version that was decided on. */
export const decidedOf = (versions: readonly Reply[]): Reply | undefined =>
  versions.findLast(({ state }) => state === "upheld" || state === "dismissed");

/** A reply after a decision is a new letter of the department, and says so. */
export const isSupplement = (words: string): boolean => /补充(?:来函|复函|回复|意见)/u.test(words);

/**
 * What a reply is beside those before it. `decided`: it would change what was decided, and does not say that it is a
 * supplement.
 * @param before the versions so far, with the texts of the one that counts
 */
export function placeOf(
  before: { versions: readonly Reply[]; words: string; repliedBy: string },
  given: GivenReply,
): "new" | "same" | "replaces" | "decided" | "supplement" {
  const newest = newestOf(before.versions);
  if (!newest) return "new";
  const isSame =
    newest.finding === given.finding &&
    newest.repliedOn === given.repliedOn &&
    [...newest.concerns].sort().join() === [...given.concerns].sort().join() &&
    before.words === given.words &&
    before.repliedBy === given.repliedBy;
  if (isSame) return "same";
  if (newest.state === "noted" || newest.state === "pending") return "replaces";
  return isSupplement(given.words) ? "supplement" : "decided";
}

/** How what a reply concerns was declared: by clause and disqualification; what nobody answered has no entry. */
export type Declared = ReadonlyMap<string, "met" | "notMet" | "unclear" | "notApplicable">;

/** What of a reply contradicts the declaration: everything that was not declared to be so already. */
export const againstIn = ({ concerns }: Pick<GivenReply, "concerns">, declared: Declared): readonly string[] =>
  concerns.filter((id) => declared.get(id) !== "notMet");

/**
 * State of a new version, and what of the declaration it is against. After a decision everything goes to the approver
 * again, with what was decided.
 */
export function stateOf(
  versions: readonly Reply[],
  given: GivenReply,
  declared: Declared,
): { state: Extract<ReplyState, "noted" | "pending">; against: readonly string[] } {
  const decided = decidedOf(versions);
  const against = [...new Set([...(decided?.against ?? []), ...againstIn(given, declared)])];
  return { state: against.length > 0 ? "pending" : "noted", against };
}

/**
 * What the replies on one case say of its clauses: a version that was upheld, that they are not met; with `pending` one
 * that waits, that they are open.
 * @param ground in words, for each
 */
export function findingsIn(
  replies: readonly Reply[],
  { pending, isClause, ground }: { pending: boolean; isClause(id: string): boolean; ground(reply: Reply): string },
): ClauseFinding[] {
  const found = standing(replies, pending).flatMap((reply) =>
    reply.against.filter(isClause).map(
      (clause): ClauseFinding => ({
        clause,
        standing: reply.state === "upheld" ? "notMet" : "unclear",
        ground: ground(reply),
      }),
    ),
  );
  // What is certain goes before what is open.
  return found.toSorted((one, other) => Number(one.standing === "unclear") - Number(other.standing === "unclear"));
}

/** Of each department the version that bears on the case, if any does. */
export const standing = (replies: readonly Reply[], pending: boolean): Reply[] =>
  [...Map.groupBy(replies, ({ department }) => department).values()].flatMap((versions) => {
    const newest = newestOf(versions);
    const one = pending && newest?.state === "pending" ? newest : decidedOf(versions);
    return one && one.state !== "dismissed" ? [one] : [];
  });
