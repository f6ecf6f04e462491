import type { z } from "zod";
import type { Action, View } from "../../platform/chat/view.ts";
import { readDecision } from "../../platform/conversation/which-copy.ts";
import { nounsOf } from "../directory/nouns.ts";
import { acceptanceEnded, campaignClosed, isAcceptanceOver } from "./acceptance.ts";
import type { Context, PersonContext } from "./context.ts";
import { type Listener, on } from "./feature.ts";
import { givenCopyPhrases as phrases } from "./given-copy-phrases.ts";

/** What workbooks of one kind said when they were given out, by their 校验号; kept as drafts until {@link forgetCopies}. */
export interface GivenCopies<Said> {
  /** Keeps it, once. */
  keep(context: PersonContext, number: string, said: Said): Promise<void>;
  /** Undefined if this campaign gave out none with the number, or keeps it no longer. */
  withNumber(context: Pick<Context, "drafts">, number: string): Promise<Said | undefined>;
}

/** @param kind of the drafts; their subject is the 校验号 */
export const givenCopies = <Said>(kind: string, said: z.ZodType<Said>): GivenCopies<Said> => ({
  async keep({ drafts, person }, subject, body) {
    if ((await drafts.unfinished({ kind, subject })).length > 0) return;
    await drafts.start({ kind, subject, startedBy: person.staffId, body });
  },
  async withNumber({ drafts }, subject) {
    const [draft] = await drafts.unfinished({ kind, subject });
    const read = said.safeParse(draft?.body);
    return read.success ? read.data : undefined;
  },
});

/**
 * Forgets what copies said, given out and dropped ones: from 公布, or the end of the campaign, on none is taken any more.
 * @param kinds of the drafts
 */
export function forgetCopies(...kinds: readonly string[]): Listener[] {
  const forget = async ({ drafts }: Context): Promise<void> => {
    for (const kind of kinds)
      for (const draft of await drafts.unfinished({ kind })) await drafts.save(draft, { state: "dropped", body: {} });
  };
  return [on(acceptanceEnded, forget), on(campaignClosed, forget)];
}

/** Why a copy is not read any more; undefined until 公布. */
export const copiesOver = async (context: Context, file: string): Promise<View | undefined> =>
  (await isAcceptanceOver(context)) ? phrases.over(file, nounsOf(context.campaign.definition)) : undefined;

/** Keeps what a dropped copy says until its person takes it. One waits at a time: a later one takes its place. */
export async function keepDropped(
  { drafts, person }: Pick<PersonContext, "drafts" | "person">,
  kind: string,
  body: unknown,
): Promise<void> {
  const { staffId } = person;
  for (const earlier of await drafts.unfinished({ kind, subject: staffId }))
    await drafts.save(earlier, { state: "dropped", body: {} });
  await drafts.start({ kind, subject: staffId, startedBy: staffId, body });
}

/** Of what others changed as well (numbered from 1) the numbers for which the copy counts; or a sentence that asks. */
export function countingCopy(word: string, typed: string, count: number): ReadonlySet<number> | string {
  const decision = readDecision(typed, count);
  if (decision.kind === "unread") return phrases.unreadChoice(word, decision.said);
  const numbers = Array.from({ length: count }, (_, at) => at + 1);
  const open = numbers.filter((one) => !decision.sides.has(one));
  if (open.length > 0) return phrases.undecided(word, open);
  return new Set(numbers.filter((one) => decision.sides.get(one) === "file"));
}

/** 采用, or which copy counts. @param word that takes it as it is */
export function takeActions(id: string, word: string, isContested: boolean): Action[] {
  const action = (label: string, typed: string, look: Action["look"]): Action => ({ id, label, typed, look });
  if (!isContested) return [action(phrases.take(), word, "primary")];
  const { fileCounts, nowCounts } = phrases;
  return [
    action(fileCounts(), `${word} ${fileCounts()}`, "primary"),
    action(nowCounts(), `${word} ${nowCounts()}`, "default"),
  ];
}
