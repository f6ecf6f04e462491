import { z } from "zod";
import type { ViewField, ViewForm } from "../../platform/chat/view.ts";
import type { AnswerValue } from "../../platform/conversation/answer.ts";
import { compactAnswer, plainAnswer } from "../../platform/conversation/plain.ts";
import { type Conflict, shareOf } from "../../platform/conversation/shared-work.ts";
import type { Context, PersonContext } from "../engine/context.ts";
import { formValues, type ShownValues } from "./colleagues.ts";
import { type ApplicationDraft, saveForm } from "./draft.ts";
import { namedForm } from "./form.ts";
import { applicationPhrases as phrases } from "./phrases.ts";

export const SETTLE = "application.settle";

const MINE = "mine";
const side = z.enum([MINE, "theirs"]).optional().catch(undefined);

/** Options are cut to this many characters; in full both values stand above the form. */
const OPTION = 16;
/** Fields that fit into a card value whatever they hold. */
const MOST_FIELDS = 3;

const short = (text: string): string => ([...text].length > OPTION ? `${[...text].slice(0, OPTION).join("")}…` : text);

interface Contested {
  conflicts: readonly Conflict[];
  /** The values as they are, by key. */
  present: Readonly<Record<string, AnswerValue>>;
  as: ShownValues;
}

/** A choice for each conflict: 同事填写的, 我填写的. */
export const conflictFields = ({ conflicts, present, as }: Contested): ViewField[] =>
  conflicts.slice(0, MOST_FIELDS).map(({ key, mine }) => {
    const theirs = present[key];
    const shown = theirs === undefined ? phrases.empty() : short(as.value(key, theirs));
    return {
      name: key,
      label: as.label(key),
      kind: "select",
      // What is not decided stays asked.
      required: false,
      options: [
        { value: "theirs", text: phrases.theirs(shown) },
        { value: MINE, text: phrases.mine(short(as.value(key, mine))) },
      ],
    };
  });

/** Asks which value counts; undefined if nothing is to be decided. */
export function conflictForm(context: Context, { draft, work, viewer, state }: ApplicationDraft): ViewForm | undefined {
  const { conflicts } = shareOf(work, viewer);
  if (conflicts.length === 0) return undefined;
  const form = namedForm(context, state);
  const fields = conflictFields({ conflicts, present: state.answers, as: formValues(form) });
  return { id: `${form.id}-conflict`, action: SETTLE, subject: draft.id, submitLabel: phrases.settle(), fields };
}

/** Words that decide about all conflicts. */
export function readSide(text: string): "mine" | "theirs" | undefined {
  const plain = plainAnswer(text);
  if (plain === phrases.takeMine()) return MINE;
  return plain === phrases.takeTheirs() ? "theirs" : undefined;
}

const OPEN_MINE = /^(?:2|[以用按选]?我(?:自己)?(?:填|写|打|评)?的?(?:为准)?)$/u;
const OPEN_THEIRS = /^(?:1|[以用按选]?(?:同事|他|她|对方|人家)(?:填|写|打|评)?的?(?:为准)?)$/u;

/** The same while it is asked: 我的, 同事的, 1 and 2 in the order of the buttons. */
export function readOpenSide(text: string): "mine" | "theirs" | undefined {
  const plain = compactAnswer(text);
  if (OPEN_THEIRS.test(plain)) return "theirs";
  return OPEN_MINE.test(plain) ? MINE : readSide(text);
}

/** Divides conflicts by what was decided about them. @param sideOf untrusted, by key */
export function decide(
  conflicts: readonly Conflict[],
  sideOf: (key: string) => unknown,
): { mine: Readonly<Record<string, AnswerValue>>; open: readonly Conflict[] } {
  const sides = conflicts.map((conflict) => ({ conflict, side: side.parse(sideOf(conflict.key)) }));
  return {
    mine: Object.fromEntries(
      sides.flatMap(({ conflict, side: of }) => (of === MINE ? [[conflict.key, conflict.mine]] : [])),
    ),
    open: sides.flatMap(({ conflict, side: of }) => (of === undefined ? [conflict] : [])),
  };
}

/** Decides about conflicts, by field; those without a decision stay. */
export async function settleConflicts(
  context: PersonContext,
  form: ApplicationDraft,
  sideOf: (key: string) => unknown,
): Promise<ApplicationDraft> {
  const { conflicts, refused } = shareOf(form.work, form.viewer);
  const { mine, open } = decide(conflicts, sideOf);
  const state = { ...form.state, answers: { ...form.state.answers, ...mine } };
  return saveForm(context, form, state, { conflicts: open, refused });
}
