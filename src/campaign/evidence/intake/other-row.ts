import type { Application } from "../../application/application.ts";
import type { PersonContext } from "../../engine/context.ts";
import { namedCase } from "../cases.ts";
import { evidencePhrases as phrases } from "../phrases.ts";
import { evidenceRows } from "../rules.ts";
import { isAnswering } from "./answer-row.ts";
import { burstsOf } from "./store.ts";

const ROW = "(?<section>\\d{1,2})\\s*[-－.．]\\s*(?<row>\\d{1,2})";
const SAID_WRONG = new RegExp(`^(?:不对|错了|不是|更正)[\\s，,：:]*(?:应该?)?是?\\s*${ROW}(?:\\s+\\S{1,12})?$`, "u");
const DOTTED = new RegExp(`^(?<name>\\p{Script=Han}{2,12})\\s+${ROW}(?:\\s+\\S{1,12})?$`, "u");

/** 不对 3-7, 天悦 3.6 绿化: where files were to go, said after it was said otherwise. @param rows ids */
export function otherRowIn(text: string, rows: readonly string[]): { row: string; name?: string } | undefined {
  const said = text.trim();
  const { name, section, row } =
    (SAID_WRONG.exec(said) ?? (said.includes("-") ? null : DOTTED.exec(said)))?.groups ?? {};
  const id = `${Number(section)}-${Number(row)}`;
  if (!rows.includes(id)) return undefined;
  return name === undefined ? { row: id } : { row: id, name };
}

/** Files that were sent stay where they are; how they are put elsewhere is said. */
export async function answerOtherRow(
  context: PersonContext,
  live: readonly Application[],
  text: string,
): Promise<true | undefined> {
  const { tx, campaign, person } = context;
  const other = otherRowIn(
    text,
    evidenceRows(campaign.definition.rubric).map(({ id }) => id),
  );
  const of = other?.name === undefined ? undefined : namedCase(context, live, other.name);
  if (!other || (other.name !== undefined && !of) || (await isAnswering(context))) return undefined;
  const sent = await burstsOf(tx, { campaignId: campaign.id, person: person.staffId }, ["collecting", "filed"]);
  if (sent.length === 0) return undefined;
  await context.reply(phrases.otherRow(other.row, of?.compoundName));
  return true;
}
