import { isDeepStrictEqual } from "node:util";
import { scorePhrases } from "./phrases.ts";
import { doubtPhrases } from "./score-doubt-phrases.ts";
import { showEntries } from "./score-readings.ts";
import { rowIdOf, type ScoreEntry, type ScoreLine, type ScoreRules } from "./score-rules.ts";
import { rowIn } from "./score-table.ts";
import { ID } from "./score-words.ts";

const PIECE = "(?:更正|订正)(?:一下)?\\s*[:：]?\\s*";
/** …更正：4-2 应为2分，理由是…: up to the end of its line or the next correction. */
const CORRECTION = new RegExp(
  `(?<=\\S[\\s，,。；;]*|\\n\\s*)${PIECE}(?=${ID}(?![\\d年月－-]))(?<said>(?:(?!${PIECE}${ID})[^\\n；;])+)`,
  "gu",
);

/**
 * A message with corrections of rows in it: what they say takes the place of what stood there. Undefined where there is
 * none, or one of them cannot be read.
 * @param read a message without corrections
 */
export function withCorrections(typed: string, read: (text: string) => ScoreLine): ScoreLine | undefined {
  const said = [...typed.matchAll(CORRECTION)].map(({ groups }) => groups?.said?.replace(/[\s，,。]+$/u, "") ?? "");
  const main = typed.replaceAll(CORRECTION, "").replaceAll(/[\s，,；;]+(?=\n|$)/gu, "");
  if (said.length === 0 || main.trim() === "") return undefined;
  const corrected: ScoreEntry[] = [];
  for (const one of said) {
    const line = read(one);
    if (line.kind !== "points" || line.rest || line.beside) return undefined;
    corrected.push(...line.entries);
  }
  const rows = corrected.map(({ row }) => row);
  if (new Set(rows).size < rows.length) return undefined;
  const taken = (entries: readonly ScoreEntry[]): ScoreEntry[] => [
    ...entries.filter(({ row }) => !rows.includes(row)),
    // 更正：3-6的理由为…: the points that were said before stay.
    ...corrected.map((one) => ({ ...pointsOf(entries, one), ...one })),
  ];
  const base = read(main);
  if (base.kind === "points") return { ...base, entries: taken(base.entries) };
  if (base.kind !== "retry") return undefined;
  const offered = base.readable?.doubtful ? undefined : base.readable;
  const good = offered ? read(offered.typed) : undefined;
  if (offered && good?.kind !== "points") return undefined;
  const entries = taken(good?.kind === "points" ? good.entries : []);
  const shown = showEntries(entries);
  const { unread = base.sentence } = base;
  return {
    ...{ kind: "retry", unread, sentence: scorePhrases.readable(unread, shown, entries.length) },
    readable: { entries: entries.length, typed: shown },
    rows: [...new Set([...(base.rows ?? []), ...rows])],
  };
}

/** Said of the row before; nothing where the correction says them itself. */
function pointsOf(entries: readonly ScoreEntry[], { row, points, notApplicable }: ScoreEntry): Partial<ScoreEntry> {
  const before = entries.find((one) => one.row === row);
  if (points !== undefined || notApplicable || before?.points === undefined) return {};
  return { points: before.points };
}

/** A row that words speak of; 与4-2重复 and 详见4-2 do not. */
const NAMED = new RegExp(`(?<![与和见照据按、\\d.\\-－])(${ID})(?![\\d年月－-])`, "gu");

/** Rows that stand in words which were not understood: what was read of them elsewhere may be superseded. */
const rowsNamedIn = (rules: ScoreRules, words: string): readonly string[] =>
  [...words.matchAll(NAMED)].flatMap(([, id = ""]) => (rowIn(rules, rowIdOf(id)) ? [rowIdOf(id)] : []));

/** What is read of rows that are in doubt elsewhere is not offered, and it is said. */
export function withoutDoubtful(
  rules: ScoreRules,
  entries: readonly ScoreEntry[],
  said: readonly { words: string; line: ScoreLine }[],
): { entries: readonly ScoreEntry[]; sentence: string } {
  const doubtful = new Set(
    said.flatMap(({ words, line }) =>
      line.kind === "points" || line.kind === "rest"
        ? []
        : rowsNamedIn(rules, words).filter(
            (id) => !(line.kind === "retry" && (line.good ?? []).some(({ row }) => row === id)),
          ),
    ),
  );
  const left = entries.filter(({ row }) => !doubtful.has(row));
  // 4-1至4-3满分，4-3扣一分: what is offered for 4-3 is asked about by itself.
  const offered = said.flatMap(({ line }) =>
    line.kind === "retry" && line.readable?.doubtful ? (line.rows ?? []) : [],
  );
  const out = [...new Set(entries.map(({ row }) => row).filter((row) => doubtful.has(row) && !offered.includes(row)))];
  return { entries: left, sentence: out.length === 0 ? "" : doubtPhrases.namedAgain(out) };
}

/** The same said twice is said once; with its reason, where one of the two has it. */
export const withoutRepeated = (entries: readonly ScoreEntry[]): ScoreEntry[] =>
  entries.filter((entry, at) => {
    const isSaidOtherwise = entries.some(
      (one) =>
        one !== entry &&
        entry.points !== undefined &&
        isDeepStrictEqual({ ...one, reason: undefined }, { ...entry, reason: undefined }) &&
        entry.reason === undefined &&
        one.reason,
    );
    return !isSaidOtherwise && entries.findIndex((one) => isDeepStrictEqual(one, entry)) === at;
  });
