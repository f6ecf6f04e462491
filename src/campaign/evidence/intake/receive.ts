import { randomUUID } from "node:crypto";
import { orderNow } from "../../../platform/chat/inbox/message-order.ts";
import type { PersonalRef } from "../../../platform/journal/personal-value.ts";
import type { Application } from "../../application/application.ts";
import { findApplication } from "../../application/find-application.ts";
import { annexWords } from "../../application/requirements/views.ts";
import { nounsOf } from "../../directory/nouns.ts";
import type { PersonContext } from "../../engine/context.ts";
import type { CollectedFile, FileMessage } from "../../engine/dispatch/file-places.ts";
import { keepDropped, type OfferedFile } from "../../engine/dispatch/offered-files.ts";
import { criterionById } from "../../scoring/rubric.ts";
import { liveCases, mentionedCase, namedCase, withdrawnCases } from "../cases.ts";
import { evidencePhrases as phrases } from "../phrases.ts";
import { caseOfPoints, namesSeveralRows, type ReadRow, readRowWords } from "../row-words.ts";
import { evidenceRows, exampleRow, isOfAnswers } from "../rules.ts";
import { answerRow, isAnswering } from "./answer-row.ts";
import { type Burst, isRowAwaited, ROW_SAID_MS } from "./burst.ts";
import { closedRow } from "./closed-row.ts";
import { asksOfKept } from "./kept-file.ts";
import { answerOtherRow } from "./other-row.ts";
import { placeBurst } from "./place-burst.ts";
import { burstsOf, rowsSaid } from "./store.ts";
import { BURST_CARD } from "./views.ts";

const PICTURE_NAME = /\.(?:jpe?g|png|gif|webp|bmp|hei[cf]|svg|mp4|mov)$/i;

/** Pictures and films, also those sent as files. */
export const isPictorial = ({ kind, name }: { kind: string; name: string }): boolean =>
  kind === "picture" || kind === "video" || (kind === "file" && PICTURE_NAME.test(name));

/** Takes a dropped paper that was chosen as evidence into the person's burst. */
export async function collectDropped(context: PersonContext, { codes, ...file }: OfferedFile): Promise<void> {
  const draftId = await keepDropped(context, { ...file, opened: { kind: "scan", codes } });
  const received = { at: new Date(), order: await orderNow(context.tx, context.now) };
  if (draftId !== undefined) await addFile(context, { hash: file.hash, draftId, received, said: {} });
}

interface Said {
  row?: string;
  caseId?: string;
  label?: PersonalRef;
}

/** Puts a file without words into the person's burst; others than pictures only while a row waits for files. */
export async function collectFile({ context, file, draftId, received }: CollectedFile): Promise<true | undefined> {
  // What comes while a district's work is done for it is not the person's own.
  if (context.person.roles.some(({ onBehalf }) => onBehalf)) return undefined;
  if ((await liveCases(context)).length === 0) return undefined;
  const owner = { campaignId: context.campaign.id, person: context.person.staffId };
  if (!isPictorial(file)) {
    const said = await rowsSaid(context.tx, owner, waitingSince(received.at));
    if (!isRowAwaited(said)) return undefined;
  }
  await addFile(context, { hash: file.hash, draftId, received, said: {} });
  return true;
}

