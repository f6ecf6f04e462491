import { RefusalError } from "../../shared/refusal-error.ts";
import type { Application } from "../application/application.ts";
import type { Attachment } from "../attachment/attachment.ts";
import { attachmentsAt } from "../attachment/store.ts";
import { nounsOf } from "../directory/nouns.ts";
import type { PersonContext } from "../engine/context.ts";
import { type Criterion, criterionById } from "../scoring/rubric.ts";
import { evidenceCase, liveCases, usualCase } from "./cases.ts";
import { evidencePhrases as phrases } from "./phrases.ts";
import { rowPlace } from "./place.ts";
import { exampleRow } from "./rules.ts";

/** One file of a case, as people name it: 翠苑三区 3-5 2. */
export interface Target {
  application: Application;
  row: Criterion;
  /** From 1 among those of the row. */
  position: number;
  attachment: Attachment;
}

const NAMED = /^(?<name>.*?)\s*(?<row>\d{1,2}-\d{1,2})\s*(?:第)?\s*(?<position>\d{1,3})?\s*(?:份)?$/su;

/** Files in force of a row of a case, in their order. */
export async function filesOfRow(
  { tx, campaign }: Pick<PersonContext, "tx" | "campaign">,
  caseId: string,
  row: string,
): Promise<Attachment[]> {
  const place = rowPlace(row);
  const all = await attachmentsAt(tx, { campaignId: campaign.id, caseIds: [caseId], prefix: place });
  return all.filter((one) => one.place === place);
}

/**
 * @param words `[name] row [position]`; without a name the case last opened today, without a position the only one
 * @throws {RefusalError} if it cannot be told which file is meant, or there is none
 */
export async function targetOf(context: PersonContext, words: string): Promise<Target> {
  const { definition } = context.campaign;
  const which = () => phrases.which(nounsOf(definition).case, exampleRow(definition));
  const { name = "", row: id = "", position: said } = NAMED.exec(words.normalize("NFKC").trim())?.groups ?? {};
  const row = criterionById(definition.rubric, id);
  if (!row) throw new RefusalError("evidence.which", which());
  const usual = name === "" ? await usualCase(context, await liveCases(context)) : undefined;
  const application = usual ?? (await evidenceCase(context, { words: name, verbatim: name, values: {} }));
  const files = await filesOfRow(context, application.id, row.id);
  const position = said === undefined && files.length === 1 ? 1 : Number(said ?? 0);
  if (position === 0 && files.length > 0) throw new RefusalError("evidence.which", which());
  const attachment = files[position - 1];
  if (!attachment)
    throw new RefusalError("evidence.none", phrases.noSuch(application.compoundName, row.id, Math.max(1, position)));
  return { application, row, position, attachment };
}
