import { nextOpen } from "../../../platform/conversation/form-state.ts";
import { openAt } from "../../../platform/conversation/moves.ts";
import { RefusalError } from "../../../shared/refusal-error.ts";
import type { PersonContext } from "../../engine/context.ts";
import { countingCopy } from "../../engine/given-copy.ts";
import { givenCopyPhrases } from "../../engine/given-copy-phrases.ts";
import { type ListDraft, lookAt, setReasons } from "../draft.ts";
import { setOrder } from "../enter-order.ts";
import { ORDER } from "../shared-list.ts";
import { listWorkbookPhrases as phrases } from "./phrases.ts";
import { type ListChange, type ListPlan, listPlan } from "./plan.ts";
import { fingerprint, listOfSheet, RECEIVED, type ReceivedList, receivedList } from "./received.ts";

/** `shown`: nothing was written; what would be is shown once more, with why. */
export type TakenList =
  | { kind: "taken"; list: ListDraft }
  | { kind: "shown"; received: ReceivedList; list: ListDraft; plan: ListPlan; why: string };

/**
 * 采用推荐表. Writes the order and the reasons, or nothing: not before what is contested is decided, and not over what
 * has changed since it was shown.
 * @throws {RefusalError} if no workbook waits, or the list was reported since
 */
export async function takeListWorkbook(context: PersonContext, words: string): Promise<TakenList> {
  const { drafts, person } = context;
  const [draft] = await drafts.unfinished({ kind: RECEIVED, subject: person.staffId });
  const parsed = receivedList.safeParse(draft?.body);
  if (!draft || !parsed.success) throw new RefusalError("recommendation.no-workbook", phrases.nothingKept());
  const received = parsed.data;
  const found = await listOfSheet(context, received.read);
  if (typeof found === "string")
    throw new RefusalError("recommendation.workbook-unfit", phrases.refused(received.file.name, found));
  const { list, given } = found;
  const shownPlan = listPlan(context, list, { read: received.read, given: given.values });
  const [defect] = shownPlan.defects;
  if (defect) throw new RefusalError("recommendation.workbook-unfit", defect.sentence);
  const shown = fingerprint(shownPlan);
  const again = (why: string): TakenList => ({ kind: "shown", received, list, plan: shownPlan, why });
  if (shown !== received.shown) {
    await drafts.save(draft, { body: { ...received, shown } });
    return again(givenCopyPhrases.changedSince());
  }
  const chosen = chosenChanges(shownPlan, words);
  if (typeof chosen === "string") return again(chosen);
  const written = await write(context, list, { plan: shownPlan, chosen });
  await context.withJournal({ action: "recommendation.workbook-taken", reason: received.file.hash }, () =>
    drafts.save(draft, { state: "done", body: {} }),
  );
  return { kind: "taken", list: written };
}

/** What is written, or why it is not known yet. Without the sheet's order its reasons are not those asked for. */
function chosenChanges({ changes }: ListPlan, words: string): readonly ListChange[] | string {
  const conflicts = changes.filter(({ kind }) => kind === "conflict");
  const counting = countingCopy(phrases.typedTake(), words, conflicts.length);
  if (typeof counting === "string") return counting;
  const dropped = conflicts.filter((_, at) => !counting.has(at + 1));
  if (dropped.some(({ key }) => key === ORDER)) return [];
  return changes.filter((change) => !dropped.includes(change));
}

async function write(
  context: PersonContext,
  list: ListDraft,
  { plan, chosen }: { plan: ListPlan; chosen: readonly ListChange[] },
): Promise<ListDraft> {
  // What colleagues changed was shown beside the file: none of it is unseen.
  const seen = await lookAt(context, list);
  const ordered = chosen.some(({ key }) => key === ORDER) ? await setOrder(context, seen, plan.order) : seen;
  const { reasons } = ordered;
  const given = chosen.filter(({ key }) => key !== ORDER).map(({ key, back }) => [key, back] as const);
  if (!reasons || given.length === 0) return ordered;
  const answers = { ...reasons.state.answers, ...Object.fromEntries(given) };
  const state = { ...reasons.state, answers };
  return setReasons(context, ordered, openAt(state, nextOpen(reasons.form, state)));
}
