import type { Action } from "../../../platform/chat/view.ts";
import { numbersInQr, shownCheckNumber } from "../../application/check-number.ts";
import { numberedLists } from "../../application/extension-points.ts";
import { applicationsOf } from "../../application/store.ts";
import { districtName } from "../../definition/districts.ts";
import { annexFor } from "../../definition/purposes.ts";
import { nounsOf } from "../../directory/nouns.ts";
import { districtScope, isWithin } from "../../directory/scope.ts";
import type { Context } from "../../engine/context.ts";
import { type FilePlace, filePlaces } from "../../engine/dispatch/file-places.ts";
import { type Extension, extend } from "../../engine/feature.ts";
import { listDeliverable } from "../levels.ts";
import { sealedPhrases } from "../sealed-copy/phrases.ts";
import { SEAL } from "../sealed-copy/views.ts";
import { listsReported } from "../store.ts";
import { listWithNumber, type NumberedList } from "./list-number.ts";
import { type PaperWords, paperPhrases as phrases } from "./phrases.ts";

/** Lists that come back, known by the check numbers on them. */
export const listPapers: readonly Extension[] = [
  extend(numberedLists, async (context, { numbers, districts }) => {
    const found = await listsWithNumbers(context, numbers);
    const paper = paperOf(context, found[0]?.district);
    if (found.length === 0) return { problem: phrases.foreign(paper) };
    const own = found.filter(({ district }) => districts.includes(district));
    const [first] = found;
    if (own.length === 0) return first ? { problem: phrases.otherDistrict(wordsOf(context, first)) } : undefined;
    const replaced = own.find(({ state }) => state === "replaced");
    if (replaced) return { problem: phrases.notRead(wordsOf(context, replaced)) };
    return { note: own.map((list) => phrases[list.state](wordsOf(context, list))).join("") };
  }),
  extend(filePlaces, async (context, { file, person }): Promise<FilePlace | undefined> => {
    if (file.opened?.kind !== "scan") return undefined;
    const numbers = numbersOnList(file.opened.codes);
    if (numbers.length === 0) return undefined;
    const scope = districtScope(context.campaign.definition, person, "application.see");
    const found = (await listsWithNumbers(context, numbers)).filter(({ district }) => isWithin(scope, district));
    if (found.length === 0) return undefined;
    const sentences = found.map((list) => phrases[list.state](wordsOf(context, list)));
    const own = person.roles.flatMap(({ role, district }) => (role === "districtOfficer" ? [district] : []));
    const takes = found.some(({ district, state }) => own.includes(district) && IN_FORCE.has(state));
    const paper = paperOf(context, found[0]?.district);
    if (!takes || context.campaign.closedAt) return { recognised: phrases.scanned(paper, sentences) };
    const typed = sealedPhrases.typed(shownCheckNumber(numbers[0] ?? ""));
    const action: Action = { id: SEAL, label: sealedPhrases.file(), typed, look: "primary" };
    return { action, recognised: phrases.toFile(paper, sentences, action) };
  }),
];

const IN_FORCE: ReadonlySet<NumberedList["state"]> = new Set<NumberedList["state"]>(["inForce", "changed"]);

/** The check numbers among the texts of the QR codes on a paper. */
export const numbersOnList = (codes: readonly string[]): string[] => codes.flatMap((text) => numbersInQr("list", text));

/** The reported lists that the numbers name. */
export async function listsWithNumbers({ tx, campaign }: Context, numbers: readonly string[]): Promise<NumberedList[]> {
  const taking = await applicationsOf(tx, campaign.id, { states: ["submitted"] });
  const known = { campaignId: campaign.id, taking: new Set(taking.map(({ id }) => id)) };
  const reported = await listsReported(tx, campaign.id);
  return [...new Set(numbers)].flatMap((number) => listWithNumber(reported, known, number) ?? []);
}

/** 附件4, or what the campaign calls its list. */
const paperOf = ({ campaign: { definition } }: Context, district = ""): string =>
  annexFor(definition, "list")?.name ?? listDeliverable(definition, district)?.name ?? "";

const wordsOf = (context: Context, { district, version, newest }: NumberedList): PaperWords => ({
  ...nounsOf(context.campaign.definition),
  paper: paperOf(context, district),
  of: districtName(context.campaign.definition, district),
  version,
  newest,
});
