import type { Definition } from "../definition/definition.ts";
import { type Nouns, nounsOf } from "../directory/nouns.ts";
import { officialPhrases as phrases } from "./phrases.ts";

/** 公文: an official document, described by its fields; the bureau may lay it out and word it anew in Word. */
export interface OfficialTemplate {
  /** Of its file in the campaign folder: `templates/<name>.docx`. */
  name: string;
  /** What the document holds, from its number to its annexes; its words are the campaign's nouns and its plan's. */
  layout(nouns: Nouns, definition: Definition): OfficialLayout;
}

export interface OfficialLayout {
  /** 文号, left blank: in the middle, or on the left with 签发人 on the right (上行文); none on what a website posts. */
  number?: "centered" | "signed";
  hasRecipient?: true;
  body: readonly OfficialBlock[];
  hasAnnexes?: true;
  /** Each on a page of its own behind the document, with 附件 above it. */
  annexes?: readonly OfficialAnnex[];
}

export interface OfficialAnnex {
  mark: string;
  title: string;
  body: readonly OfficialBlock[];
}

export const layoutOf = ({ layout }: OfficialTemplate, definition: Definition): OfficialLayout =>
  layout(nounsOf(definition), definition);

export type OfficialBlock =
  /** Words that stand in the template itself. */
  | { heading: string }
  /** A paragraph. */
  | { field: string; look?: "body" | "heading" | "subheading" | "plain" }
  /** As many paragraphs as there are. */
  | { list: string }
  /** A table, widths in millimetres. */
  | { rows: string; columns: readonly { width: number; label: string; field: string; align?: "left" }[] }
  /** A table to be filled in by hand, its labels by row. */
  | { form: readonly (readonly string[])[]; widths: readonly number[] };

/** Fields that every official document has, whether ours shows them or not: for the bureau's own wording. */
export const COMMON_FIELDS: readonly string[] = Object.values(phrases.common);

/** All fields of a document, and its lists with the names of their cells. */
export function fieldsOf(layout: OfficialLayout): { fields: string[]; lists: Record<string, string[]> } {
  const blocks = [...layout.body, ...(layout.annexes ?? []).flatMap(({ body }) => body)];
  const { annexes, journal } = phrases.lists;
  return {
    fields: [...COMMON_FIELDS, ...blocks.flatMap((block) => ("field" in block ? [block.field] : []))],
    lists: Object.fromEntries([
      [annexes, []],
      [journal, []],
      ...blocks.flatMap((block): [string, string[]][] => {
        if ("list" in block) return [[block.list, []]];
        if ("rows" in block) return [[block.rows, block.columns.map(({ field }) => field)]];
        return [];
      }),
    ]),
  };
}
