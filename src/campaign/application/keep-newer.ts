import { isDeepStrictEqual } from "node:util";
import { questionByKey } from "../../platform/conversation/field.ts";
import { openAt } from "../../platform/conversation/moves.ts";
import { changesKnownSince, type Refused } from "../../platform/conversation/shared-work.ts";
import type { PersonContext } from "../engine/context.ts";
import { formValues, nameOf } from "./colleagues.ts";
import type { ApplicationDraft } from "./draft.ts";
import { askedForm } from "./form.ts";
import type { TurnedPage } from "./page.ts";
import { applicationPhrases as phrases } from "./phrases.ts";

/**
 * What the page that was submitted did not show, because it was changed on another device since, stands; the person's
 * value is named above the form. A value that the page only showed is none of the person's.
 * @param face edition of the work that the page showed; undefined on pages of before
 */
export function keepNewer(
  context: PersonContext,
  draft: ApplicationDraft,
  { face, turned }: { face: number | undefined; turned: TurnedPage },
): TurnedPage {
  const { answers: before } = draft.state;
  const { answers: wanted } = turned.state;
  const newer = (face === undefined ? [] : changesKnownSince(draft.work, draft.viewer, face)).filter(
    ({ key }) => !isDeepStrictEqual(before[key], wanted[key]),
  );
  if (newer.length === 0) return turned;
  const kept = newer.map(({ key }) => key);
  const others = Object.entries(wanted).filter(([key]) => !kept.includes(key));
  const now = Object.entries(before).filter(([key]) => kept.includes(key));
  const state = { ...turned.state, answers: Object.fromEntries([...others, ...now]) };
  const form = askedForm(context, state);
  const as = formValues(form);
  const told = newer.flatMap(({ key, by, before: then }): Refused[] => {
    const [mine, theirs] = [wanted[key], before[key]];
    if (isDeepStrictEqual(mine, then)) return [];
    const who = by === draft.viewer ? undefined : nameOf(context.people, by);
    const shown = theirs === undefined ? undefined : as.value(key, theirs);
    const sentence = phrases.changedElsewhere({ now: shown, who });
    return [{ key, label: as.label(key), sentence, typed: mine === undefined ? "" : as.value(key, mine) }];
  });
  const [first] = told;
  const open = first && turned.turn !== "leave" ? questionByKey(form, first.key) : undefined;
  return {
    ...turned,
    state: open ? openAt(state, open) : state,
    refused: [...turned.refused, ...told],
    problems: turned.problems + told.length,
  };
}
