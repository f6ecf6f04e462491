import { z } from "zod";
import { applicationsOf } from "../../application/store.ts";
import { authorityOf } from "../../authority/authority.ts";
import { authorityPhrases } from "../../authority/phrases.ts";
import { districtName } from "../../definition/districts.ts";
import { fullMomentWords } from "../../definition/wording.ts";
import type { Context } from "../../engine/context.ts";
import { readSnapshots } from "../../snapshot/store.ts";
import type { Edition } from "../proof/manifest.ts";
import { actWords } from "./acts.ts";
import { changeLines, type RecordedChange } from "./changes.ts";
import { CONFIDENTIAL } from "./confidential.ts";
import { lines, note, page, tableOf } from "./page.ts";
import { contentPhrases as phrases } from "./phrases.ts";
import { type Entry, entriesOfParts, whoOf, wordsOf } from "./trail-page.ts";

/** Parts whose entries are decisions, or what leads to them. */
const PARTS = [
  ...["ruling", "evaluation-team", "team", "recusal", "consultation", "extension", "expected", "ranking", "selection"],
  ...["public-notice", "publication", "provincial-recommendation", "application", "disqualification", "archive"],
];
/** Of the parts above what is no decision of the city. */
const ROUTINE = /^application\.(?!excluded|exclusion-lifted|judged|lift-registered)/u;

const items = z.array(
  z.object({
    applicationId: z.string(),
    selected: z.boolean(),
    reserve: z.number().optional(),
    reason: z.object({ personal: z.string() }),
    snapshot: z.string().optional(),
  }),
);

/** Prefixes of the actions that an edition shows as decisions. */
export const decisionParts = (edition: Edition): readonly string[] =>
  edition === "full" ? [...PARTS, ...CONFIDENTIAL] : PARTS;

/**
 * Every decision with what was decided on, as it was kept when it was proposed.
 * @param seen leads to the card of a decision, as markup; empty where none is shown
 */
export async function decisionsPage(
  context: Context,
  edition: Edition,
  seen: (entry: Entry) => string,
): Promise<string> {
  const all = await entriesOfParts(context, decisionParts(edition));
  const entries = all.filter(({ action }) => !ROUTINE.test(action));
  const { texts, names } = await wordsOf(context, entries);
  const rows: string[][] = [];
  for (const entry of entries) {
    const said = entry.changes.flatMap((change) => changeLines(change, texts, "none"));
    const chosen: string[] = [];
    const rests: string[] = [];
    for (const change of entry.changes) {
      chosen.push(...(await chosenLines(context, change, texts)));
      const authority = authorityOf(change.after?.authority);
      if (authority) rests.push(authorityPhrases.words(authority, context.now));
    }
    const cells = [
      ...[String(entry.number ?? ""), fullMomentWords(entry.at), whoOf(names, entry.actor), actWords(entry.action)],
      [...plainText(entry.changes), ...chosen, ...said].join("\n"),
      rests.join("\n"),
    ];
    rows.push([...cells.map(lines), seen(entry)]);
  }
  return page(phrases.decisions(), [note(phrases.decisionsLead()), tableOf(phrases.decisionColumns(), rows)]);
}

/** A ruling's words stand in its row as they are. */
const plainText = (changes: readonly RecordedChange[]): string[] =>
  changes.flatMap(({ table: name, key, after }) =>
    name === "ruling_answer" && typeof after?.text === "string"
      ? [phrases.answer(`${key.ruling}@${key.version}`, after.text)]
      : [],
  );

async function chosenLines(
  { tx, campaign }: Context,
  { table: name, after }: RecordedChange,
  texts: ReadonlyMap<string, string>,
): Promise<string[]> {
  if (name !== "selection") return [];
  const chosen = items.safeParse(after?.items).data ?? [];
  const cases = new Map((await applicationsOf(tx, campaign.id)).map((one) => [one.id, one]));
  const kept = await readSnapshots(
    tx,
    chosen.flatMap(({ snapshot }) => snapshot ?? []),
  );
  return chosen.map(({ applicationId, selected, reserve, reason, snapshot = "" }) => {
    const sections = kept.get(snapshot)?.sections;
    const application = cases.get(applicationId);
    return phrases.item({
      name: sections?.identity?.content.name ?? application?.compoundName ?? applicationId,
      district: districtName(campaign.definition, application?.district ?? ""),
      ...{ selected, reserve },
      reason: texts.get(reason.personal),
      facts: phrases.itemFacts(sections?.points?.content.total ?? null, sections?.standing?.content),
    });
  });
}
