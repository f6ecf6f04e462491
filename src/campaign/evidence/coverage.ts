import type { Block } from "../../platform/chat/view.ts";
import type { Application } from "../application/application.ts";
import { attachmentsAt } from "../attachment/store.ts";
import type { Member } from "../directory/member.ts";
import { nounsOf } from "../directory/nouns.ts";
import type { Context } from "../engine/context.ts";
import { type EvidenceItem, evidenceOf } from "./evidence-of.ts";
import { likestWords } from "./like-where.ts";
import { likesInCase } from "./likeness.ts";
import { evidencePhrases as phrases } from "./phrases.ts";
import { ROWS, rowOfPlace } from "./place.ts";
import { coverageOf, evidenceRows, missingBy, stripOf, takesEvidence } from "./rules.ts";

/** Ids of the rows with at least one file in force, by case. */
export async function provedRows(
  { tx, campaign }: Pick<Context, "tx" | "campaign">,
  caseIds: readonly string[],
): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const proved = new Map<string, Set<string>>(caseIds.map((id) => [id, new Set()]));
  if (caseIds.length === 0) return proved;
  for (const one of await attachmentsAt(tx, { campaignId: campaign.id, caseIds, prefix: ROWS })) {
    proved.get(one.caseId ?? "")?.add(rowOfPlace(one));
  }
  return proved;
}

/** Ids of the rows of a case with and without any file, in the plan's order; none where the campaign takes no evidence. */
export async function proofOf(
  context: Pick<Context, "tx" | "campaign">,
  caseId: string,
): Promise<{ proved: readonly string[]; missing: readonly string[] }> {
  const proved = (await provedRows(context, [caseId])).get(caseId) ?? new Set<string>();
  const rows = evidenceRows(context.campaign.definition.rubric).map(({ id }) => id);
  return { proved: rows.filter((id) => proved.has(id)), missing: rows.filter((id) => !proved.has(id)) };
}

/** How many files prove each row of a case, in words; of rows that take no proof nothing. */
export async function rowProofs(
  { tx, campaign }: Pick<Context, "tx" | "campaign">,
  caseId: string,
): Promise<ReadonlyMap<string, string>> {
  const rows = evidenceRows(campaign.definition.rubric);
  if (rows.length === 0) return new Map();
  const filed = await attachmentsAt(tx, { campaignId: campaign.id, caseIds: [caseId], prefix: ROWS });
  const byRow = Map.groupBy(filed, rowOfPlace);
  return new Map(rows.map(({ id }) => [id, phrases.ofRow(byRow.get(id)?.length ?? 0)]));
}

/** 证明材料14/25条（第1部分有1无4，…）, by case; empty in a campaign that takes no evidence. */
export async function evidenceStrips(
  context: Pick<Context, "tx" | "campaign">,
  caseIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const { definition } = context.campaign;
  if (!takesEvidence(definition)) return new Map();
  const all = await provedRows(context, caseIds);
  const { rubric } = definition;
  return new Map(
    [...all].map(([id, proved]) => [id, phrases.short(coverageOf(rubric, proved), stripOf(rubric, proved))]),
  );
}

/** 材料概况 of one case: what has proof, what has not, and what is like a file of another case or year. */
export async function coverageLines(context: Pick<Context, "tx" | "campaign">, caseId: string): Promise<string[]> {
  const { rubric } = context.campaign.definition;
  const proved = (await provedRows(context, [caseId])).get(caseId) ?? new Set<string>();
  const coverage = coverageOf(rubric, proved);
  return [
    phrases.coverage(coverage, stripOf(rubric, proved)),
    ...(coverage.missing.length > 0 ? [phrases.missing(coverage.missing)] : []),
    ...(await likesLine(context, caseId)),
  ];
}

/** Which rows hold files that are like one of another case or year; empty if there is none. */
export async function likesLine(context: Pick<Context, "tx" | "campaign">, caseId: string): Promise<string[]> {
  const likes = await likesInCase(context, caseId);
  if (likes.size === 0) return [];
  const { tx, campaign } = context;
  const filed = await attachmentsAt(tx, { campaignId: campaign.id, caseIds: [caseId], prefix: ROWS });
  const byRow = Map.groupBy(
    filed.filter(({ id }) => likes.has(id)),
    rowOfPlace,
  );
  const rows = evidenceRows(campaign.definition.rubric).map(({ id: row }) => ({
    row,
    count: byRow.get(row)?.length ?? 0,
  }));
  return [
    phrases.likes(
      rows.filter(({ count }) => count > 0),
      nounsOf(campaign.definition),
    ),
  ];
}

/** What has proof and what not, part by part and row by row, and which files are like others, as far as one may know. */
export async function coverageBlocks(
  context: Context,
  application: Application,
  viewer: Member | undefined,
): Promise<Block[]> {
  const { rubric } = context.campaign.definition;
  const items = await evidenceOf(context, application);
  const proved = new Set(items.map(({ row }) => row.id));
  const coverage = coverageOf(rubric, proved);
  const missing = missingBy(rubric, coverage).map(({ way, rows }) => phrases.missingBy(way, rows));
  return [
    { kind: "text", text: `${phrases.shares(coverage)}。` },
    { kind: "list", items: stripOf(rubric, proved).map(phrases.stripPart) },
    ...listed(phrases.missingTitle(), missing),
    ...listed(phrases.filedRows(), rowLines(items)),
    ...listed(phrases.alikeTitle(), await alikeLines(context, application, { items, viewer })),
  ];
}

const listed = (heading: string, items: readonly string[]): Block[] =>
  items.length === 0
    ? []
    : [
        { kind: "heading", text: heading },
        { kind: "list", items },
      ];

const rowLines = (items: readonly EvidenceItem[]): string[] =>
  [...Map.groupBy(items, ({ row }) => row).entries()].map(([row, files]) =>
    phrases.filedRow(row, files.length, files.filter(({ attachment }) => attachment.personal).length),
  );

async function alikeLines(
  context: Context,
  { id, district }: Application,
  { items, viewer }: { items: readonly EvidenceItem[]; viewer: Member | undefined },
): Promise<string[]> {
  const likes = await likesInCase(context, id);
  const lines: string[] = [];
  for (const { attachment, row, position } of items) {
    const found = await likestWords(context, likes.get(attachment.id) ?? [], { viewer, district });
    if (found) lines.push(phrases.alike(row.id, position, found));
  }
  return lines;
}

/** Rows without any file, by the way in which they are checked, one line each; by case. Empty where none is lacking. */
export async function gapLines(
  context: Pick<Context, "tx" | "campaign">,
  caseIds: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const { definition } = context.campaign;
  if (!takesEvidence(definition)) return new Map();
  const { rubric } = definition;
  return new Map(
    [...(await provedRows(context, caseIds))].map(([id, proved]) => {
      const coverage = coverageOf(rubric, proved);
      const missing = missingBy(rubric, coverage).map(({ way, rows }) => phrases.missingBy(way, rows));
      return [id, missing.length === 0 ? [] : [phrases.short(coverage, stripOf(rubric, proved)), ...missing]];
    }),
  );
}
