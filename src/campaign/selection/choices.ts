import { z } from "zod";
import type { Candidate, Choice, Choices } from "./selection.ts";

const choicesSchema = z.object({
  items: z.record(z.string(), z.object({ selected: z.boolean().optional(), reason: z.string().optional() })),
  departure: z.string().optional(),
  page: z.int().nonnegative(),
});

export const noChoices: Choices = { items: {}, page: 0 };

export const readChoices = (body: unknown): Choices => choicesSchema.safeParse(body).data ?? noChoices;

/** Takes the numbered ones in and all others out; reasons given for the opposite go, and that for the number. */
export function choose(choices: Choices, candidates: readonly Candidate[], numbers: readonly number[]): Choices {
  return candidates.reduce(
    (all, { applicationId, number }) => setChoice(all, applicationId, { selected: numbers.includes(number) }),
    withDeparture(choices, undefined),
  );
}

/** Sets what is given; a compound that changes sides loses the reason it had. */
export function setChoice(choices: Choices, applicationId: string, { selected, reason }: Choice): Choices {
  const before = choices.items[applicationId] ?? {};
  const changesSides = selected !== undefined && before.selected !== undefined && before.selected !== selected;
  const after: Choice = {
    selected: selected ?? before.selected,
    reason: reason ?? (changesSides ? undefined : before.reason),
  };
  const items = { ...choices.items, [applicationId]: after };
  return changesSides ? { ...withDeparture(choices, undefined), items } : { ...choices, items };
}

/** The reason for a number that departs from what holds 原则上. */
export function withDeparture({ departure: _, ...choices }: Choices, reason: string | undefined): Choices {
  return reason === undefined ? choices : { ...choices, departure: reason };
}

/** 上一步: takes back the last reason, or the choice itself when there is none. */
export function stepBack(choices: Choices, candidates: readonly Candidate[]): Choices {
  if (choices.departure !== undefined) return withDeparture(choices, undefined);
  const last = candidates.findLast(({ applicationId }) => choices.items[applicationId]?.reason !== undefined);
  if (!last) return { ...choices, items: {} };
  const { selected } = choices.items[last.applicationId] ?? {};
  return { ...choices, items: { ...choices.items, [last.applicationId]: { selected } } };
}
