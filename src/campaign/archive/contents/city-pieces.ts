import { attachmentsAt } from "../../attachment/store.ts";
import { summaryDocument } from "../../city-summary/document.ts";
import { gatherSummary } from "../../city-summary/gather.ts";
import { districtName } from "../../definition/districts.ts";
import { annexFor } from "../../definition/purposes.ts";
import { listDocument } from "../../export/list-document.ts";
import { listWorkbook } from "../../export/list-workbook.ts";
import { receiptWorkbook } from "../../export/receipts.ts";
import { rulingWorkbook } from "../../export/ruling-workbook.ts";
import { scoredCompounds } from "../../ranking/summary.ts";
import { rankingWorkbook } from "../../ranking/workbook.ts";
import { recommendingDistricts } from "../../recommendation/levels.ts";
import { SEALED } from "../../recommendation/sealed-copy/sealed-copy.ts";
import { listsInForce } from "../../recommendation/store.ts";
import { reportsInForce } from "../../work-report/store.ts";
import { BASIS, NOTICE } from "../places.ts";
import { attempt } from "./attempt.ts";
import { cardsPage } from "./cards-page.ts";
import { filedPapers } from "./case-pieces.ts";
import { compared, verdictOn } from "./comparison.ts";
import { decidedCards } from "./decided-cards.ts";
import { decisionParts, decisionsPage } from "./decisions-page.ts";
import { link, note, page, paragraph, table } from "./page.ts";
import { contentPhrases as phrases } from "./phrases.ts";
import { document, type FilePiece, file, type Making, named, type Piece, text } from "./piece.ts";
import type { Entry } from "./trail-page.ts";

