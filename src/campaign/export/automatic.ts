import { createHash } from "node:crypto";
import { writeWorkbook } from "../../platform/documents/workbook.ts";
import { dayOf } from "../../shared/civil-date.ts";
import { RefusalError } from "../../shared/refusal-error.ts";
import { deadlineOf, stageById } from "../definition/deadlines.ts";
import { offers } from "../definition/purposes.ts";
import { deadlineContext } from "../definition/running-campaign.ts";
import { dueWordsOf, fullDayWords } from "../definition/wording.ts";
import { type GroupAudience, groupsOf } from "../directory/groups.ts";
import { nounsOf } from "../directory/nouns.ts";
import type { Context } from "../engine/context.ts";
import { extend, type Listener, on } from "../engine/feature.ts";
import { journalLines } from "../engine/journal-line.ts";
import { drawFigure, type Figure } from "../figure/figure.ts";
import { awaitedLists } from "../ranking/awaited-lists.ts";
import { expectedDistrictsNamed } from "../ranking/events.ts";
import { listConfirmed } from "../recommendation/events.ts";
import { listsInForce } from "../recommendation/store.ts";
import { selectionPublished } from "../selection/events.ts";
import { correctionsOf } from "../selection/publication/correction.ts";
import { publishedList } from "../selection/publication/list.ts";
import { publishedOutcome } from "../selection/publication/outcome.ts";
import { publicationPhrases } from "../selection/publication/phrases.ts";
import { spreadFigure } from "../selection/publication/spread-figure.ts";
import { PUBLICATION } from "../selection/publication/text.ts";
import { wordsOf } from "../selection/words.ts";
import { type Summary, summaries } from "../summary/extension-points.ts";
import { sendLater } from "../summary/later.ts";
import { waitsUntil } from "../summary/rules.ts";
import { noteSummary, summaryState } from "../summary/store.ts";
import type { SummaryKind } from "../summary/summary.ts";
import { openDeliverables } from "../tasks/deliveries.ts";
import { ALL_DISTRICTS } from "../tasks/reach.ts";
import { readState } from "../tasks/read-state.ts";
import type { ExportedFile } from "./list-workbook.ts";
import { exportPhrases } from "./phrases.ts";
import { automaticPhrases as phrases } from "./phrases-automatic.ts";
import { progressOf } from "./progress.ts";
import { totalsSoFar } from "./progress-counts.ts";
import { progressFigure } from "./progress-figure.ts";
import { progressWorkbook } from "./progress-workbook.ts";

/** The week's counts as a workbook: by stage for the whole city, and by when. It names no district and has no points. */
export async function countsWorkbook(context: Context): Promise<ExportedFile> {
  const { campaign, now, rulings } = context;
  const { definition } = campaign;
  const { year, city, name } = definition.campaign;
  const title = phrases.countsTitle(year.value, city.name, name);
  const at = deadlineContext(campaign, rulings);
  const rows = (await totalsSoFar(context)).map(({ deliverable, words }) => [
    exportPhrases.stage(
      stageById(definition, deliverable.stage).numeral,
      stageById(definition, deliverable.stage).name,
    ),
    deliverable.name,
    words,
    deadlineOf(at, deliverable.id).statedOn,
  ]);
  const [stage, what, state, due] = phrases.countsColumns();
  const bytes = await writeWorkbook({
    author: city.bureau,
    at: now,
    sheets: [
      {
        name: phrases.countsSheet(),
        titles: [title, exportPhrases.progressAsOf(fullDayWords(dayOf(now)))],
        columns: [
          { header: stage, width: 22, kind: "text" },
          { header: what, width: 16, kind: "text" },
          { header: state, width: 54, kind: "text" },
          { header: due, width: 22, kind: "date" },
        ],
        rows,
        notes: (await comingNext(context)).map((line) => phrases.next(line)),
        paper: "landscape",
      },
    ],
  });
  return { name: exportPhrases.fileName(title), bytes };
}

/** What comes next: what the city and its districts have left to do, soonest first, with its days. */
export async function comingNext(context: Context): Promise<string[]> {
  const { campaign, now, rulings } = context;
  const { definition } = campaign;
  const at = deadlineContext(campaign, rulings);
  const today = dayOf(now);
  return openDeliverables(await readState(context, { ...ALL_DISTRICTS, team: true }), today)
    .map((deliverable) => ({ deliverable, deadline: deadlineOf(at, deliverable.id) }))
    .filter(({ deadline }) => deadline.statedOn >= today)
    .toSorted((one, other) => (one.deadline.statedOn < other.deadline.statedOn ? -1 : 1))
    .slice(0, 3)
    .map(({ deliverable, deadline }) => phrases.nextLine(deliverable.name, dueWordsOf(definition, deadline)));
}

