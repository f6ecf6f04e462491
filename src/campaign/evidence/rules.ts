import type { Definition } from "../definition/definition.ts";
import { type Criterion, criteriaOf, type Rubric } from "../scoring/rubric.ts";

/** Rows that are proved by files: those that say how they are checked. */
export const evidenceRows = (rubric: Rubric): Criterion[] =>
  criteriaOf(rubric).filter(({ seenBy }) => seenBy.length > 0);

/** False: the campaign has no row to file under. */
export const takesEvidence = ({ rubric }: Definition): boolean => evidenceRows(rubric).length > 0;

/** A row for examples: the first that is seen on site, else the first. */
export function exampleRow({ rubric }: Definition): string {
  const rows = evidenceRows(rubric);
  return (rows.find(({ seenBy }) => seenBy.includes("site")) ?? rows[0])?.id ?? "";
}

/** 3-2改5, 2-3扣1分 没公示全, 2-1不适用: said of points or of a clause, not of what is to be filed. */
export const isOfAnswers = (label: string): boolean => OF_ANSWERS.test(label.normalize("NFKC").trim());

const GIVES = "(?:先|就|也|都|还|再|那[条个项]|改[成为到]?|扣|加|给|打|得|评|算|应?该?是|应为)*了?";
const OF_ANSWERS = new RegExp(
  `^${GIVES}\\s*(?:\\d+(?:\\.\\d+)?\\s*分?(?:$|[\\s，,。；;])|(?:\\d+(?:\\.\\d+)?|[零〇一二三四五六七八九十两]+)分(?![之钟公类期管])|满分)|^(?:无|没有?)$|^(?:不适用|不?符合|不?达标|[没未]达到|不[给得]分)|^的?(?:理由|原因|备注)(?:改|补|[:：是为]|\\p{Script=Han})`,
  "u",
);

/** How much of one way of proof there is. */
export interface Share {
  done: number;
  of: number;
}

/** What has proof, of one case. */
export interface Coverage extends Share {
  /** Ids of rows without any, in the plan's order. */
  missing: readonly string[];
  /** 材料, 现场, 数据: of the rows that are checked so. */
  by: Readonly<Record<Criterion["seenBy"][number], Share>>;
}

/** @param proved ids of rows with at least one file */
export function coverageOf(rubric: Rubric, proved: ReadonlySet<string>): Coverage {
  const rows = evidenceRows(rubric);
  const share = (among: readonly Criterion[]): Share => ({
    done: among.filter(({ id }) => proved.has(id)).length,
    of: among.length,
  });
  const by = (how: Criterion["seenBy"][number]) => share(rows.filter(({ seenBy }) => seenBy.includes(how)));
  return {
    ...share(rows),
    missing: rows.filter(({ id }) => !proved.has(id)).map(({ id }) => id),
    by: { material: by("material"), site: by("site"), data: by("data") },
  };
}

/** A part of the rubric in the strip: a cell for each row that takes proof. */
export interface StripPart {
  /** 1 */
  section: string;
  /** In the plan's order: whether the row has any file. */
  cells: readonly boolean[];
}

/** The rows that take proof as a strip of cells, part by part. */
export const stripOf = (rubric: Rubric, proved: ReadonlySet<string>): StripPart[] =>
  rubric.sections
    .map(({ criteria }) => criteria.filter(({ seenBy }) => seenBy.length > 0))
    .filter((rows) => rows.length > 0)
    .map((rows) => ({
      section: rows[0]?.id.split("-")[0] ?? "",
      cells: rows.map(({ id }) => proved.has(id)),
    }));

/** Rows without any file by the way in which they are checked; a row that is checked in two ways stands under both. */
export const missingBy = (rubric: Rubric, { missing }: Pick<Coverage, "missing">) =>
  (["material", "site", "data"] as const)
    .map((way) => ({
      way,
      rows: evidenceRows(rubric).flatMap(({ id, seenBy }) =>
        seenBy.includes(way) && missing.includes(id) ? [id] : [],
      ),
    }))
    .filter(({ rows }) => rows.length > 0);

/** What the file of an attachment is called: `3-5_环境卫生_翠苑三区_东门_20230912_01.jpg`. */
export interface FileName {
  row: Pick<Criterion, "id" | "short">;
  compound: string;
  /** 说明 */
  label: string | undefined;
  /** `yyyy-MM-dd` */
  day: string;
  /** From 1 among those of the row. */
  position: number;
  /** Without a dot. */
  ending: string;
}

export function evidenceFileName({ row, compound, label, day, position, ending }: FileName): string {
  const parts = [row.id, row.short, compound, label ?? "", day.replaceAll("-", ""), String(position).padStart(2, "0")];
  return `${parts
    .map(nameable)
    .filter((part) => part !== "")
    .join("_")}.${ending}`;
}

/** In characters, of one part of a name. */
const LONGEST = 40;
/** Signs that separate folders, or that a system forbids in names, and dots that lead up. */
const FORBIDDEN = /[\\/:*?"<>|_]|\.\.+|^\.+|\.+$/gu;
/** Marks that are not seen: controls, and those that turn the direction of writing. */
export const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Co}]/gu;

/** As a part of a file's name: without what leads to another folder, is not seen, or turns the direction of writing. */
export const nameable = (text: string): string =>
  [...text.normalize("NFKC").replace(UNSEEN, "").replace(FORBIDDEN, "").replace(/\s+/gu, " ").trim()]
    .slice(0, LONGEST)
    .join("");
