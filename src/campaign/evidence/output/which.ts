import { RefusalError } from "../../../shared/refusal-error.ts";
import type { Application } from "../../application/application.ts";
import { nounsOf } from "../../directory/nouns.ts";
import type { PersonContext } from "../../engine/context.ts";
import type { CommandRequest } from "../../engine/feature.ts";
import { type Criterion, criterionById } from "../../scoring/rubric.ts";
import { evidenceCase, liveCases, usualCase } from "../cases.ts";
import { evidencePhrases } from "../phrases.ts";
import { readRowWords } from "../row-words.ts";
import { evidenceRows, exampleRow } from "../rules.ts";
import { outputPhrases as phrases } from "./phrases.ts";

export interface RowOfCase {
  application: Application;
  row: Criterion;
}

/**
 * The case and the row that are meant: 翠苑三区 3-5; without a name the only case, or the one last opened today.
 * @throws {RefusalError} if it cannot be told, or the person may not see the case
 */
export async function whichRow(context: PersonContext, request: CommandRequest): Promise<RowOfCase> {
  const { application, row } = await whichCase(context, request);
  if (row) return { application, row };
  const { definition } = context.campaign;
  throw new RefusalError("evidence.which-row", phrases.which(nounsOf(definition).case, exampleRow(definition)));
}

/** The same where a row may be left out. Subject: the case, or the case and the row with a slash between. */
export async function whichCase(
  context: PersonContext,
  { words, subject }: CommandRequest,
): Promise<{ application: Application; row: Criterion | undefined }> {
  const { rubric } = context.campaign.definition;
  if (subject !== undefined) {
    const [id = "", row = ""] = subject.split("/");
    return { application: await evidenceCase(context, of("", id)), row: criterionById(rubric, row) };
  }
  const read = readRowWords(
    words,
    evidenceRows(rubric).map(({ id }) => id),
  );
  if (read.kind === "unknown") throw new RefusalError("evidence.unknown-row", evidencePhrases.noSuchRow(read.row));
  const name = read.kind === "row" ? read.words.caseName : words.trim();
  const usual = name === "" ? await usualCase(context, await liveCases(context)) : undefined;
  return {
    application: usual ?? (await evidenceCase(context, of(name))),
    row: read.kind === "row" ? criterionById(rubric, read.words.row) : undefined,
  };
}

const of = (words: string, subject?: string): CommandRequest => ({
  ...{ words, verbatim: words, values: {} },
  ...(subject === undefined ? {} : { subject }),
});
