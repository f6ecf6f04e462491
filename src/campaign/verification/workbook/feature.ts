import type { ReceivedFile } from "../../../platform/chat/dispatcher.ts";
import { type Action, textView, type View } from "../../../platform/chat/view.ts";
import { RefusalError } from "../../../shared/refusal-error.ts";
import { mayMember } from "../../directory/member.ts";
import { nounsOf } from "../../directory/nouns.ts";
import type { PersonContext } from "../../engine/context.ts";
import { type FilePlace, filePlaces } from "../../engine/dispatch/file-places.ts";
import { type Command, extend } from "../../engine/feature.ts";
import { reviewWorkbookPhrases } from "../../preliminary-review/workbook/phrases.ts";
import { readReviewWorkbook } from "../../preliminary-review/workbook/read.ts";
import {
  type ComparedSheet,
  conflictsIn,
  fileOf,
  fingerprint,
  type ReceivedWorkbook,
  receivedWorkbook,
  type ScorerContext,
} from "../../preliminary-review/workbook/received.ts";
import { givenIn } from "../../preliminary-review/workbook/rules.ts";
import { chosenRows } from "../../preliminary-review/workbook/take.ts";
import { receivedView } from "../../preliminary-review/workbook/views.ts";
import { giveShared } from "../../scoring/give-shared.ts";
import { HUNDREDTHS, pointRulesIn, rowsToScore, totalOf } from "../../scoring/points.ts";
import { moveTo, nextRow } from "../../scoring/scoring-draft.ts";
import { openMemberSheet, SCORES, SHEET_CARD, subjectOf } from "../member-sheet.ts";
import { goOnAction } from "../views.ts";
import { memberWorkbook } from "./make.ts";
import { memberWorkbookPhrases as phrases } from "./phrases.ts";
import { comparedMember, memberOfSheet, sitesWords } from "./received.ts";

/** Kind of the draft that keeps what a dropped 核验表 says until it is taken; its subject is the person. */
const RECEIVED = "verification.workbook";
const TAKE = "verification.take-workbook";

const make: Command = {
  ...SCORES,
  id: "verification.workbook",
  words: phrases.words,
  effect: "read",
  onlyIn: "direct",
  help: {
    example: phrases.example(),
    purpose: (definition) => phrases.purpose(nounsOf(definition)),
    step: "verification",
  },
  async handle(context) {
    const { name, bytes } = await memberWorkbook(context);
    await context.outbox.sendFile(context.person.staffId, { name, hash: await context.files.put(bytes) });
    return {};
  },
};

/** 核验表 dropped into the direct chat: known by its title, its sites by their 校验号. */
async function receive(context: ScorerContext, file: ReceivedFile): Promise<FilePlace | undefined> {
  const { definition, closedAt } = context.campaign;
  if (file.opened?.kind !== "workbook" || closedAt) return undefined;
  if (!mayMember(definition, context.person, SCORES.capability)) return undefined;
  const { workbook } = file.opened;
  const members = workbook.sheets.map((sheet) => ({ sheet: sheet.name, member: memberOfSheet(sheet) }));
  if (members.every(({ member }) => member === undefined)) return undefined;
  const foreign = members.flatMap(({ sheet, member }) =>
    member === undefined || member === context.person.name.normalize("NFKC")
      ? []
      : [phrases.otherMember(sheet, member)],
  );
  const read = readReviewWorkbook(workbook);
  const { refused, sheets } = await comparedMember(context, read);
  const wrong = [...foreign, ...refused];
  if (wrong.length > 0) return { recognised: unread(file.name, wrong) };
  const { staffId } = context.person;
  // One file waits at a time: a later one takes its place.
  for (const earlier of await context.drafts.unfinished({ kind: RECEIVED, subject: staffId }))
    await context.drafts.save(earlier, { state: "dropped", body: {} });
  const received: ReceivedWorkbook = { file: fileOf(file), sheets: read, shown: fingerprint(sheets) };
  await context.drafts.start({ kind: RECEIVED, subject: staffId, startedBy: staffId, body: received });
  return { recognised: shownView(context, received, { sheets }) };
}

const unread = (file: string, sentences: readonly string[]): View => ({
  ...textView(phrases.notRead(), "", { tone: "near" }),
  body: [
    { kind: "text", text: reviewWorkbookPhrases.sheetsLead(file) },
    { kind: "list", items: sentences },
  ],
});

