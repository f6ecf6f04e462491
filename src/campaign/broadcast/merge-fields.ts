/** What a text can be filled in with, in braces: {姓名}. One word of it is the campaign's noun for a district. */
export type MergeField = "name" | "district" | "tasks" | "due" | "contact" | "phone";

/** The word of each field, as it stands in the braces. */
export type FieldWords = Readonly<Record<MergeField, string>>;

export interface FieldsRead {
  used: readonly MergeField[];
  /** Words in braces that are no field, each once. */
  unknown: readonly string[];
  /** A brace without its other one. */
  isBroken: boolean;
}

const FIELD = /[{｛]{1,2}([^{}｛｝]*)[}｝]{1,2}/gu;
const BRACE = /[{}｛｝]/u;

export function fieldsIn(text: string, words: FieldWords): FieldsRead {
  const named = [...text.matchAll(FIELD)].map(([, word = ""]) => word.trim());
  return {
    used: fieldsOf(words).filter((field) => named.includes(words[field])),
    unknown: [...new Set(named.filter((word) => fieldOf(word, words) === undefined))],
    isBroken: BRACE.test(text.replaceAll(FIELD, "")),
  };
}

/** The text with each field replaced. @param values of every field used */
export const filledIn = (text: string, words: FieldWords, values: Partial<Record<MergeField, string>>): string =>
  text.replaceAll(FIELD, (whole, word: string) => values[fieldOf(word.trim(), words) ?? "name"] ?? whole);

/** Different for every receiver: no group can read it. */
export const isPersonal = (field: MergeField): boolean => field !== "contact" && field !== "phone";

const fieldsOf = (words: FieldWords): MergeField[] => Object.keys(words) as MergeField[];

const fieldOf = (word: string, words: FieldWords): MergeField | undefined =>
  fieldsOf(words).find((field) => words[field] === word);
