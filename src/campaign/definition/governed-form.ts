import type { Form } from "./purposes.ts";

type Given = Readonly<Record<string, unknown>>;

/**
 * The form under an answer to its governing field: labels and opinions are those of the kind of owners' body, and fields
 * that it has no use for are left out.
 * @param answers by field key
 */
export function governedForm(form: Form, answers: Given): Form {
  const leavesOut = kindUnder(form, answers)?.leavesOut ?? [];
  const named = relabelled(form, answers);
  return leavesOut.length === 0
    ? named
    : { ...named, fields: named.fields.filter(({ key }) => !leavesOut.includes(key)) };
}

/** The same with every field, as the printed form has them. */
export function relabelled(form: Form, answers: Given): Form {
  const kind = kindUnder(form, answers);
  if (!kind) return form;
  const labelOf = (key: string) => kind.labels.find(({ field }) => field === key)?.label;
  const opinionOf = (id: string) => kind.opinions.find(({ opinion }) => opinion === id)?.label;
  return {
    ...form,
    fields: form.fields.map((field) => {
      const label = labelOf(field.key);
      // Lines copied from the printed form keep its words.
      return label === undefined ? field : { ...field, label, aliases: [field.label, ...(field.aliases ?? [])] };
    }),
    opinions: form.opinions.map((office) => ({ ...office, label: opinionOf(office.id) ?? office.label })),
  };
}

/** All labels that a field can have, the usual one first. */
export const labelsOf = ({ governance, fields }: Form, key: string): readonly string[] => [
  ...fields.filter((field) => field.key === key).map(({ label }) => label),
  ...(governance?.kinds ?? []).flatMap(({ labels }) =>
    labels.filter(({ field }) => field === key).map(({ label }) => label),
  ),
];

/** All labels that an opinion can have, the usual one first. */
export const opinionLabelsOf = ({ governance, opinions }: Form, id: string): readonly string[] => [
  ...opinions.filter((office) => office.id === id).map(({ label }) => label),
  ...(governance?.kinds ?? []).flatMap(({ opinions: labels }) =>
    labels.filter(({ opinion }) => opinion === id).map(({ label }) => label),
  ),
];

/** Whether there is nobody to ask for the opinion under these answers. */
export const isNobodys = (form: Form, answers: Given, id: string): boolean =>
  kindUnder(form, answers)?.opinions.some(({ opinion, nobody }) => opinion === id && nobody) ?? false;

function kindUnder({ governance }: Form, answers: Given) {
  const value = governance && answers[governance.field];
  return governance?.kinds.find((kind) => kind.value === value);
}
