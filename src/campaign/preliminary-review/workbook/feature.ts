import type { ReceivedFile } from "../../../platform/chat/dispatcher.ts";
import type { Action, View } from "../../../platform/chat/view.ts";
import { hasReview } from "../../application/offered.ts";
import { ownDistricts } from "../../application/work-district.ts";
import { mayMember } from "../../directory/member.ts";
import { nounsOf } from "../../directory/nouns.ts";
import type { Context } from "../../engine/context.ts";
import { type FilePlace, filePlaces } from "../../engine/dispatch/file-places.ts";
import { type Command, extend, type Feature } from "../../engine/feature.ts";
import { copiesOver, forgetCopies, keepDropped } from "../../engine/given-copy.ts";
import { givenCopyPhrases } from "../../engine/given-copy-phrases.ts";
import { finalizeAction, goOnAction } from "../actions.ts";
import { GIVEN } from "./given.ts";
import { workbookOf } from "./make.ts";
import { reviewWorkbookPhrases as phrases, unreadView } from "./phrases.ts";
import { readReviewWorkbook } from "./read.ts";
import {
  type ComparedSheet,
  comparedWorkbook,
  fileOf,
  fingerprint,
  RECEIVED,
  type ReceivedWorkbook,
  type ScorerContext,
} from "./received.ts";
import { type TakenCase, takeWorkbook } from "./take.ts";
import { receivedView, TAKE } from "./views.ts";

const CAPABILITY = "preliminaryReview.score";

/** 初评表 dropped into the direct chat: known by its headers, its cases by their 校验号. */
async function receive(context: ScorerContext, file: ReceivedFile): Promise<FilePlace | undefined> {
  const { definition, closedAt } = context.campaign;
  if (file.opened?.kind !== "workbook" || closedAt || !hasReview(definition)) return undefined;
  if (!mayMember(definition, context.person, CAPABILITY) || ownDistricts(context).length === 0) return undefined;
  const read = readReviewWorkbook(file.opened.workbook);
  if (read.length === 0) return undefined;
  const over = await copiesOver(context, file.name);
  if (over) return { recognised: over };
  const { refused, sheets } = await comparedWorkbook(context, read);
  if (refused.length > 0) return { recognised: unreadView(file.name, refused) };
  if (sheets.some(({ defects }) => defects.length > 0)) return { recognised: await sendBack(context, file, sheets) };
  const received: ReceivedWorkbook = { file: fileOf(file), sheets: read, shown: fingerprint(sheets) };
  await keepDropped(context, RECEIVED, received);
  return { recognised: receivedView(context, received, { sheets }) };
}

/** Sends a copy with what is wrong in its cells. */
async function sendBack(context: ScorerContext, file: ReceivedFile, sheets: readonly ComparedSheet[]): Promise<View> {
  const name = givenCopyPhrases.correctedName(file.name);
  const contents = sheets.map(
    (sheet) => [sheet, { number: sheet.number, values: {}, written: sheet.read.rows, defects: sheet.defects }] as const,
  );
  const hash = await context.files.put(await workbookOf(context, contents));
  await context.outbox.sendFile(context.person.staffId, { name, hash });
  const items = sheets.flatMap(({ application, defects }) =>
    defects.map(({ sentence }) => phrases.problem(application.compoundName, sentence)),
  );
  return {
    title: phrases.notRead(),
    tone: "near",
    body: [
      { kind: "text", text: givenCopyPhrases.problemsLead(file.name, name) },
      { kind: "list", items },
    ],
    actions: [],
  };
}

const take: Command = {
  id: TAKE,
  words: [phrases.typedTake()],
  capability: CAPABILITY,
  until: "publication",
  step: "review",
  effect: "write",
  offeredWhen: hasReview,
  onlyIn: "direct",
  help: { example: phrases.typedTake(), purpose: phrases.purpose(), step: "review" },
  async handle(context, { words }) {
    const taken = await takeWorkbook(context, words);
    if (taken.kind === "taken") return { reply: takenView(context, taken.cases) };
    return { reply: receivedView(context, taken.received, { sheets: taken.sheets, before: [taken.why] }) };
  },
};

function takenView({ campaign: { definition } }: Context, cases: readonly TakenCase[]): View {
  const actions = cases.map(
    ({ id, name, open }): Action =>
      open > 0 ? goOnAction({ id, compoundName: name }) : { ...finalizeAction(name), subject: id },
  );
  return {
    title: phrases.taken(cases.length, nounsOf(definition)),
    tone: "done",
    body: [
      { kind: "text", text: phrases.takenLead() },
      { kind: "list", items: cases.map((one) => phrases.takenCase(one.name, one)) },
    ],
    // Several cases would have several buttons of one name: these say theirs.
    actions: cases.length === 1 ? actions : actions.map((one) => ({ ...one, label: one.typed })),
  };
}

/** 初评表 as a workbook that comes back filled in. */
export const reviewWorkbookFeature: Feature = {
  commands: [take],
  listeners: forgetCopies(GIVEN, RECEIVED),
  extensions: [extend(filePlaces, async (context, { file, person }) => receive({ ...context, person }, file))],
};
