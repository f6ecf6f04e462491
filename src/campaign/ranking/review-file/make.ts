import { writeWorkbook } from "../../../platform/documents/workbook.ts";
import type { CellValue, SheetColumn, SheetSpec } from "../../../platform/documents/workbook-spec.ts";
import { dayOf } from "../../../shared/civil-date.ts";
import { RefusalError } from "../../../shared/refusal-error.ts";
import { attachmentsAt } from "../../attachment/store.ts";
import { districtName } from "../../definition/districts.ts";
import { fullDayWords, fullMomentWords } from "../../definition/wording.ts";
import { nounsOf } from "../../directory/nouns.ts";
import { namesOf } from "../../directory/store.ts";
import type { Context, PersonContext } from "../../engine/context.ts";
import { journalLines } from "../../engine/journal-line.ts";
import { teamMembers } from "../../evaluation-team/store.ts";
import { ROWS, rowOfPlace } from "../../evidence/place.ts";
import { evidenceRows, takesEvidence } from "../../evidence/rules.ts";
import { HUNDREDTHS, isFinalized } from "../../scoring/points.ts";
import { criteriaOf } from "../../scoring/rubric.ts";
import type { ScoreSheet } from "../../scoring/score-sheet.ts";
import { reasonsOn } from "../../scoring/score-values.ts";
import { sheetsOf } from "../../scoring/store.ts";
import { cityLedger, type VerifiedCase } from "../../verification/ledger.ts";
import { maySeeOthers } from "../../verification/rules.ts";
import { basisWords, ladderWords, remarksOf } from "../reasons.ts";
import { scoredCompounds } from "../summary.ts";
import { cityStandings, type Standing } from "../views.ts";
import { ALL_POINTS, DISTRICTS_POINTS } from "../workbook.ts";
import { reviewFilePhrases as phrases } from "./phrases.ts";
import { type Columns, cellsOf, type FinalRow, type GivenRow } from "./rows.ts";

/** What a sheet rests on. */
interface Papers extends Columns {
  standing: Standing;
  /** The district's, final. */
  reviewed: ScoreSheet | undefined;
  /** Undefined where nobody verifies the compound. */
  verified: VerifiedCase | undefined;
  /** Whether the viewer may see what members gave: not before their own points of it are final. */
  sees: boolean;
  nameOf: (id: string) => string;
  /** Number of files, by row. */
  files: ReadonlyMap<string, number>;
}

/**
 * 评审底稿 as a workbook: all compounds on lists beside each other, and a sheet for each, row by row. Only final points.
 * @throws {RefusalError} if there is none
 */
export async function reviewFile(context: PersonContext): Promise<{ name: string; bytes: Buffer }> {
  const { definition } = context.campaign;
  const { year, city, name } = definition.campaign;
  const all = await papersOf(context);
  if (all.length === 0) throw new RefusalError("ranking.no-review-file", phrases.none(nounsOf(definition)));
  const title = phrases.title(year.value, city.name, name);
  const sheets = [await summarySheet(context, title, all)];
  for (const papers of all) sheets.push(await sheetOfCase(context, papers));
  const bytes = await writeWorkbook({ author: city.bureau, at: context.now, sheets });
  return { name: phrases.fileName(title), bytes };
}

async function papersOf(context: PersonContext): Promise<Papers[]> {
  const { tx, campaign, person } = context;
  const { definition } = campaign;
  const listed = (await scoredCompounds(context)).filter(({ listing }) => listing === "recommended");
  const reviewed = await sheetsOf(tx, { campaignId: campaign.id, ledger: "district" });
  const ledger = await cityLedger(context);
  const members = await teamMembers(context);
  const filed = await filesByCase(
    context,
    listed.map(({ applicationId }) => applicationId),
  );
  return cityStandings(context, listed).map((standing) => {
    const { applicationId: id } = standing.compound;
    const sheet = reviewed.get(id);
    const verified = ledger.get(id);
    return {
      standing,
      reviewed: isFinalized(sheet) ? sheet : undefined,
      verified,
      sees: verified === undefined || maySeeOthers(verified, person.staffId),
      nameOf: (member) => members.get(member)?.name ?? member,
      files: filed.get(id) ?? new Map(),
      verifies: nounsOf(definition).verifies,
      takesEvidence: takesEvidence(definition),
    };
  });
}