/** A row that was said beside files, or alone: 3-5, 翠苑三区 3-5 东门. Other words beside pictures are what they show. */
export async function takeWords(message: FileMessage): Promise<true | undefined> {
  const { context, text, files, isCommand, received } = message;
  if (isCommand) return undefined;
  const rows = evidenceRows(context.campaign.definition.rubric).map(({ id }) => id);
  const read = readRowWords(text, rows);
  const name = read.kind === "row" ? read.words.caseName : "";
  const live = await liveCases(context);
  // 这个是翠苑三区的照片放一之二: the name stands within the words.
  const mayMention = files.length > 0 || SPEAKS_OF_FILES.test(text);
  const find = (among: readonly Application[]) =>
    (read.kind === "row" ? namedCase(context, among, name) : undefined) ??
    (mayMention ? mentionedCase(among, text) : undefined);
  const isNamed = read.kind !== "row" || name !== "";
  const found = isNamed ? find(live) : undefined;
  const withdrawn = isNamed && !found ? find(await withdrawnCases(context)) : undefined;
  if (withdrawn) return refuseWithdrawn(message, withdrawn);
  if (live.length === 0) return undefined;
  if (files.length === 0 && (await answerOtherRow(context, live, text))) return true;
  if (files.length === 0 && read.kind === "none" && (await refusePoints(message, live))) return true;
  const words = read.kind === "row" && (name === "" || found) ? read.words : undefined;
  if (files.length > 0) {
    if (!files.every(isPictorial) && read.kind === "none") return undefined;
    if (read.kind === "unknown") await context.reply(phrases.unknownRow(read.row));
    if (read.kind === "row" && !words) await context.reply(phrases.unknownCase(name));
    const isSeveral = read.kind === "none" && namesSeveralRows(text);
    if (isSeveral) await context.reply(phrases.severalRows());
    if (words && (await refuseClosed(message, { row: words.row, caseId: found?.id }))) return true;
    const isWithin = words !== undefined && found !== undefined && !isNameAlone(name, found);
    const label = (read.kind === "none" && !isSeveral) || isWithin ? text : words?.label;
    return takeFiles(message, await saidOf(context, { row: words?.row, label, caseId: found?.id }));
  }
  if (!words && (await asksOfKept(context, text))) return true;
  if (!words) return askUnread(message, { live, read });
  if (isOfAnswers(words.label)) {
    if (await isAnswering(context)) return undefined;
    await context.reply(phrases.notFiled(text.trim(), annexWords(context), found?.compoundName));
    return true;
  }
  const said = await saidOf(context, { ...words, caseId: found?.id });
  return answerRow(context, { ...said, all: words.all === true }, received);
}

/** 东方 1-5 where two are called so, 江滨 3-5 3-6 3-8: asked about, instead of left for what is said next. */
async function askUnread(
  { context, text }: FileMessage,
  { live, read }: { live: readonly Application[]; read: ReadRow },
): Promise<true | undefined> {
  const { campaign, person } = context;
  const waiting = await burstsOf(context.tx, { campaignId: campaign.id, person: person.staffId }, ["asking"]);
  if (read.kind === "row") {
    const { caseName, row, label } = read.words;
    const { case: noun } = nounsOf(campaign.definition);
    const found = findApplication(live, caseName, { noun });
    if ([...caseName].length < SHORTEST_NAME || found.kind !== "several" || isOfAnswers(label)) return undefined;
    if (waiting.length === 0 && (await isAnswering(context))) return undefined;
    await context.reply(phrases.whichCase(caseName, row, found.names, label));
    return true;
  }
  if (read.kind === "none" && waiting.length === 1 && NAME_ALONE.test(text.trim()))
    return nameOf(context, waiting, live, text);
  if (read.kind !== "none" || waiting.length === 0 || !ROWS_ALONE.test(text.normalize("NFKC"))) return undefined;
  if (await isAnswering(context)) return undefined;
  const name = mentionedCase(live, text)?.compoundName;
  await context.reply(phrases.oneRow([name ?? [], exampleRow(campaign.definition)].flat().join(" ")));
  return true;
}

/** 名苑, while it is asked where one sending of files goes: the case that they are for. */
async function nameOf(
  context: PersonContext,
  [burst]: readonly Burst[],
  live: readonly Application[],
  text: string,
): Promise<true | undefined> {
  const named = namedCase(context, live, text.trim());
  if (!burst || !named || named.id === burst.caseId || (await isAnswering(context))) return undefined;
  await placeBurst(context, burst, { caseId: named.id });
  await context.cards.show(context.person.staffId, { kind: BURST_CARD, subject: burst.id });
  return true;
}

const NAME_ALONE = /^\p{Script=Han}{2,12}$/u;
/** In characters. */
const SHORTEST_NAME = 2;
/** 江滨 3-5 3-6 3-8: nothing but a name and rows. */
const ROWS_ALONE = /^\s*\p{Script=Han}{0,12}\s*\d{1,2}-\d{1,2}(?:[\s、,，和]+\d{1,2}-\d{1,2})+\s*$/u;

const SPEAKS_OF_FILES = /照片|图片|材料|视频|文件|归入|归到|放[在到]/u;

const isNameAlone = (said: string, { compoundName }: Application): boolean =>
  compoundName.normalize("NFKC").includes(said) || said.length <= compoundName.length;

/** 翠苑三区 3-5 4, with no sheet open: where it can be said. */
async function refusePoints({ context, text }: FileMessage, live: readonly Application[]): Promise<boolean> {
  const name = caseOfPoints(text);
  const found = name === undefined ? undefined : namedCase(context, live, name);
  if (!found || (await isAnswering(context))) return false;
  await context.reply(phrases.notFiled(text.trim(), annexWords(context), found.compoundName));
  return true;
}

