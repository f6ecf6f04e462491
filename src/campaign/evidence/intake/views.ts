import type { Action, Block, View } from "../../../platform/chat/view.ts";
import type { StaffId } from "../../../shared/brand.ts";
import type { Application } from "../../application/application.ts";
import { namedCases, seeCase, withSight } from "../../application/see-case.ts";
import { applicationById } from "../../application/store.ts";
import type { Attachment } from "../../attachment/attachment.ts";
import { attachmentById, attachmentsAt } from "../../attachment/store.ts";
import { memberOf } from "../../directory/member.ts";
import { nounsOf } from "../../directory/nouns.ts";
import type { Context } from "../../engine/context.ts";
import { type Criterion, criterionById } from "../../scoring/rubric.ts";
import { liveCases } from "../cases.ts";
import { provedRows } from "../coverage.ts";
import { type FileSort, evidencePhrases as phrases } from "../phrases.ts";
import { ROWS, rowOfPlace, rowPlace } from "../place.ts";
import { evidenceRows, exampleRow } from "../rules.ts";
import type { Burst, BurstFile } from "./burst.ts";
import { likeLines } from "./like-lines.ts";
import { burstById, filesOf } from "./store.ts";

export const BURST_CARD = "evidence.burst";
export const CHOOSE_CASE = "evidence.choose-case";
export const CHOOSE_ROW = "evidence.choose-row";
export const MORE_ROWS = "evidence.more-rows";
export const MOVE = "evidence.move";
export const WITHDRAW = "evidence.withdraw";
export const MARK_PERSONAL = "evidence.mark-personal";
export const UNMARK_PERSONAL = "evidence.unmark-personal";
export const OTHER_USE = "evidence.other-use";

/** Buttons of one face, besides those that turn the page or lead elsewhere. */
const ROWS_SHOWN = 4;
const CASES_SHOWN = 6;

const text = (words: string): Block => ({ kind: "text", text: words });

/** What is asked about a burst, or what became of its files. */
export async function burstView(context: Context, id: string): Promise<View> {
  const burst = await burstById(context.tx, id);
  if (!burst) throw new Error(`card of an unknown burst ${id}`);
  const files = await filesOf(context.tx, burst);
  const application = burst.caseId === null ? undefined : await applicationById(context.tx, burst.caseId);
  if (burst.state === "asking") {
    return application ? askRowView(context, { burst, files, application }) : askCaseView(context, burst, files);
  }
  if (burst.state === "moving" && application) return askMoveView(context, { burst, files, application });
  return outcomeView(context, burst, files);
}

interface Asked {
  burst: Burst;
  files: readonly BurstFile[];
  application: Application;
}

const PAPERS = ["pdf", "docx", "xlsx"];
const sortOf = ({ kept }: BurstFile): FileSort =>
  kept && PAPERS.includes(kept.type) ? "paper" : kept?.type === "mp4" ? "film" : "picture";

function countWords(files: readonly BurstFile[]): string {
  const waiting = Map.groupBy(
    files.filter(({ state }) => state === "ready"),
    sortOf,
  );
  return phrases.count(Object.fromEntries([...waiting].map(([sort, { length }]) => [sort, length])));
}

const refusedLines = (files: readonly BurstFile[]): string[] =>
  files.flatMap(({ refusal }, at) => (refusal === null ? [] : [phrases.refused(at + 1, refusal)]));

async function askCaseView(context: Context, { id, person }: Burst, files: readonly BurstFile[]): Promise<View> {
  const member = context.people.find(({ staffId }) => staffId === person);
  const live = member ? await liveCases({ ...context, person: member }) : [];
  const noun = nounsOf(context.campaign.definition).case;
  const actions = live.slice(0, CASES_SHOWN).map(
    ({ id: caseId, compoundName }): Action => ({
      ...{
        id: CHOOSE_CASE,
        label: compoundName,
        typed: phrases.typedCase(compoundName),
        look: "default",
        subject: `${id}/${caseId}`,
      },
    }),
  );
  return {
    title: phrases.askCaseTitle(noun),
    tone: "near",
    status: phrases.asked(),
    body: [
      phrases.askCase(countWords(files), noun, exampleRow(context.campaign.definition)),
      ...refusedLines(files),
    ].map(text),
    actions,
  };
}