const { folders } = phrases;
/** What is left in the plan's text of the Word file that it came from. */
const BOOKMARK = /\[bookmark:/u;

/** What the campaign rests on: its plan, and the notice and bases that were filed for the archive. */
export async function* basisPieces(making: Making): AsyncGenerator<Piece> {
  const { lines, title, bureau } = await making.run(async ({ campaign: { definition } }) => ({
    lines: definition.planLines,
    title: definition.campaign.planTitle,
    bureau: definition.campaign.city.bureau,
  }));
  for (const [place, words, missing] of [
    [NOTICE, phrases.notice(), phrases.noNotice()],
    [BASIS, phrases.basis(), phrases.noBasis()],
  ] as const) {
    const filed = await making.run(({ tx, campaign }) => attachmentsAt(tx, { campaignId: campaign.id, prefix: place }));
    if (filed.length === 0) yield { kind: "gap", words: missing };
    else yield { kind: "item", item: { title: words, responsible: "", path: `${folders.basis}/${words}` } };
    yield* filedPapers(making, filed, `${folders.basis}/${words}`);
  }
  const path = `${folders.basis}/${named(title)}.txt`;
  const note = lines.some((line) => BOOKMARK.test(line)) ? { note: phrases.asAdopted() } : {};
  yield { kind: "item", item: { title, responsible: bureau, path, ...note } };
  yield text(path, `${lines.join("\n")}\n`);
  yield { kind: "item", item: { title: phrases.rulingSheet(), responsible: bureau, path: folders.rulings } };
  yield* attempt(phrases.rulingSheet(), async () => {
    const { name, bytes } = await making.run(rulingWorkbook);
    return [document(`${folders.rulings}/${named(name)}`, bytes)];
  });
}

/** 推荐名单 by district, each with its stamped copies, and what they compare to. */
export async function* listPieces(making: Making): AsyncGenerator<Piece> {
  const districts = await making.run(async (context) => {
    const lists = await listsInForce(context.tx, context.campaign.id);
    return [...lists].map(([id, { confirmedAt }]) => ({
      ...{ id, on: confirmedAt },
      name: districtName(context.campaign.definition, id),
    }));
  });
  for (const { id, name } of districts) {
    const folder = `${folders.lists}/${named(name)}`;
    yield { kind: "item", item: { title: phrases.listItem(name), responsible: name, path: folder } };
    yield* attempt(phrases.listItem(name), async () => {
      const { bytes } = await making.run((context) => listDocument(context, [id]));
      return [document(`${folder}/${named(phrases.listFile(name))}`, bytes)];
    });
    const sealed = await making.run(({ tx, campaign }) =>
      attachmentsAt(tx, { campaignId: campaign.id, prefix: `${SEALED}${id}@` }),
    );
    yield* filedPapers(making, sealed, folder);
  }
  yield* attempt(phrases.lists(), async () => {
    const made = await making.run((context) => listWorkbook(context, recommendingDistricts(context)));
    return [document(`${folders.lists}/${named(made.name)}`, made.bytes)];
  });
  const rows = (await making.run(compared)).map((one) => [
    ...[one.title, phrases.version(one.system), phrases.copies(one), phrases[verdictOn(one)]()],
  ]);
  const scores = await making.run(async ({ campaign }) => annexFor(campaign.definition, "rubric")?.name);
  const path = `${folders.lists}/${phrases.comparisonFile()}`;
  yield { kind: "item", item: { title: phrases.comparison(), responsible: "", path } };
  yield text(
    path,
    page(phrases.comparison(), [
      note(phrases.comparisonLead()),
      table(phrases.comparisonColumns(), rows),
      note(phrases.notFiled(scores)),
    ]),
  );
}

/** Points of all, decisions, and the cards of what the city did. */
export async function* cityPieces(making: Making): AsyncGenerator<Piece> {
  const bureau = await making.run(async ({ campaign }) => campaign.definition.campaign.city.bureau);
  yield* attempt(phrases.ranking(), async () => {
    const made = await making.run(async (context) => rankingWorkbook(context, await scoredCompounds(context)));
    return itemWith(phrases.ranking(), bureau, document(`${folders.city}/${named(made.name)}`, made.bytes));
  });
  const [decisions, decided] = [phrases.decisionsFile(), phrases.decidedCardsFile()].map(
    (one) => `${folders.city}/${one}`,
  );
  const isFull = making.edition === "full";
  const cardsThen = await decidedCards(making, decisionParts(making.edition));
  const seen = ({ id }: Entry): string => {
    const anchor = cardsThen.anchors.get(id);
    return anchor === undefined ? "" : link(decided ?? "", phrases.seeCard(), decisions, anchor);
  };
  const written = await making.run((context) => decisionsPage(context, making.edition, seen));
  yield* itemWith(phrases.decisions(), bureau, text(decisions ?? "", written, isFull));
  yield* itemWith(phrases.decidedCards(), bureau, text(decided ?? "", cardsThen.page, isFull));
  const cards = `${folders.city}/${phrases.cardsFile()}`;
  yield* itemWith(phrases.cards(), bureau, text(cards, await cardsPage(making)));
}

/** Who was told what, and when they read it as far as that is known. */
export const receiptPieces = (making: Making): AsyncGenerator<Piece> =>
  attempt(phrases.receipts(), async () => {
    const bureau = await making.run(async ({ campaign }) => campaign.definition.campaign.city.bureau);
    const { name, bytes } = await making.run(receiptWorkbook);
    return itemWith(phrases.receipts(), bureau, document(`${folders.told}/${named(name)}`, bytes));
  });

const itemWith = (title: string, responsible: string, piece: FilePiece): Piece[] => [
  { kind: "item", item: { title, responsible, path: piece.name } },
  piece,
];

/** 工作报告 with all of their files, 典型案例, and the city's summary of them. */
export async function* reportPieces(making: Making): AsyncGenerator<Piece> {
  const reports = await making.run(({ tx, campaign }) => reportsInForce(tx, campaign.id));
  for (const { district, content } of reports.values()) {
    const name = await making.run(async ({ campaign }) => districtName(campaign.definition, district));
    const folder = `${folders.reports}/${named(name)}`;
    yield { kind: "item", item: { title: phrases.report(name), responsible: name, path: folder } };
    if (content.kind === "file") yield* storedPiece(making, content, folder);
    else {
      const words = await making.run(
        async ({ personal }) => (await personal.read([content.text])).values().next().value,
      );
      yield text(`${folder}/${phrases.reportText()}`, page(phrases.report(name), [paragraph(words ?? phrases.gone())]));
    }
  }
  const studies = await making.run(({ tx, campaign }) =>
    tx.caseStudy.findMany({ where: { campaignId: campaign.id, withdrawnAt: null, fileHash: { not: null } } }),
  );
  for (const { district, number, fileHash, fileName } of studies) {
    const folder = `${folders.reports}/${named(phrases.study())}`;
    yield* storedPiece(making, { hash: fileHash ?? "", name: `${district}_${number}_${fileName ?? ""}` }, folder);
  }
  if (reports.size === 0) return;
  yield* attempt(phrases.summary(), async () => {
    const bytes = await making.run(async (context) => summaryDocument(context, await gatherSummary(context)));
    return itemWith(phrases.summary(), "", document(`${folders.reports}/${phrases.summaryFile()}`, bytes));
  });
}

/** A file as it came, which may say anything of anybody: in 存档本. */
async function* storedPiece(
  { edition, files }: Making,
  { hash, name }: { hash: string; name: string },
  folder: string,
): AsyncGenerator<Piece> {
  if (edition === "use") {
    yield { kind: "gap", words: phrases.leftOut(`${folder}/${named(name)}`) };
    return;
  }
  const bytes = await files.get(hash).catch(() => undefined);
  yield bytes ? file(`${folder}/${named(name)}`, bytes) : { kind: "gap", words: phrases.lost(`${folder}/${name}`) };
}

/** Whatever else was filed: documents of rulings, proof of 公示, the province's result. */
export async function* otherPapers(making: Making): AsyncGenerator<Piece> {
  const filed = await making.run(({ tx, campaign }) => attachmentsAt(tx, { campaignId: campaign.id, prefix: "" }));
  const left = filed.filter(
    ({ caseId, place }) => caseId === null && ![SEALED, NOTICE, BASIS].some((one) => place.startsWith(one)),
  );
  if (left.length === 0) return;
  yield { kind: "item", item: { title: phrases.papers(), responsible: "", path: folders.papers } };
  yield* filedPapers(making, left, folders.papers);
}
