import type { Reasons } from "./reasons.ts";

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
