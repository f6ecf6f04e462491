import type { Block, View } from "../../../platform/chat/view.ts";
import { nounsOf } from "../../directory/nouns.ts";
import { takeActions } from "../../engine/given-copy.ts";
import { givenCopyPhrases } from "../../engine/given-copy-phrases.ts";
import { scoringPhrases } from "../../scoring/phrases.ts";
import { criterionById, type Rubric } from "../../scoring/rubric.ts";
import { rowKeys } from "../../scoring/score-values.ts";
import { reviewWorkbookPhrases as phrases } from "./phrases.ts";
import { type ComparedSheet, conflictsIn, type ReceivedWorkbook, type ScorerContext } from "./received.ts";
import type { ComparedRow } from "./rules.ts";

export const TAKE = "preliminary-review.take-workbook";

/** Rows of one case that are listed; the others are counted. */
const MOST_LISTED = 12;

const text = (words: string): Block => ({ kind: "text", text: words });
const list = (items: readonly string[]): Block[] => (items.length === 0 ? [] : [{ kind: "list", items }]);

/** What a dropped 初评表 would change. Nothing is written before 采用. @param before said above it */
export function receivedView(
  { campaign: { definition } }: ScorerContext,
  { file }: Pick<ReceivedWorkbook, "file">,
  { sheets, before = [] }: { sheets: readonly ComparedSheet[]; before?: readonly string[] },
): View {
  const nouns = nounsOf(definition);
  const conflicts = conflictsIn(sheets);
  const changes = sheets.flatMap(({ rows }) => rows.filter(({ keys }) => keys.length > 0)).length;
  return {
    title: phrases.readTitle(sheets.length, nouns),
    tone: "running",
    ...(changes > 0 ? { status: phrases.status() } : {}),
    body: [
      ...before.map(text),
      text(changes > 0 ? phrases.lead(file.name, changes) : phrases.nothingNew(file.name)),
      ...sheets.flatMap((sheet) => sheetBlocks(definition.rubric, sheet)),
      ...(conflicts.length === 0
        ? []
        : [
            text(givenCopyPhrases.conflictLead(phrases.typedTake(), conflicts.length)),
            {
              kind: "list" as const,
              ordered: true,
              items: conflicts.map(({ sheet, row }) =>
                phrases.conflict(sheet.application.compoundName, rowWords(definition.rubric, sheet, row)),
              ),
            },
          ]),
    ],
    actions: changes === 0 ? [] : takeActions(TAKE, phrases.typedTake(), conflicts.length > 0),
  };
}

function sheetBlocks(rubric: Rubric, sheet: ComparedSheet): Block[] {
  const { application, rows, read } = sheet;
  const changed = rows.filter(({ kind }) => kind === "changed");
  const conflicts = rows.filter(({ kind }) => kind === "conflict");
  const isNew = ({ id }: ComparedRow) => sheet.now[id] === undefined;
  const added = changed.filter(isNew);
  const parts = [
    ...(added.length > 0 ? [phrases.added(added.length)] : []),
    ...(changed.length > added.length ? [phrases.changedCount(changed.length - added.length)] : []),
    ...(conflicts.length > 0 ? [phrases.conflictCount(conflicts.length)] : []),
  ];
  // A new row with full points and nothing beside it is counted only.
  const isFull = (row: ComparedRow) =>
    isNew(row) && row.keys.length === 1 && row.back[row.id] === criterionById(rubric, row.id)?.maxPoints;
  const [full, told] = [changed.filter(isFull), changed.filter((row) => !isFull(row))];
  const kept = rows.filter(({ kind }) => kind === "kept").map(({ id }) => id);
  return [
    {
      kind: "heading",
      text: phrases.caseHeading(application.compoundName, parts.length > 0 ? parts : [phrases.noChange()]),
    },
    ...list([
      ...told.slice(0, MOST_LISTED).map((row) => rowWords(rubric, sheet, row)),
      ...(told.length > MOST_LISTED ? [phrases.more(told.length - MOST_LISTED)] : []),
      ...(full.length > 0 ? [phrases.fullRows(full.length)] : []),
    ]),
    ...(kept.length > 0 ? [text(givenCopyPhrases.kept(kept))] : []),
    ...(read.formulas.all > 0 ? [text(phrases.formulas(read.formulas))] : []),
  ];
}

/** 3-5　现为4分，文件为3分；理由：… */
function rowWords(rubric: Rubric, { now }: ComparedSheet, { id, back, keys }: ComparedRow): string {
  const at = rowKeys(id);
  const words = (value: unknown) => (typeof value === "number" ? scoringPhrases.points(value) : String(value ?? ""));
  const of = (key: string) => ({ present: words(now[key]), written: words(back[key]), has: keys.includes(key) });
  const [points, reason, remark] = [of(at.points), of(at.reason), of(at.remark)];
  const most = criterionById(rubric, id)?.maxPoints;
  const value =
    now[at.points] === undefined
      ? phrases.valueNew(typeof back[at.points] === "number" ? `${points.written}（满分${most}分）` : points.written)
      : phrases.valueChanged(points.present, points.written);
  return phrases.row(id, [
    ...(points.has ? [value] : []),
    ...(reason.has
      ? [
          reason.present === ""
            ? phrases.reasonNew(reason.written)
            : phrases.reasonChanged(reason.present, reason.written),
        ]
      : []),
    ...(remark.has
      ? [
          remark.present === ""
            ? phrases.remarkNew(remark.written)
            : phrases.remarkChanged(remark.present, remark.written),
        ]
      : []),
  ]);
}
