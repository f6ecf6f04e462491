import { type Form, optionsOf, type Question } from "./field.ts";

const FEWEST = 2;

/** The choice whose options stand in the question's label: 入住率 or 交付率 before 交付率或入住率. */
export const choiceBefore = ({ fields }: Pick<Form, "fields">, { kind, label }: Question): Question | undefined =>
  kind === "text" || kind === "longText"
    ? undefined
    : fields.find(
        (one) =>
          one.kind === "choice" &&
          optionsOf(one).length >= FEWEST &&
          optionsOf(one).every(({ text }) => label.includes(text)),
      );