async function filesByCase({ tx, campaign }: Context, caseIds: readonly string[]) {
  if (!takesEvidence(campaign.definition) || caseIds.length === 0) return new Map<string, Map<string, number>>();
  const filed = await attachmentsAt(tx, { campaignId: campaign.id, caseIds, prefix: ROWS });
  return new Map(
    [...Map.groupBy(filed, ({ caseId }) => caseId ?? "")].map(([id, of]) => [
      id,
      new Map([...Map.groupBy(of, rowOfPlace)].map(([row, files]) => [row, files.length])),
    ]),
  );
}

async function summarySheet(context: Context, title: string, all: readonly Papers[]): Promise<SheetSpec> {
  const { definition } = context.campaign;
  const nouns = nounsOf(definition);
  const { place, district, name, total, districtTotal, cityTotal, difference, settled, remarks } =
    phrases.summaryColumns(nouns);
  const { verifies } = nouns;
  const compounds = all.map(({ standing }) => standing.compound);
  return {
    name: phrases.sheet(),
    titles: [title, phrases.asOf(fullDayWords(dayOf(context.now)))],
    columns: [
      { header: place, width: 8, kind: "integer" },
      { header: district, width: 11, kind: "text" },
      { header: name, width: 24, kind: "text" },
      { header: total, width: 9, kind: "number" },
      { header: districtTotal, width: 12, kind: "number" },
      ...(verifies
        ? [
            { header: cityTotal, width: 16, kind: "number" as const },
            { header: difference, width: 9, kind: "number" as const },
            { header: settled, width: 14, kind: "text" as const },
          ]
        : []),
      { header: remarks, width: 26, kind: "text" },
    ],
    rows: all.map((papers) => summaryRow(context, papers)),
    notes: [
      ...basisWords(context, compounds),
      ladderWords(context),
      ...(await journalLines(
        context,
        all.every(({ sees }) => sees) ? ALL_POINTS : DISTRICTS_POINTS,
        compounds.map(({ applicationId }) => applicationId),
      )),
    ],
    paper: "landscape",
  };
}

function summaryRow({ campaign: { definition } }: Context, papers: Papers): CellValue[] {
  const { standing, verified, sees } = papers;
  const { compound, place } = standing;
  const reviewed = compound.districtTotal ?? compound.total;
  const corrected = sees ? compound.verified?.correctedTotal : undefined;
  return [
    sees ? (place?.rank ?? null) : null,
    districtName(definition, compound.district),
    compound.name,
    (sees ? compound.total : reviewed) / HUNDREDTHS,
    reviewed / HUNDREDTHS,
    ...(papers.verifies
      ? [
          corrected === undefined ? null : corrected / HUNDREDTHS,
          corrected === undefined ? null : (corrected - reviewed) / HUNDREDTHS,
          phrases.settled(verified?.finalized.length ?? 0, verified?.assigned.length ?? 0),
        ]
      : []),
    remarksOf(definition, compound),
  ];
}

