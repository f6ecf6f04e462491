import { z } from "zod";
import type { FoundByMobile } from "../../../../platform/chat/ports.ts";
import type { View } from "../../../../platform/chat/view.ts";
import type { Draft } from "../../../../platform/conversation/drafts.ts";
import { openInWorker } from "../../../../platform/documents/open/open-in-worker.ts";
import { staffId } from "../../../../shared/brand.ts";
import { RefusalError } from "../../../../shared/refusal-error.ts";
import { role } from "../../../definition/schema/roles.ts";
import { namesOf } from "../../../directory/store.ts";
import type { Context, PersonContext } from "../../../engine/context.ts";
import { discardLater, takeOffered } from "../../../engine/dispatch/offered-files.ts";
import { PROPOSAL } from "../actions.ts";
import { lockRoll } from "../change.ts";
import { current, knownMobiles } from "../people.ts";
import { checkRows, type Entry, mobilesToAsk, type RowProblem } from "./check-rows.ts";
import { planOf } from "./differences.ts";
import { workbookPhrases as phrases, workbookRefusals as refusals, workbookWords as words } from "./phrases.ts";
import { type RosterRow, readRosterSheet } from "./roster-row.ts";
import { checkedWorkbook } from "./sheet.ts";

const MOST_ROWS = 1000;
/** Asked one after the other, twenty a second: ten seconds. */
const MOST_NEW = 200;
const MOST_LISTED = 10;

const entry = z.object({
  line: z.int(),
  staffId: z.string().transform(staffId),
  name: z.string(),
  mobile: z.string(),
  role,
  district: z.string().optional(),
});

const proposal = z.object({ entries: z.array(entry), done: z.object({ added: z.int(), ended: z.int() }).optional() });
export type Proposal = { entries: Entry[]; done?: { added: number; ended: number } };

/** A dropped roster that waits for its confirmation, or what became of it. */
export function proposalOf({ body }: Draft): Proposal {
  const { entries, done } = proposal.parse(body);
  return {
    entries: entries.map(({ district, ...rest }) => (district === undefined ? rest : { ...rest, district })),
    ...(done ? { done } : {}),
  };
}

/**
 * Reads a dropped roster. One without problems becomes a card with what it changes; of one with problems a copy comes
 * back with each beside its row.
 * @returns the reply; undefined if a card was shown
 * @throws {RefusalError} if the file holds no roster
 */
export async function proposeRoster(context: PersonContext, file: string): Promise<View | undefined> {
  const dropped = await takeOffered(context, file);
  const rows = await rowsIn(await context.files.get(dropped.hash));
  // It holds numbers: what is needed of it is kept in the draft.
  await discardLater(context, dropped);
  const roll = await lockRoll(context);
  const memberships = current(roll);
  const known = await knownMobiles(context);
  const names = await everyName(context);
  const found = await ask(context, mobilesToAsk(rows, { known, names }));
  const { definition } = context.campaign;
  const checked = checkRows(rows, { definition, memberships, known, found, names, actor: context.person });
  if (checked.problems.length > 0) return sendBack(context, rows, checked.problems);
  const { changes, ended } = planOf(checked.entries, roll);
  if (changes.length === 0) return phrases.unchanged();
  const isWithoutActor =
    ended.some((one) => one.staffId === context.person.staffId) &&
    !checked.entries.some((one) => one.staffId === context.person.staffId);
  if (isWithoutActor) throw new RefusalError("roster.without-you", refusals.withoutYou());
  await dropOpen(context);
  const { staffId: person } = context.person;
  const draft = await context.drafts.start({
    kind: PROPOSAL,
    subject: person,
    startedBy: person,
    body: { entries: checked.entries },
  });
  await context.cards.show(context.chat, { kind: PROPOSAL, subject: draft.id });
  return undefined;
}

/** @throws {RefusalError} if there is no roster in it, or too large a one */
async function rowsIn(bytes: Buffer): Promise<readonly RosterRow[]> {
  const opened = await openInWorker({ kind: "workbook", bytes });
  const sheet = opened.kind === "workbook" ? readRosterSheet(opened.workbook) : { kind: "other" as const };
  if (sheet.kind === "other") throw new RefusalError("roster.not-a-roster", refusals.notRoster());
  if (sheet.kind === "incomplete") {
    const missing = sheet.missing.map((column) => words.headers[column][0] ?? column);
    throw new RefusalError("roster.missing-columns", refusals.missing(missing));
  }
  if (sheet.rows.length === 0) throw new RefusalError("roster.empty", refusals.empty());
  if (sheet.rows.length > MOST_ROWS)
    throw new RefusalError("roster.too-many", refusals.tooMany(sheet.rows.length, MOST_ROWS));
  return sheet.rows;
}

async function everyName({ tx }: Context): Promise<ReadonlyMap<string, string>> {
  const people = await tx.person.findMany({ select: { staffId: true } });
  return namesOf(
    tx,
    people.map((one) => one.staffId),
  );
}

/** Once the directory cannot be asked, it is not asked for the rest. */
async function ask(context: Context, mobiles: readonly string[]): Promise<ReadonlyMap<string, FoundByMobile>> {
  if (mobiles.length > MOST_NEW)
    throw new RefusalError("roster.too-many-new", refusals.tooManyNew(mobiles.length, MOST_NEW));
  const found = new Map<string, FoundByMobile>();
  for (const mobile of mobiles) {
    const answer = await context.findByMobile(mobile);
    found.set(mobile, answer);
    if (answer.kind === "unavailable") return found;
  }
  return found;
}

async function sendBack(
  context: PersonContext,
  rows: readonly RosterRow[],
  problems: readonly RowProblem[],
): Promise<View> {
  const { name, bytes } = await checkedWorkbook(context, rows, problems);
  const hash = await context.files.put(bytes);
  await context.outbox.sendFile(context.person.staffId, { name, hash });
  const listed = problems.slice(0, MOST_LISTED).map(({ line, sentence }) => phrases.problem(line, sentence));
  const more = problems.length - listed.length;
  return {
    title: phrases.problemsTitle(),
    tone: "overdue",
    body: [
      { kind: "text", text: phrases.problemsLead(problems.length) },
      { kind: "list", items: more > 0 ? [...listed, phrases.moreProblems(more)] : listed },
    ],
    actions: [],
  };
}

/** A newer roster replaces the one that waits. */
async function dropOpen(context: PersonContext): Promise<void> {
  for (const draft of await openProposals(context)) {
    await context.drafts.save(draft, { state: "dropped" });
    await context.cards.refresh({ kind: PROPOSAL, subject: draft.id });
  }
}

export const openProposals = ({ drafts, person }: PersonContext): Promise<Draft[]> =>
  drafts.unfinished({ kind: PROPOSAL, subject: person.staffId });
