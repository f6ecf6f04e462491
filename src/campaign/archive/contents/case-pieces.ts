import { dayOf } from "../../../shared/civil-date.ts";
import type { Application } from "../../application/application.ts";
import { SCANS } from "../../application/opinions/scans/place.ts";
import { applicationsOf } from "../../application/store.ts";
import { type Attachment, endingOf } from "../../attachment/attachment.ts";
import { attachmentsAt } from "../../attachment/store.ts";
import { casePhrases } from "../../case/phrases.ts";
import { facesOf } from "../../case/rules.ts";
import { drawFace } from "../../case/views.ts";
import type { Definition } from "../../definition/definition.ts";
import { districtName } from "../../definition/districts.ts";
import { fullDayWords } from "../../definition/wording.ts";
import type { PersonContext } from "../../engine/context.ts";
import { evidenceOf } from "../../evidence/evidence-of.ts";
import { ROWS } from "../../evidence/place.ts";
import { scoreSheetsOf } from "../../export/score-sheet-export.ts";
import { formDocument } from "../../form-paper/form-document.ts";
import { attempt } from "./attempt.ts";
import { listPlaces } from "./list-places.ts";
import { blockPart, escaped, heading, link, page, tableOf } from "./page.ts";
import { contentPhrases as phrases } from "./phrases.ts";
import { document, file, type Making, named, type Piece, text, unusedName } from "./piece.ts";
import { lostParts } from "./rows-of-case.ts";
import { trailPage } from "./trail-page.ts";

/** Every case, one after the other: its form, points, state, trail, evidence in the rubric's order and stamped papers. */
export async function* casePieces(making: Making): AsyncGenerator<Piece> {
  const cases = await making.run(async ({ tx, campaign }) => applicationsOf(tx, campaign.id));
  const places = await making.run(listPlaces);
  for (const [at, application] of cases.entries())
    yield* pieceOfCase(making, application, { number: at + 1, listed: places.get(application.id) });
}

async function* pieceOfCase(
  making: Making,
  application: Application,
  { number, listed }: { number: number; listed: string | undefined },
): AsyncGenerator<Piece> {
  const { compoundName: name, submittedAt } = application;
  const district = await making.run(async ({ campaign }) => districtName(campaign.definition, application.district));
  const folder = `${phrases.folders.cases}/${named(district)}/${named(phrases.caseFolder(number, name))}`;
  const item = { title: phrases.caseItem(district, name), responsible: district, on: dayOf(submittedAt), path: folder };
  yield { kind: "item", item: { ...item, note: phrases.casePlace(number, listed) } };
  const isFull = making.edition === "full";
  yield* attempt(`${district}${name}　${phrases.form()}`, async () => {
    const { bytes } = await making.run((context) => formDocument(context, { applications: [application], part: name }));
    return [document(`${folder}/${phrases.form()}`, bytes, isFull)];
  });
  yield* attempt(`${district}${name}　${phrases.scores()}`, async () => {
    const made = await making.run((context) =>
      scoreSheetsOf(context, { applications: [application], part: name, mayBeOpen: [] }),
    );
    return made ? [document(`${folder}/${phrases.scores()}`, made.bytes)] : [];
  });
  yield* attempt(`${district}${name}　${phrases.state()}`, async () => [
    text(`${folder}/${phrases.state()}`, await making.run((context) => statePage(context, application))),
  ]);
  yield* attempt(`${district}${name}　${phrases.trail()}`, async () => [
    text(`${folder}/${phrases.trail()}`, await making.run((context) => trailPage(context, application)), isFull),
  ]);
  yield* evidencePieces(making, application, folder);
  yield* paperPieces(making, application, folder);
}

/** The faces of 查看, as who oversees all sees them, and why points were lost. */
async function statePage(context: PersonContext, application: Application): Promise<string> {
  const seen = { application, viewer: context.person.staffId, sight: "reported" as const };
  const parts: string[] = [];
  for (const face of facesOf(context.campaign.definition)) {
    parts.push(heading(casePhrases.faces[face]), ...(await drawFace[face](context, seen)).map(blockPart));
  }
  // 经过 begins with 一事一链, unless nothing was done.
  return page(phrases.stateTitle(application.compoundName), [...parts, ...(await lostParts(context, application))]);
}