async function askRowView(context: Context, { burst, files, application }: Asked): Promise<View> {
  const isSingle = files.length === 1;
  const view: View = {
    title: phrases.askRowTitle(),
    tone: "near",
    status: phrases.asked(),
    body: [
      phrases.askRow(countWords(files), application.compoundName, exampleRow(context.campaign.definition)),
      ...(await coverLines(context, application)),
      ...(await outcomeLines(context, burst, files)),
    ].map(text),
    actions: [
      ...(await rowActions(context, burst, application)),
      ...(isSingle ? [action(OTHER_USE, phrases.otherUse(), { subject: burst.id, typed: phrases.otherUse() })] : []),
    ],
    footnote: phrases.withoutFirst(),
  };
  // The rows come first: with six buttons of them there is no room.
  return withSight(view, application);
}

async function askMoveView(context: Context, { burst, application }: Asked): Promise<View> {
  const from = criterionById(context.campaign.definition.rubric, burst.movingRow ?? "");
  const view: View = {
    title: phrases.askMoveTitle(),
    tone: "near",
    status: phrases.asked(),
    body: [text(phrases.askMove(application.compoundName, from && phrases.rowName(from)))],
    actions: await rowActions(context, burst, application),
    footnote: phrases.withoutFirst(),
  };
  return withSight(view, application);
}

/** Rows without any file first; the pages go round. */
async function rowActions(context: Context, { id, page }: Burst, application: Application): Promise<Action[]> {
  const rows = evidenceRows(context.campaign.definition.rubric);
  const proved = (await provedRows(context, [application.id])).get(application.id) ?? new Set();
  const inOrder = [...rows.filter((row) => !proved.has(row.id)), ...rows.filter((row) => proved.has(row.id))];
  const pages = Math.max(1, Math.ceil(inOrder.length / ROWS_SHOWN));
  const from = (page % pages) * ROWS_SHOWN;
  return [
    ...inOrder
      .slice(from, from + ROWS_SHOWN)
      .map((row) => action(CHOOSE_ROW, phrases.rowName(row), { subject: `${id}/${row.id}`, typed: row.id })),
    ...(pages > 1 ? [action(MORE_ROWS, phrases.more(), { subject: id, typed: phrases.more() })] : []),
  ];
}

function action(id: string, label: string, { subject, typed }: { subject: string; typed: string }): Action {
  return { id, label, typed, look: id === WITHDRAW ? "danger" : "default", subject };
}

/** Rows whose proof may hold data of residents, as long as nothing is there: said before the first file. */
async function coverLines(context: Context, { id }: Application): Promise<string[]> {
  const proved = (await provedRows(context, [id])).get(id) ?? new Set();
  const rows = evidenceRows(context.campaign.definition.rubric).filter(
    (row) => row.residentsData && !proved.has(row.id),
  );
  return rows.length === 0 ? [] : [phrases.cover(rows.map((row) => row.id))];
}

/** Whose files were taken back, and of which rows. */
async function withdrawnLine(context: Context, attachments: readonly Attachment[]): Promise<string> {
  const application = await applicationById(context.tx, attachments[0]?.caseId ?? "");
  const rows = [...new Set(attachments.map(rowOfPlace))];
  return phrases.withdrawnLead(application?.compoundName ?? "", rows, attachments.length);
}

