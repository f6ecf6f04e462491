import { textView } from "../../../platform/chat/view.ts";
import { RefusalError } from "../../../shared/refusal-error.ts";
import { nounsOf } from "../../directory/nouns.ts";
import { type Command, type CommandOutcome, extend, type Feature } from "../../engine/feature.ts";
import { rowProofActions } from "../../scoring/extension-points.ts";
import { provedRows } from "../coverage.ts";
import { exampleRow, takesEvidence } from "../rules.ts";
import { giveOriginals } from "./give-originals.ts";
import { plannedPacking } from "./pack.ts";
import { outputPhrases as phrases } from "./phrases.ts";
import { itemsInSight, meantBy, placeOrder, requireSight } from "./place-order.ts";
import { PACK, SHEET, sheetAction } from "./views.ts";
import { whichCase, whichRow } from "./which.ts";

const seeing = {
  capability: "application.see",
  effect: "read",
  onlyIn: "direct",
  offeredWhen: takesEvidence,
  whenClosed: true,
} as const satisfies Partial<Command>;

/** 材料 翠苑三区 3-5: the files of a row, numbered, on one picture. */
const sheet: Command = {
  ...seeing,
  id: SHEET,
  words: [phrases.sheet()],
  alsoCalled: phrases.alsoSheet(),
  help: {
    example: (definition) => phrases.example(nounsOf(definition).case, exampleRow(definition)),
    purpose: phrases.purpose(),
    step: "application",
    notAtSites: true,
  },
  async handle(context, request) {
    const { application, row } = await whichRow(context, request);
    await requireSight(context, application);
    const meant = meantBy(context, application, row.id);
    const items = await itemsInSight(context, application, row);
    if (items.length === 0) throw new RefusalError("evidence.none", phrases.none(meant));
    const shows = items.map(({ attachment }) => attachment.id);
    await placeOrder(context, { application, kind: "sheet", row, shows });
    // Who typed gets the picture, and nothing before it.
    return { toast: phrases.making(meant) };
  },
};

/** 材料包 翠苑三区: all files in the plan's order, or those of a row. */
const pack: Command = {
  ...seeing,
  id: PACK,
  words: [phrases.pack()],
  alsoCalled: phrases.alsoPack(),
  async handle(context, request): Promise<CommandOutcome> {
    const { application, row } = await whichCase(context, request);
    await requireSight(context, application);
    const meant = meantBy(context, application, row?.id ?? null);
    const items = await itemsInSight(context, application, row);
    if (items.length === 0) throw new RefusalError("evidence.none", phrases.none(meant));
    const { packs, left } = plannedPacking(meant, items);
    if (packs.length === 0) throw new RefusalError("evidence.too-large", phrases.onlyLeft(meant));
    await placeOrder(context, { application, kind: "pack", row });
    const bytes = packs.flat().reduce((sum, { size }) => sum + size, 0);
    const planned = { count: packs.flat().length, packs: packs.length, megabytes: megabytesOf(bytes) };
    const words = `${phrases.packingUp(meant, planned)}${left.length > 0 ? phrases.leftOut(left.length) : ""}`;
    return { reply: textView(phrases.packTitle(), words), toast: words };
  },
};

/** 0.1, 12 */
function megabytesOf(bytes: number): string {
  const megabytes = bytes / (1024 * 1024);
  return megabytes < 10 ? Math.max(0.1, megabytes).toFixed(1) : String(Math.round(megabytes));
}

/** 原件 2: files of the last sheet, or of a row that is named. */
const sendOriginal: Command = {
  ...seeing,
  id: "evidence.send-original",
  words: [phrases.originalWord()],
  async handle(context, { words }) {
    const said = await giveOriginals(context, words);
    return said === undefined ? {} : { reply: textView(phrases.packTitle(), said) };
  },
};

/** On a page of points more rows than these are asked for in words. */
const MOST_BESIDE = 3;

/** Beside a page of points: the files of its rows, row by row. */
const besidePoints = extend(rowProofActions, async (context, { application, rows }) => {
  const proved = (await provedRows(context, [application.id])).get(application.id) ?? new Set();
  return rows
    .filter((row) => proved.has(row))
    .slice(0, MOST_BESIDE)
    .map((row) => sheetAction(application, row, phrases.besidePage(row)));
});

/** What leaves the system of a case's evidence: sheets, packs, originals. */
export const outputFeature: Feature = { commands: [sheet, pack, sendOriginal], extensions: [besidePoints] };