async function refuseWithdrawn({ context, files }: FileMessage, { compoundName }: Application): Promise<true> {
  for (const file of files) await keepDropped(context, file);
  await context.reply(phrases.withdrawnCase(compoundName));
  return true;
}

/** A row that is closed is refused when it is said, not once everything is ready. */
async function refuseClosed(
  { context, files }: FileMessage,
  said: { row?: string | undefined; caseId?: string | undefined },
): Promise<boolean> {
  const refused = await closedRow(context, said, files.length);
  if (!refused) return false;
  for (const file of files) await keepDropped(context, file);
  await context.reply(refused);
  return true;
}

async function takeFiles({ context, files, received }: FileMessage, said: Said): Promise<true> {
  for (const file of files) {
    const draftId = await keepDropped(context, file);
    if (draftId !== undefined) await addFile(context, { hash: file.hash, draftId, received, said });
  }
  if (said.row === undefined) return true;
  // What follows in the same burst goes there too, but shows something else.
  const { id: campaignId } = context.campaign;
  const which = { campaignId, person: context.person.staffId, row: said.row, caseId: said.caseId ?? null };
  await context.tx.evidenceRowSaid.create({ data: { ...which, message: received.order, saidAt: received.at } });
  return true;
}

/** What was said, with its words kept apart. */
export async function saidOf(
  { personal }: PersonContext,
  { row, label = "", caseId }: Partial<Record<"row" | "label" | "caseId", string | undefined>>,
): Promise<Said> {
  return {
    ...(row === undefined ? {} : { row }),
    ...(caseId === undefined ? {} : { caseId }),
    ...(label === "" ? {} : { label: await personal.store(label) }),
  };
}

const waitingSince = (now: Date): Date => new Date(now.getTime() - ROW_SAID_MS);

interface Added {
  hash: string;
  draftId: string;
  received: FileMessage["received"];
  said: Said;
}

/** The first file of a burst is acknowledged at once, unless the person was told before it. */
async function addFile(context: PersonContext, { hash, draftId, received, said }: Added): Promise<void> {
  const { tx, campaign, person } = context;
  const owner = { campaignId: campaign.id, person: person.staffId };
  // Pictures and words of one person are worked on side by side.
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`evidence ${person.staffId}`}, 4))`;
  const { burst, isNew } = await currentBurst(context, new Date(), said.caseId);
  await tx.evidenceFile.create({
    data: {
      ...{ burstId: burst.id, campaignId: campaign.id, draftId, receivedHash: hash, message: received.order },
      ...{ row: said.row ?? null, state: "new" },
      ...(said.label ? { label: { ...said.label } } : {}),
    },
  });
  if (said.caseId !== undefined)
    await tx.evidenceBurst.update({ where: { id: burst.id }, data: { caseId: said.caseId } });
  if (!isNew) return;
  const before = await rowsSaid(tx, owner, waitingSince(received.at));
  const { definition } = campaign;
  const row = criterionById(definition.rubric, said.row ?? "");
  if (!isRowAwaited(before)) await context.reply(phrases.received(row, exampleRow(definition)));
}

/**
 * The burst that the file belongs to; locked, so that it is not concluded meanwhile. With another case than the files
 * before were said to be for, a new one begins and theirs is over.
 */
async function currentBurst(
  { tx, campaign, person, now: lastFileClock }: PersonContext,
  lastFileAt: Date,
  caseId: string | undefined,
): Promise<{ burst: Pick<Burst, "id">; isNew: boolean }> {
  const owner = { campaignId: campaign.id, person: person.staffId };
  const [last] = await burstsOf(tx, owner, ["collecting"]);
  const isOther = caseId !== undefined && last !== undefined && last.caseId !== null && last.caseId !== caseId;
  if (isOther) await tx.evidenceBurst.updateMany({ where: { id: last.id }, data: { lastFileAt: new Date(0) } });
  const open = isOther ? undefined : last;
  const { count } = await tx.evidenceBurst.updateMany({
    where: { id: open?.id ?? "", state: "collecting" },
    data: { lastFileAt, lastFileClock },
  });
  if (open && count === 1) return { burst: open, isNew: false };
  // Whoever sends something else does not move the last files any more.
  await tx.evidenceBurst.updateMany({
    where: { ...owner, state: "moving" },
    data: { state: "filed", movingRow: null },
  });
  const id = randomUUID();
  await tx.evidenceBurst.create({
    data: { id, ...owner, state: "collecting", startedAt: lastFileAt, lastFileAt, lastFileClock },
  });
  return { burst: { id }, isNew: true };
}