function shownView(
  context: ScorerContext,
  received: ReceivedWorkbook,
  of: { sheets: readonly ComparedSheet[]; before?: readonly string[] },
): View {
  const view = receivedView(context, received, of);
  const action = (label: string, typed: string, look: Action["look"]): Action => ({ id: TAKE, label, typed, look });
  const isContested = conflictsIn(of.sheets).length > 0;
  const actions = isContested
    ? [
        action(phrases.fileCounts(), phrases.takeFile(), "primary"),
        action(phrases.nowCounts(), phrases.takeNow(), "default"),
      ]
    : [action(phrases.take(), phrases.typedTake(), "primary")];
  return {
    ...view,
    title: phrases.readTitle(sitesWords(context, of.sheets.length)),
    actions: view.actions.length === 0 ? [] : actions,
  };
}

/** Writes all that the sheets change, or nothing. */
const take: Command = {
  ...SCORES,
  id: TAKE,
  words: [phrases.typedTake()],
  effect: "write",
  onlyIn: "direct",
  help: { example: phrases.typedTake(), purpose: phrases.takePurpose(), step: "verification" },
  async handle(context, { words }) {
    const [draft] = await context.drafts.unfinished({ kind: RECEIVED, subject: context.person.staffId });
    const parsed = receivedWorkbook.safeParse(draft?.body);
    if (!draft || !parsed.success) throw new RefusalError("verification.no-workbook", phrases.nothingKept());
    const received = parsed.data;
    const { refused, sheets } = await comparedMember(context, received.sheets);
    const [problem] = refused;
    if (problem !== undefined) throw new RefusalError("verification.workbook-unfit", problem);
    const shown = fingerprint(sheets);
    if (shown !== received.shown) {
      await context.drafts.save(draft, { body: { ...received, shown } });
      return { reply: shownView(context, received, { sheets, before: [phrases.changedSince()] }) };
    }
    const chosen = chosenRows(sheets, words);
    if (typeof chosen === "string") return { reply: shownView(context, received, { sheets, before: [chosen] }) };
    const lines: string[] = [];
    const actions: Action[] = [];
    for (const sheet of sheets) {
      const rows = sheet.rows.filter((row) => chosen.has(row));
      if (rows.length === 0) continue;
      const written = await write(context, sheet, rows);
      lines.push(written.line);
      actions.push(written.action);
    }
    await context.drafts.save(draft, { state: "done", body: {} });
    const view = textView(phrases.taken(sitesWords(context, lines.length)), phrases.takenLead(), { tone: "done" });
    return { reply: { ...view, body: [...view.body, { kind: "list", items: lines }], actions: actions.slice(0, 5) } };
  },
};

/** @throws {RefusalError} if anything of it is not saved */
async function write(context: PersonContext, { application }: ComparedSheet, rows: ComparedSheet["rows"]) {
  const { id: caseId, compoundName: name } = application;
  const memberId = context.person.staffId;
  const member = await openMemberSheet(context, { caseId, memberId });
  const given = rows.flatMap(({ back }) => givenIn(back));
  const { draft, problems } = await giveShared(context, member, given);
  const [problem] = problems;
  if (problem)
    throw new RefusalError("verification.workbook-unfit", reviewWorkbookPhrases.problem(name, problem.sentence));
  await moveTo(context, draft, nextRow(context, draft.sheet, undefined), { refused: [], conflicts: [] });
  await context.cards.refresh({ kind: SHEET_CARD, subject: subjectOf({ caseId, memberId }) });
  const { definition } = context.campaign;
  const open = rowsToScore(definition, draft.sheet, pointRulesIn(definition, context.rulings)).length;
  const total = totalOf(definition.rubric, draft.sheet) / HUNDREDTHS;
  const action = { ...goOnAction(member), label: `核验 ${name}`, look: "default" as const };
  return { line: reviewWorkbookPhrases.takenCase(name, { rows: rows.length, total, open }), action };
}

/** 核验表 as a workbook that comes back filled in. */
export const memberWorkbookParts = {
  commands: [make, take],
  extensions: [extend(filePlaces, async (context, { file, person }) => receive({ ...context, person }, file))],
};
