import type { Definition } from "../definition/definition.ts";
import { annexFor, deliverableFor } from "../definition/purposes.ts";
import { listWord } from "../ranking/list-word.ts";
import { offersRanking } from "../ranking/rules.ts";

export type What = "list" | "ranking" | "progress";

/** What the campaign has to export, with the word that people type for it. */
export function exportables(definition: Definition): { what: What; word: string }[] {
  const list = listWord(definition);
  return [
    ...(list === undefined ? [] : [{ what: "list" as const, word: list }]),
    ...(offersRanking(definition) ? [{ what: "ranking" as const, word: "排名" }] : []),
    { what: "progress", word: "进度" },
  ];
}

/** What is asked for in words, whether the campaign has it or not; undefined where the words name nothing. */
export const whatIn = (definition: Definition, asked: string): What | undefined =>
  READERS.find(([, read]) => read(definition).test(asked.normalize("NFKC")))?.[0];

const READERS: readonly (readonly [What, (definition: Definition) => RegExp])[] = [
  ["list", (definition) => new RegExp(["推荐名单", ...listNames(definition).map(pattern)].join("|"), "u")],
  ["ranking", () => /排名/u],
  ["progress", () => /进度/u],
];

/** Everything that the definition calls the list. */
function listNames(definition: Definition): string[] {
  const annex = annexFor(definition, "list");
  const list = deliverableFor(definition, "list");
  return [annex?.name, annex?.title, list?.name, ...(list?.aliases ?? [])].filter((name) => name !== undefined);
}

const NUMERALS = "零一二三四五六七八九十";

/** A name with its number written either way, and never as the beginning of a longer number: 附件 4, 附件四. */
function pattern(name: string): string {
  const [, words = name, number] = /^(.*?)(\d+)$/u.exec(name.normalize("NFKC")) ?? [];
  const plain = words.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  if (number === undefined) return plain;
  const numeral = NUMERALS[Number(number)];
  return `${plain}\\s*(?:${number}(?!\\d)${numeral === undefined ? "" : `|${numeral}(?!十)`})`;
}