async function outcomeView(context: Context, burst: Burst, files: readonly BurstFile[]): Promise<View> {
  const attachments = await filedOf(context, files);
  const inForce = attachments.filter(({ state }) => state === "filed");
  const [first] = inForce;
  const dropped = burst.state === "dropped" ? files.filter(({ state }) => state === "gone").length : 0;
  const lines = [...(await outcomeLines(context, burst, files)), ...(dropped > 0 ? [phrases.dropped(dropped)] : [])];
  if (!first) {
    const isWithdrawn = attachments.length > 0;
    return {
      title: isWithdrawn ? phrases.withdrawnTitle() : phrases.nothingFiledTitle(),
      tone: "closed",
      body: (isWithdrawn ? [await withdrawnLine(context, attachments)] : lines).map(text),
      actions: [],
    };
  }
  const application = await applicationById(context.tx, first.caseId ?? "");
  const rows = [...new Set(inForce.map(rowOfPlace))];
  const isPersonal = inForce.every(({ personal }) => personal);
  const { id: subject } = burst;
  const moves = rows.map((row) =>
    action(MOVE, rows.length === 1 ? phrases.move() : phrases.moveFrom(row), {
      ...{ subject: `${subject}/${row}`, typed: rows.length === 1 ? phrases.move() : phrases.typedMoveFrom(row) },
    }),
  );
  const mark = isPersonal
    ? action(UNMARK_PERSONAL, phrases.notPersonal(), { subject, typed: phrases.notPersonal() })
    : action(MARK_PERSONAL, phrases.personal(), { subject, typed: phrases.personal() });
  return {
    title: phrases.filedTitle(application?.compoundName ?? ""),
    tone: "done",
    status: phrases.filedStatus(),
    body: [...lines, ...(isPersonal ? [phrases.personalMarked()] : [])].map(text),
    actions: [
      ...moves,
      mark,
      ...(application ? namedCases([application]).map(seeCase) : []),
      action(WITHDRAW, phrases.withdraw(), { subject, typed: phrases.withdraw() }),
    ],
  };
}

/** Attachments that the files became, each once. */
export async function filedOf({ tx }: Pick<Context, "tx">, files: readonly BurstFile[]): Promise<Attachment[]> {
  const ids = [...new Set(files.flatMap(({ attachmentId }) => attachmentId ?? []))];
  const found: Attachment[] = [];
  for (const id of ids) {
    const attachment = await attachmentById(tx, id);
    if (attachment) found.push(attachment);
  }
  return found;
}

/** What was filed where, what was not, and what is like another file. */
async function outcomeLines(
  context: Context,
  { person }: Pick<Burst, "person">,
  files: readonly BurstFile[],
): Promise<string[]> {
  const inForce = (await filedOf(context, files)).filter(({ state }) => state === "filed");
  const lines: string[] = [];
  for (const [row, own] of Map.groupBy(inForce, rowOfPlace)) {
    const criterion = criterionById(context.campaign.definition.rubric, row);
    if (criterion) lines.push(await filedLine(context, criterion, own));
  }
  const filed = files.filter(({ attachmentId }) => attachmentId !== null);
  const again = filed.length - new Set(filed.map(({ attachmentId }) => attachmentId)).size;
  return [
    ...lines,
    ...(again > 0 ? [phrases.again(again)] : []),
    ...refusedLines(files),
    ...residentsLine(context, inForce),
    ...(await likeLines(context, files, memberOf(context.people, person as StaffId))),
  ];
}

/** Of rows whose proof may hold data of residents: what to look for, unless the files are marked as holding some. */
function residentsLine({ campaign }: Context, inForce: readonly Attachment[]): string[] {
  const rows = [...new Set(inForce.filter(({ personal }) => !personal).map(rowOfPlace))].filter(
    (row) => criterionById(campaign.definition.rubric, row)?.residentsData,
  );
  return rows.length === 0 ? [] : [phrases.covered(rows)];
}

async function filedLine({ tx, campaign }: Context, row: Criterion, own: readonly Attachment[]): Promise<string> {
  const caseIds = [...new Set(own.flatMap(({ caseId }) => caseId ?? []))];
  const place = rowPlace(row.id);
  const all = (await attachmentsAt(tx, { campaignId: campaign.id, caseIds, prefix: ROWS })).filter(
    (one) => one.place === place,
  );
  const positions = own.map(({ id }) => all.findIndex((one) => one.id === id) + 1);
  return phrases.filed(row, { from: Math.min(...positions), to: Math.max(...positions), count: own.length });
}
