import type { Definition } from "../definition/definition.ts";
import { annexFor, deliverableFor } from "../definition/purposes.ts";
import { listWord } from "../ranking/list-word.ts";
import { offersRanking } from "../ranking/rules.ts";

export type ExportKind = "list" | "ranking" | "progress" | "rulings";

/**
 * Exports available in the campaign, with their command words.
 * @param whole whether for somebody who may see everything
 */
export function exportables(
  definition: Definition,
  { whole = false }: { whole?: boolean } = {},
): { what: ExportKind; word: string }[] {
  const list = listWord(definition);
  return [
    ...(list === undefined ? [] : [{ what: "list" as const, word: list }]),
    ...(offersRanking(definition) ? [{ what: "ranking" as const, word: "排名" }] : []),
    { what: "progress", word: "进度" },
    ...(whole && definition.rulings.length > 0 ? [{ what: "rulings" as const, word: "口径" }] : []),
  ];
}

/** Kind named in the text, available or not; undefined if none is named. */
export const exportKindIn = (definition: Definition, asked: string): ExportKind | undefined =>
  READERS.find(([, read]) => read(definition).test(asked.normalize("NFKC")))?.[0];

const READERS: readonly (readonly [ExportKind, (definition: Definition) => RegExp])[] = [
  ["list", (definition) => new RegExp(["推荐名单", ...listNames(definition).map(pattern)].join("|"), "u")],
  ["ranking", () => /排名/u],
  ["progress", () => /进度/u],
  ["rulings", () => /口径/u],
];

/** All names of the list in the definition. */
function listNames(definition: Definition): string[] {
  const annex = annexFor(definition, "list");
  const list = deliverableFor(definition, "list");
  return [annex?.name, annex?.title, list?.name, ...(list?.aliases ?? [])].filter((name) => name !== undefined);
}

const NUMERALS = "零一二三四五六七八九十";

/** Pattern for a name with digits or a Chinese numeral: 附件 4, 附件四. Rejects the start of a longer number. */
function pattern(name: string): string {
  const [, words = name, number] = /^(.*?)(\d+)$/u.exec(name.normalize("NFKC")) ?? [];
  const plain = words.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  if (number === undefined) return plain;
  const numeral = NUMERALS[Number(number)];
  return `${plain}\\s*(?:${number}(?!\\d)${numeral === undefined ? "" : `|${numeral}(?!十)`})`;
}
