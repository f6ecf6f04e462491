import { restoreState } from "../../platform/conversation/form-state.ts";
import type { Context } from "../engine/context.ts";
import { type Choice, formerReasonsForm, type Reasons } from "./reasons.ts";

/** Reasons given to orders before the present one, by the label of their field. */
export type EarlierReasons = Readonly<Record<string, string>>;

interface Given {
  reasons: Reasons | undefined;
  earlier: EarlierReasons;
}

/** The reasons of the order in hand with those of the orders before; the latest of a label stands. */
export function withReasons({ reasons, earlier }: Given): EarlierReasons {
  const given = (reasons?.form.fields ?? []).flatMap(({ key, label }) => {
    const text = reasons?.state.answers[key];
    return typeof text === "string" ? [[label, text] as const] : [];
  });
  return { ...earlier, ...Object.fromEntries(given) };
}

/** Earlier reasons that the present form asks for again, as answers by key. */
export function askedAgain({ reasons, earlier }: Given): Readonly<Record<string, string>> {
  const asked = (reasons?.form.fields ?? []).filter(
    ({ key, label }) => earlier[label] !== undefined && reasons?.state.answers[key] === undefined,
  );
  return Object.fromEntries(asked.map(({ key, label }) => [key, earlier[label] ?? ""]));
}

interface Before {
  order: readonly string[];
  none?: boolean | undefined;
  reasons?: unknown;
  earlier?: EarlierReasons | undefined;
}

/** Candidates have joined or left, so the order has to be given anew: the reasons of the one before wait for it. */
export function reasonsBefore(
  context: Context,
  { district, candidates }: Pick<Choice, "district" | "candidates">,
  { order, none = false, reasons, earlier = {} }: Before,
): EarlierReasons {
  const known = order.filter((id) => candidates.some(({ application }) => application.id === id));
  const form = formerReasonsForm(context, { district, candidates, order: known, none });
  const state = reasons === undefined ? undefined : restoreState(form, reasons).state;
  return withReasons({ reasons: state && { form, state }, earlier });
}
