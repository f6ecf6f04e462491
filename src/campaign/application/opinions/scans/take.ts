import { z } from "zod";
import { textView } from "../../../../platform/chat/view.ts";
import { RefusalError } from "../../../../shared/refusal-error.ts";
import { attach } from "../../../attachment/attach.ts";
import { nounsOf } from "../../../directory/nouns.ts";
import type { PersonContext } from "../../../engine/context.ts";
import { keptFiles, type OfferedFile, takeOffered } from "../../../engine/dispatch/offered-files.ts";
import { dialogue } from "../../../engine/feature.ts";
import { readCheckNumber } from "../../check-number.ts";
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
  state: z.object({ hash: z.string() }),
  async handle(context, { state, text, files }) {
    if (files.length > 0) return false;
    const file = (await keptFiles(context)).find(({ hash }) => hash === state.hash);
    if (!file) {
      await context.dialogue.close(NUMBER);
      await context.reply(textView(phrases.askTitle(), phrases.noFile(), { tone: "closed" }));
      return true;
    }
    await fileScan(context, await paperOf(context, text), file);
    return true;
  },
});

/** @throws {RefusalError} if no paper of the person's has the number, and no case the name */
async function paperOf(context: PersonContext, text: string): Promise<Pick<KnownPaper, "application" | "revision">> {
  const number = readCheckNumber(text);
  const paper = number === undefined ? undefined : await paperWithNumber(context, number);
  if (paper) return paper;
  if (number !== undefined || DIGITS.test(text.normalize("NFKC"))) {
    throw new RefusalError("application.unknown-number", phrases.wrongNumber(text));
  }
  const application = await ownApplication(context, { words: text, verbatim: text, values: {} });
  return { application, revision: application.revision };
}