async function sheetOfCase(context: Context, papers: Papers): Promise<SheetSpec> {
  const { definition } = context.campaign;
  const nouns = nounsOf(definition);
  const { compound } = papers.standing;
  const rows = await finalRows(context, papers);
  const at = papers.reviewed?.finalizedAt;
  const reviewed = phrases.reviewed(districtName(definition, compound.district), at && fullMomentWords(at));
  const aside = papers.verified?.setAside.map(({ scorer }) => papers.nameOf(scorer)) ?? [];
  return {
    name: compound.name,
    titles: [phrases.caseTitle(compound.name), [reviewed, ...membersWords(papers)].join("；")],
    columns: columnsOf(context, papers),
    rows: rows.map((row) => cellsOf(row, papers)),
    notes: [
      ...(aside.length > 0 ? [phrases.setAside(aside)] : []),
      papers.verifies ? phrases.footnote(nouns) : phrases.footnoteReviewed(),
      ...(await journalLines(context, papers.sees ? ALL_POINTS : DISTRICTS_POINTS, [compound.applicationId])),
    ],
    paper: "landscape",
    isOnePage: true,
  };
}

function membersWords({ verifies, verified, sees, nameOf }: Papers): string[] {
  if (!verifies) return [];
  if (!sees) return [phrases.ownFirst()];
  const finalized = verified?.finalized ?? [];
  const waiting = (verified?.assigned.length ?? 0) - finalized.length;
  return [
    finalized.length > 0 ? phrases.scored(finalized.map(nameOf)) : phrases.unscored(),
    ...(waiting > 0 ? [phrases.waiting(waiting)] : []),
  ];
}

function columnsOf({ campaign: { definition } }: Context, { verifies, takesEvidence: takes }: Columns): SheetColumn[] {
  const { row, short, most, district, members, city, difference, agreed, reason, proof } = phrases.columns(
    nounsOf(definition),
  );
  return [
    { header: row, width: 7, kind: "text" },
    { header: short, width: 20, kind: "text" },
    { header: most, width: 7, kind: "number" },
    { header: district, width: 10, kind: "number" },
    ...(verifies
      ? [
          { header: members, width: 28, kind: "text" as const },
          { header: city, width: 10, kind: "number" as const },
          { header: difference, width: 8, kind: "number" as const },
          { header: agreed, width: 8, kind: "number" as const },
        ]
      : []),
    { header: reason, width: 44, kind: "text" },
    ...(takes ? [{ header: proof, width: 9, kind: "integer" as const }] : []),
  ];
}

async function finalRows(context: Context, papers: Papers): Promise<FinalRow[]> {
  const { rubric } = context.campaign.definition;
  const { reviewed, sees, nameOf, files } = papers;
  const verified = sees ? papers.verified : undefined;
  const reasons = reviewed ? await reasonsOn(context, reviewed) : new Map<string, string>();
  const members = await Promise.all(
    [...(verified?.sheets ?? [])].map(async ([id, sheet]) => ({
      name: nameOf(id),
      sheet,
      reasons: await reasonsOn(context, sheet),
    })),
  );
  const agreed = await agreedWords(context, verified);
  const proved = new Set(evidenceRows(rubric).map(({ id }) => id));
  return criteriaOf(rubric).map((row): FinalRow => {
    const score = reviewed?.scores.get(row.id);
    return {
      row,
      district: score && { score, reason: reasons.get(row.id) },
      members: members.flatMap((one): GivenRow[] => {
        const given = one.sheet.scores.get(row.id);
        return given ? [{ name: one.name, score: given, reason: one.reasons.get(row.id) }] : [];
      }),
      city: verified?.rows.get(row.id),
      agreed: agreed.get(row.id),
      proof: proved.has(row.id) ? (files.get(row.id) ?? 0) : undefined,
    };
  });
}

async function agreedWords(context: Context, verified: VerifiedCase | undefined) {
  const agreed = [...(verified?.agreed ?? [])];
  const texts = await context.personal.read(agreed.map(([, { reason }]) => reason));
  const names = await namesOf(context.tx, [...new Set(agreed.map(([, { recordedBy }]) => recordedBy))]);
  return new Map(
    agreed.map(([id, { recordedBy, reason }]) => [
      id,
      { by: names.get(recordedBy) ?? recordedBy, reason: texts.get(reason?.personal ?? "") },
    ]),
  );
}
