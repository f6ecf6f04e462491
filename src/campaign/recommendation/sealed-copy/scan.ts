import { textView } from "../../../platform/chat/view.ts";
import { RefusalError } from "../../../shared/refusal-error.ts";
import { fileFormScan } from "../../application/opinions/scans/take.ts";
import { workDistrict } from "../../application/work-district.ts";
import type { PersonContext } from "../../engine/context.ts";
import { keptFiles, type OfferedFile, takeOffered } from "../../engine/dispatch/offered-files.ts";
import type { CommandOutcome } from "../../engine/feature.ts";
import { recommendingDistricts } from "../levels.ts";
import { listsWithNumbers, numbersOnList } from "../paper/recognise.ts";
import type { RecommendationList } from "../store.ts";
import { sealedPhrases as phrases } from "./phrases.ts";
import { fileSealedCopy, listToSeal } from "./register.ts";
import { sealedCopies } from "./sealed-copy.ts";
import { paperOf, SEAL_CARD, stateView, subjectOf } from "./views.ts";

/**
 * Files a dropped scan under the list whose number is on it, or is said. Without either the number is asked for.
 * @throws {RefusalError} if the number is of no list of the person's, or the list is not in force
 */
export async function takeScan(context: PersonContext, file: OfferedFile, said?: string): Promise<CommandOutcome> {
  if (said !== undefined) return fileByNumber(context, [file.hash], said);
  const [known] = await listsWithNumbers(context, numbersOnList(file.codes));
  const work = { word: phrases.word(), among: recommendingDistricts(context) };
  const district = known?.district ?? workDistrict(context, { words: "", verbatim: "", values: {} }, work);
  const list = await listToSeal(context, district, known?.version);
  return known ? fileScans(context, list, [file.hash]) : askNumber(context, list, [file.hash]);
}

/** Asks which submission is on scans whose code cannot be read. @param hashes of kept files */
export async function askNumber(
  context: PersonContext,
  list: RecommendationList,
  hashes: readonly string[],
): Promise<CommandOutcome> {
  const paper = paperOf(context.campaign.definition, list.district);
  const asks = { kind: SEAL_CARD, state: { subject: subjectOf(list), scans: [...hashes] } };
  const view = textView(phrases.askNumberTitle(), phrases.askNumber(paper, list.version));
  await context.dialogue.open(asks.kind, asks.state);
  return { reply: { ...view, asks } };
}

/**
 * Files scans by the number that is printed on them: of a list, or of an application's form.
 * @throws {RefusalError} if it is of no paper of the person's
 */
export async function fileByNumber(
  context: PersonContext,
  hashes: readonly string[],
  number: string,
): Promise<CommandOutcome> {
  const [known] = await listsWithNumbers(context, [number]);
  if (known) return fileScans(context, await listToSeal(context, known.district, known.version), hashes);
  for (const hash of hashes) {
    const file = (await keptFiles(context)).find((one) => one.hash === hash);
    if (!file || !(await fileFormScan(context, file, number))) {
      throw new RefusalError("recommendation.unknown-number", phrases.wrongNumber(number));
    }
  }
  await context.dialogue.close(SEAL_CARD);
  return {};
}

/** Files pages of the stamped list. @param hashes of kept files */
export async function fileScans(
  context: PersonContext,
  list: RecommendationList,
  hashes: readonly string[],
): Promise<CommandOutcome> {
  let again = false;
  for (const hash of hashes) again = await fileSealedCopy(context, list, await takeOffered(context, hash));
  const count = (await sealedCopies(context, list)).length;
  const said = again ? phrases.filedAgain() : phrases.filed(count);
  await context.dialogue.open(SEAL_CARD, { subject: subjectOf(list) });
  return { reply: await stateView(context, list, said), toast: said, changed: true };
}
