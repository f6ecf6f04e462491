import { readScoreLine } from "../../platform/conversation/score-line.ts";
import { rowIdOf } from "../../platform/conversation/score-rules.ts";
import { caseAtHead } from "../application/case-at-head.ts";
import type { PersonContext } from "../engine/context.ts";
import { rowIds } from "../scoring/given-findings.ts";
import { lineRules } from "../scoring/line-rules.ts";
import { readFindings } from "../scoring/read-findings.ts";
import { criterionById } from "../scoring/rubric.ts";
import type { SheetName } from "./member-sheet.ts";
import { sitesOf } from "./which-site.ts";

/** 稽山花园 3-5 4: the site at the head, and what is said of it. */
export async function siteAtHead(
  context: PersonContext,
  text: string,
  { memberId }: Pick<SheetName, "memberId">,
): Promise<{ name?: string; rest: string }> {
  const names = (await sitesOf(context, memberId)).map(({ compoundName }) => compoundName);
  const head = caseAtHead(text, names);
  return head && head.rest !== "" ? head : { rest: text };
}

const ROW = /^\s*(?<row>\d{1,2}\s*[-－‐‑‒–—―−]\s*\d{1,2})\s*(?:现场)?(?:照片|图片)?\s*$/u;

/** 3-5, 3-5照片: a row and nothing else. */
export function rowAlone({ campaign }: Pick<PersonContext, "campaign">, text: string): string | undefined {
  const row = rowIdOf(ROW.exec(text.normalize("NFKC"))?.groups?.row ?? "");
  return criterionById(campaign.definition.rubric, row) && row;
}

/** Rows that a message gives points to, or asks for. */
export function rowsIn({ campaign, rulings }: PersonContext, text: string): string[] {
  const alone = rowAlone({ campaign }, text);
  if (alone !== undefined) return [alone];
  const { given, rest } = readFindings(text, rowIds(campaign.definition));
  const line = readScoreLine(lineRules(campaign.definition, rulings), rest);
  const named =
    line.kind === "points"
      ? line.entries.map(({ row }) => row)
      : line.kind === "row"
        ? [line.row]
        : line.kind === "retry"
          ? (line.rows ?? [])
          : [];
  return [...new Set([...given.map(({ criterion }) => criterion), ...named])];
}

/** 其余满分: gives points only to rows that have none, whenever it arrives. */
export const isRest = ({ campaign, rulings }: PersonContext, text: string): boolean =>
  readScoreLine(lineRules(campaign.definition, rulings), text).kind === "rest";
