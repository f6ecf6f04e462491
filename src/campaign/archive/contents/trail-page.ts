import { z } from "zod";
import { isPersonalRef } from "../../../platform/journal/personal-value.ts";
import type { Application } from "../../application/application.ts";
import { historyPhrases } from "../../case-history/phrases.ts";
import { fullMomentWords } from "../../definition/wording.ts";
import { namesOf } from "../../directory/store.ts";
import type { Context } from "../../engine/context.ts";
import { actWords } from "./acts.ts";
import { broughtIn, changeLines, makeTotals, pointsIn, type RecordedChange, recordedChange } from "./changes.ts";
import { note, page, table } from "./page.ts";
import { contentPhrases as phrases } from "./phrases.ts";
import { knownRows } from "./rows-of-case.ts";

export interface Entry {
  id: bigint;
  /** In the sealed journal: 第…条. */
  number: bigint | null;
  at: Date;
  actor: string;
  action: string;
  reason: string | null;
  ruling: string | null;
  changes: readonly RecordedChange[];
}

interface Row extends Omit<Entry, "changes"> {
  changes: unknown;
}

const changes = z.array(recordedChange).catch([]);

const read = (rows: readonly Row[]): Entry[] => rows.map((row) => ({ ...row, changes: changes.parse(row.changes) }));

/** Every entry on a case, and of those on lists and decisions those that name it; oldest first. */
export async function entriesOfCase({ tx, campaign }: Context, caseId: string): Promise<Entry[]> {
  return read(
    await tx.$queryRaw<Row[]>`
      select e.id, s.number, e.at, e.actor, e.action, e.reason, e.ruling, e.changes
      from journal_entry e left join journal_seal s on s.entry_id = e.id
      where e.id in (
        select id from journal_entry where case_id = ${caseId}
        union all
        select entry_id from journal_change where campaign_id = ${campaign.id} and names @> array[${caseId}]::text[])
      order by e.id`,
  );
}

/** Entries of these parts of the campaign, oldest first. @param prefixes of their actions */
export async function entriesOfParts({ tx, campaign }: Context, prefixes: readonly string[]): Promise<Entry[]> {
  const like = prefixes.map((one) => `${one}.%`);
  return read(
    await tx.$queryRaw<Row[]>`
      select e.id, s.number, e.at, e.actor, e.action, e.reason, e.ruling, e.changes
      from journal_entry e left join journal_seal s on s.entry_id = e.id
      where e.campaign_id = ${campaign.id} and e.action like any(${like}::text[]) and jsonb_array_length(e.changes) > 0
      order by e.id`,
  );
}

export const whoOf = (names: ReadonlyMap<string, string>, actor: string): string =>
  actor === "system" ? historyPhrases.system() : (names.get(actor) ?? actor);

/** Of the entries the texts that they brought in, and the names of who acted. */
export async function wordsOf(context: Context, entries: readonly Entry[]) {
  const refs = entries.flatMap((entry) => entry.changes.flatMap((one) => broughtIn(one).map(({ ref }) => ref)));
  return {
    texts: await context.personal.read(refs.filter(isPersonalRef)),
    names: await namesOf(context.tx, [...new Set([...entries.map(({ actor }) => actor), ...scorersIn(entries)])]),
  };
}

const scorersIn = (entries: readonly Entry[]): string[] =>
  entries.flatMap(({ changes: all }) => all.flatMap((change) => pointsIn(change)?.scorer ?? []));

/** What was done with a case: the auditor reads in it how it stood at any moment, and why points were given. */
export async function trailPage(context: Context, application: Application): Promise<string> {
  const { id, compoundName } = application;
  const entries = await entriesOfCase(context, id);
  const { texts, names } = await wordsOf(context, entries);
  const knownRow = await knownRows(context, application);
  const totalAfter = makeTotals();
  /** By who gives them: it stands on every row, as it is then. */
  const totals = new Map<string | undefined, number>();
  const rows = entries.map((entry, at) => {
    const own = entry.changes.filter(({ key }) => key.case_id === undefined || key.case_id === id);
    for (const change of own) {
      const given = pointsIn(change);
      if (given) totals.set(given.ledger === "district" ? undefined : whoOf(names, given.scorer), totalAfter(given));
    }
    const reason = entry.reason !== null && /\p{Script=Han}/u.test(entry.reason) ? [entry.reason] : [];
    const sums = [...totals].map(([who, total]) => phrases.total(who, total));
    return [
      ...[String(at + 1), fullMomentWords(entry.at), whoOf(names, entry.actor), actWords(entry.action)],
      [...reason, ...own.flatMap((change) => changeLines(change, texts, id, knownRow))].join("\n"),
      sums.length > 0 ? sums.join("\n") : phrases.noTotal(),
      entry.ruling === null ? "" : phrases.rulingVersion(entry.ruling),
    ];
  });
  return page(phrases.trailTitle(compoundName), [note(phrases.trailLead()), table(phrases.trailColumns(), rows)]);
}