async function* evidencePieces(making: Making, application: Application, folder: string): AsyncGenerator<Piece> {
  const items = await making.run((context) => evidenceOf(context, application));
  if (items.length === 0) return;
  const index = `${folder}/${phrases.evidenceIndex()}`;
  const rows: string[][] = [];
  const names = new Set<string>();
  for (const [at, { attachment, row, label, name }] of items.entries()) {
    // As it is in the archive: two of one name are told apart here, for the link.
    const path = unusedName(names, `${folder}/${phrases.evidence()}/${named(name)}`);
    names.add(path);
    const leftOut = making.edition === "use" && attachment.personal ? phrases.personalLeftOut() : undefined;
    const bytes = leftOut === undefined ? await bytesOf(making, attachment) : undefined;
    if (bytes) yield file(path, bytes, attachment.personal);
    else if (leftOut === undefined) yield { kind: "gap", words: phrases.lost(path) };
    const shown = bytes ? link(path, name, index) : escaped(leftOut ?? phrases.lost(name));
    const on = fullDayWords(attachment.takenOn ?? dayOf(attachment.addedAt));
    rows.push([String(at + 1), escaped(`${row.id} ${row.short}`), escaped(label ?? ""), escaped(on), shown]);
  }
  yield text(index, page(phrases.evidenceTitle(application.compoundName), [tableOf(phrases.evidenceColumns(), rows)]));
}

/** Stamped forms, signed records and the like hold signatures and numbers: 利用本 names them only. */
async function* paperPieces(making: Making, application: Application, folder: string): AsyncGenerator<Piece> {
  const filed = await making.run(({ tx, campaign }) =>
    attachmentsAt(tx, { campaignId: campaign.id, caseIds: [application.id], prefix: "" }),
  );
  const papers = filed.filter(({ place }) => !place.startsWith(ROWS));
  yield* filedPapers(making, papers, `${folder}/${phrases.scans()}`);
}

/** Papers as they were filed: in 存档本. */
export async function* filedPapers(
  making: Making,
  papers: readonly Attachment[],
  folder: string,
): AsyncGenerator<Piece> {
  if (making.edition === "full") for (const paper of papers) yield* attachmentPiece(making, paper, folder);
  else if (papers.length > 0) yield { kind: "gap", words: phrases.leftOut(folder) };
}

/** A file under the name of what it is: `申报表盖章件_第2版_01.pdf`. */
async function* attachmentPiece(making: Making, attachment: Attachment, folder: string): AsyncGenerator<Piece> {
  const { place, ordinal, type } = attachment;
  const of = await making.run(async ({ campaign: { definition } }) => paperName(place, definition));
  const path = `${folder}/${named(`${of}_${String(ordinal).padStart(2, "0")}`)}.${endingOf(type)}`;
  const bytes = await bytesOf(making, attachment);
  const isPersons = attachment.personal || place.startsWith(SCANS);
  yield bytes ? file(path, bytes, isPersons) : { kind: "gap", words: phrases.lost(path) };
}

/** What is filed at a place: `form:2`, `list:keqiao@1`, `visit-row:3-5`, `public-notice:1`. */
export function paperName(place: string, definition: Pick<Definition, "campaign">): string {
  const [, kind = "", district = "", version = "", part = ""] = /^([^:]*):?(?:([^@]+)@(\d+)|(.*))$/u.exec(place) ?? [];
  const known = definition.campaign.districts.find(({ id }) => id === district)?.name ?? district;
  const isVersion = VERSIONED.includes(kind);
  return phrases.paperFile(kind, { district: known, version: isVersion ? part : version, part: isVersion ? "" : part });
}

/** Places that are named after a version of the paper. */
const VERSIONED = ["form", "visit"];

const bytesOf = ({ files }: Making, { keptHash }: Attachment): Promise<Buffer | undefined> =>
  files.get(keptHash).catch(() => undefined);