/** The published list: number, district and name, nothing else. @throws {RefusalError} before 公布 */
async function publishedWorkbook(context: Context): Promise<ExportedFile> {
  const { definition } = context.campaign;
  const outcome = await publishedOutcome(context);
  if (!outcome) throw new RefusalError("export.not-published", phrases.notPublished());
  const words = wordsOf(definition);
  const [number = "", district = "", name = ""] = publicationPhrases.listColumns(words);
  const { title } = publishedList(definition);
  const corrections = await correctionsOf(context, { state: "approved" });
  const bytes = await writeWorkbook({
    author: definition.campaign.city.bureau,
    at: context.now,
    sheets: [
      {
        name: phrases.listSheet(),
        titles: [title, phrases.publishedOn(fullDayWords(outcome.on))],
        columns: [
          { header: number, width: 9, kind: "integer" },
          { header: district, width: 16, kind: "text" },
          { header: name, width: 36, kind: "text" },
        ],
        rows: outcome.chosen.map((one, at) => [at + 1, one.districtName, one.name]),
        notes: [...corrections.map(({ text }) => text), ...(await journalLines(context, PUBLICATION))],
        paper: "portrait",
      },
    ],
  });
  return { name: exportPhrases.fileName(title), bytes };
}

/** How far every district is, for the city's group. It has no points. */
const districtsWorkbook = async (context: Context): Promise<ExportedFile> =>
  progressWorkbook(context, await progressOf(context), true);

interface Sending {
  what: SummaryKind;
  audience: GroupAudience;
  make(context: Context): Promise<ExportedFile>;
  figure(context: Context): Promise<Figure | undefined>;
  /** Of what it is about; undefined: there is nothing to tell yet. */
  digest(context: Context): Promise<string | undefined>;
}

/** Sends the workbook to the groups, unless this was sent, it is turned off, or it has to wait. */
async function sendChanged(context: Context, sending: Sending, isDue: boolean): Promise<void> {
  const { what, audience } = sending;
  const state = await summaryState(context, what);
  const digest = state.isOn ? await sending.digest(context) : undefined;
  if (digest === undefined || digest === state.digest) return;
  const groups = await groupsOf(context.tx, context.campaign.id, audience);
  if (groups.length === 0) return;
  const until = isDue ? undefined : waitsUntil(context.now, state.sentAt, state.time);
  if (until) return sendLater(context, what, until);
  const { name, bytes } = await sending.make(context);
  const hash = await context.files.put(bytes);
  const figure = await sending.figure(context);
  const picture = figure && (await drawFigure(context, figure));
  for (const group of groups) {
    await context.outbox.sendFile(group, { name, hash }, `summary ${context.campaign.id} ${what} ${digest}`);
    if (picture)
      await context.outbox.sendFile(group, picture, `summary-picture ${context.campaign.id} ${what} ${digest}`);
  }
  await noteSummary(context, what, digest);
}

const published: Sending = {
  what: "published",
  audience: "campaign",
  make: publishedWorkbook,
  async figure(context) {
    const outcome = await publishedOutcome(context);
    return outcome && spreadFigure(context, outcome, fullDayWords(outcome.on));
  },
  async digest(context) {
    const outcome = await publishedOutcome(context);
    return outcome && hashOf([outcome.on, outcome.chosen.map(({ name, districtName }) => [districtName, name])]);
  },
};

const districts: Sending = {
  what: "districts",
  audience: "city",
  make: districtsWorkbook,
  figure: async (context) => progressFigure(context, await progressOf(context)),
  async digest(context) {
    const { expected, missing } = await awaitedLists(context);
    if (expected.length === 0 || missing.length > 0) return undefined;
    const lists = await listsInForce(context.tx, context.campaign.id);
    return hashOf(
      [...lists.values()]
        .map(({ district, version }) => `${district}@${version}`)
        .toSorted((one, other) => (one < other ? -1 : 1)),
    );
  },
};

const hashOf = (content: unknown): string =>
  createHash("sha256").update(JSON.stringify(content)).digest("hex").slice(0, 16);

export const automaticListeners: readonly Listener[] = [
  on(selectionPublished, (context) => sendChanged(context, published, false)),
  on(listConfirmed, (context) => sendChanged(context, districts, false)),
  on(expectedDistrictsNamed, (context) => sendChanged(context, districts, false)),
];

const summaryOf = (sending: Sending, words: { name: string; when: string }): Summary => ({
  ...{ what: sending.what, ...words },
  make: async (context) => [await sending.make(context)],
  send: (context) => sendChanged(context, sending, true),
});

/** @param sendWeekly sends the week's counts with their workbook */
export const automaticSummaries = (sendWeekly: (context: Context) => Promise<void>) => [
  extend(summaries, async () => ({
    ...{ what: "weekly" as const, name: phrases.weeklyName(), when: phrases.weeklyWhen() },
    make: async (context: Context) => [await countsWorkbook(context)],
    send: sendWeekly,
  })),
  extend(summaries, async ({ campaign: { definition } }) =>
    offers(definition, "publication")
      ? summaryOf(published, { name: phrases.publishedName(), when: phrases.publishedWhen() })
      : undefined,
  ),
  extend(summaries, async ({ campaign: { definition } }) =>
    definition.campaign.deliverables.some(({ purpose }) => purpose === "list")
      ? summaryOf(districts, { name: exportPhrases.progressSheet(), when: phrases.districtsWhen(nounsOf(definition)) })
      : undefined,
  ),
];
