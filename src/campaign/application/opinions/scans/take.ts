import { z } from "zod";
import { textView } from "../../../../platform/chat/view.ts";
import { RefusalError } from "../../../../shared/refusal-error.ts";
import { attach } from "../../../attachment/attach.ts";
import { nounsOf } from "../../../directory/nouns.ts";
import type { PersonContext } from "../../../engine/context.ts";
import { keptFiles, type OfferedFile, takeOffered } from "../../../engine/dispatch/offered-files.ts";
import { dialogue } from "../../../engine/feature.ts";
import { readCheckNumber } from "../../check-number.ts";
import { scansByNumber } from "../../extension-points.ts";
import { ownApplication } from "../../own-application.ts";
import { opinionRefusals } from "../phrases.ts";
import { requireRecorder } from "../visible.ts";
import { type KnownPaper, numberAmong, paperWithNumber } from "./paper.ts";
import { scanPhrases as phrases } from "./phrases.ts";
import { scanPlace } from "./place.ts";
import { SCAN_CARD } from "./views.ts";

/** Asks for the number of the paper; its state names the file by its hash. */
const NUMBER = "application.scan-number";

/**
 * Files a dropped scan: the one whose code has the number, the named one, or the last. Without a number on it, the number
 * or the name of the case is asked for.
 * @param typed a check number, the name of the file, or nothing
 */
export async function takeScan(context: PersonContext, typed: string): Promise<void> {
  const kept = await keptFiles(context);
  const said = readCheckNumber(typed);
  const marked = said === undefined ? undefined : kept.find(({ codes }) => numberAmong(codes) === said);
  const file = marked ?? (said !== undefined || typed === "" ? kept[0] : kept.find(({ name }) => name === typed));
  if (!file) throw new RefusalError("application.no-scan", phrases.noFile());
  const number = said ?? numberAmong(file.codes);
  const paper = number === undefined ? undefined : await paperWithNumber(context, number);
  if (paper) return fileScan(context, paper, file);
  if (said !== undefined && (await isOfOtherPaper(context, file, said))) return;
  if (said !== undefined) throw new RefusalError("application.unknown-number", phrases.wrongNumber(typed));
  await context.dialogue.open(NUMBER, { hash: file.hash });
  await context.reply(textView(phrases.askTitle(), phrases.ask(nounsOf(context.campaign.definition))));
}

/** Files it and shows its card, to tick whose opinions are on it. */
async function fileScan(
  context: PersonContext,
  { application, revision }: Pick<KnownPaper, "application" | "revision">,
  file: OfferedFile,
): Promise<void> {
  requireRecorder(context, application);
  if (application.state === "withdrawn") {
    throw new RefusalError("application.withdrawn", opinionRefusals.withdrawnCase());
  }
  const { id: caseId, district } = application;
  const taken = await takeOffered(context, file.hash);
  const place = scanPlace(revision);
  const { attachment, again } = await attach(context, {
    ...{ place, caseId, district, file: taken, accepts: ["picture", "pdf"] },
  });
  await context.dialogue.close(NUMBER);
  await context.cards.show(context.person.staffId, { kind: SCAN_CARD, subject: attachment.id });
  if (again) await context.reply(textView(phrases.recognisedTitle(application.compoundName), phrases.already()));
}

/** Digits that were meant as a number. */
const DIGITS = /^[\d\s\p{Pd}]{6,}$/u;

export const numberDialogue = dialogue({
  kind: NUMBER,
  readsCorrections: true,
  state: z.object({ hash: z.string() }),
  async handle(context, { state, text, files }) {
    if (files.length > 0) return false;
    const file = (await keptFiles(context)).find(({ hash }) => hash === state.hash);
    if (!file) {
      await context.dialogue.close(NUMBER);
      await context.reply(textView(phrases.askTitle(), phrases.noFile(), { tone: "closed" }));
      return true;
    }
    const number = readCheckNumber(text);
    if (number !== undefined && (await fileFormScan(context, file, number))) return true;
    if (number !== undefined && (await isOfOtherPaper(context, file, number))) return true;
    if (number !== undefined || DIGITS.test(text.normalize("NFKC"))) {
      throw new RefusalError("application.unknown-number", phrases.wrongNumber(text));
    }
    const application = await ownApplication(context, { words: text, verbatim: text, values: {} });
    await fileScan(context, { application, revision: application.revision }, file);
    return true;
  },
});

/** Files a kept scan under the submission that the number names. @returns false if no paper of the person's has it */
export async function fileFormScan(context: PersonContext, file: OfferedFile, number: string): Promise<boolean> {
  const paper = await paperWithNumber(context, number);
  if (paper) await fileScan(context, paper, file);
  return paper !== undefined;
}

/** Whether another paper has the number; the scan is then filed as that. */
async function isOfOtherPaper(context: PersonContext, file: OfferedFile, number: string): Promise<boolean> {
  const [reply] = await context.contributions(scansByNumber, { context, number, hash: file.hash });
  if (!reply) return false;
  await context.dialogue.close(NUMBER);
  await context.reply(reply);
  return true;
}
