import { z } from "zod";
import { type Candidate, type Choice, type Choices, DEPARTURE } from "./selection.ts";

const seenSchema = z.object({
  total: z.number().nullable(),
  rank: z.number().nullable(),
  drafted: z.string().optional(),
});

const choicesSchema = z.object({
  items: z.record(
    z.string(),
    z.object({ selected: z.boolean().optional(), reason: z.string().optional(), aside: z.string().optional() }),
  ),
  reserves: z.array(z.string()).optional(),
  departure: z.string().optional(),
  seen: z.record(z.string(), seenSchema).optional(),
  told: z.array(z.string()).optional(),
  page: z.int().nonnegative(),
  oneByOne: z.literal(true).optional(),
  typed: z
    .object({ numbers: z.string(), reserves: z.string().optional(), selected: z.string(), passed: z.string() })
    .optional(),
  refused: z.array(z.object({ key: z.string(), sentence: z.string(), typed: z.string() })).optional(),
});

export const noChoices: Choices = { items: {}, page: 0 };

export const readChoices = (body: unknown): Choices => choicesSchema.safeParse(body).data ?? noChoices;

/** Selects the numbered candidates and no others. Clears the reasons of changed choices and the departure. */
export function choose(choices: Choices, candidates: readonly Candidate[], numbers: readonly number[]): Choices {
  return candidates.reduce(
    (all, { applicationId, number }) => setChoice(all, applicationId, { selected: numbers.includes(number) }),
    withDeparture(choices, undefined),
  );
}

/**
 * Sets the given values. Who changes sides leaves the reason of that side behind, finds it again on coming back, and is no
 * reserve any more; the departure is cleared.
 */
export function setChoice(choices: Choices, applicationId: string, { selected, reason }: Choice): Choices {
  const before = choices.items[applicationId] ?? {};
  const changesSides = selected !== undefined && before.selected !== undefined && before.selected !== selected;
  const [kept, aside] = changesSides ? [before.aside, before.reason] : [before.reason, before.aside];
  const after: Choice = {
    selected: selected ?? before.selected,
    reason: reason ?? kept,
    ...(aside === undefined ? {} : { aside }),
  };
  const items = { ...choices.items, [applicationId]: after };
  const left = reason === undefined ? choices : withoutRefused(choices, applicationId);
  if (!changesSides) return { ...left, items };
  const stay = withDeparture(left, undefined);
  const reserves = stay.reserves?.filter((id) => id !== applicationId);
  return { ...stay, items, ...(reserves ? { reserves } : {}) };
}

/** Names the reserves in order, none of them selected. */
export const setReserves = (choices: Choices, reserves: readonly string[]): Choices => ({
  ...choices,
  reserves: reserves.filter((id) => choices.items[id]?.selected !== true),
});

/** What was refused is settled by a reason that was given since. */
function withoutRefused({ refused = [], ...choices }: Choices, key: string): Choices {
  const left = refused.filter((one) => one.key !== key);
  return left.length === 0 ? choices : { ...choices, refused: left };
}

/** Sets or clears the reason for breaking a 原则上 limit. */
export function withDeparture({ departure: _, ...choices }: Choices, reason: string | undefined): Choices {
  return reason === undefined ? choices : { ...withoutRefused(choices, DEPARTURE), departure: reason };
}

/** 上一步. Removes the last reason; without reasons the reserves, then the choices. */
export function stepBack(choices: Choices, candidates: readonly Candidate[]): Choices {
  if (choices.departure !== undefined) return withDeparture(choices, undefined);
  const last = candidates.findLast(({ applicationId }) => choices.items[applicationId]?.reason !== undefined);
  if (last) {
    const { selected } = choices.items[last.applicationId] ?? {};
    return { ...choices, items: { ...choices.items, [last.applicationId]: { selected } } };
  }
  const { reserves, ...rest } = choices;
  return reserves === undefined ? { ...rest, items: {} } : { ...rest, items: choices.items };
}
