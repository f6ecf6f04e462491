import { z } from "zod";
import type { ReceivedFile } from "../../../platform/chat/dispatcher.ts";
import type { Draft } from "../../../platform/conversation/drafts.ts";
import type { Database } from "../../../platform/storage/database.ts";
import { RefusalError } from "../../../shared/refusal-error.ts";
import type { Member } from "../../directory/member.ts";
import { acceptedActions } from "../accepted-view.ts";
import type { PersonContext } from "../context.ts";
import { inContext, type Services } from "../make-context.ts";
import {
  type CollectedFile,
  type FileMessage,
  type FilePlace,
  filePlaces,
  filesCollected,
  filesInUse,
  wordsAboutFiles,
} from "./file-places.ts";
import { dispatchPhrases } from "./phrases.ts";

/** Kind of the draft that keeps a dropped file; its subject is the person. */
const OFFER = "dispatch.file";
/** Kind of the draft that keeps a file until it is deleted. */
const DISCARDED = "dispatch.discarded-file";
/** A file that goes nowhere is deleted after this time. Machine time. */
export const KEPT_HOURS = 24;

const offered = z.object({
  file: z.object({
    kind: z.enum(["file", "picture", "audio", "video"]),
    name: z.string(),
    hash: z.string(),
    size: z.number(),
    codes: z.array(z.string()).default([]),
  }),
});

/** A dropped file, with the texts of the QR codes that are on it. */
export type OfferedFile = z.infer<typeof offered>["file"];

const fileOf = ({ body }: Draft): OfferedFile => offered.parse(body).file;

/**
 * Asks what a file is for that nobody asked for, naming the places where it can go; one that a part knows by what it holds
 * is shown by that part and goes nowhere else. It is kept for {@link KEPT_HOURS}. In a group no files are taken.
 */
export async function offerFiles(
  context: PersonContext,
  files: readonly ReceivedFile[],
  received: FileMessage["received"],
): Promise<void> {
  if (context.place === "group") {
    for (const file of files) await discardLater(context, file);
    return context.reply(dispatchPhrases.noFilesInGroups());
  }
  for (const file of files) {
    const draftId = await keepDropped(context, file);
    if (draftId === undefined) continue;
    const places = await placesFor(context, file);
    const known = places.find(({ recognised }) => recognised !== undefined)?.recognised;
    if (known) await context.reply(known);
    else if (
      places.some(({ note }) => note !== undefined) ||
      !(await isCollected({ context, received, file, draftId }))
    )
      await context.reply(dispatchPhrases.whatIsFileFor(file, places, KEPT_HOURS));
  }
}

/** Places that take it now: after 公布 none of a case that is still filled in. */
async function placesFor(context: PersonContext, file: ReceivedFile): Promise<FilePlace[]> {
  const places = await context.contributions(filePlaces, { file, person: context.person });
  const isAccepted = await acceptedActions(context);
  return places.filter(({ action, recognised }) => [action ?? [], recognised?.actions ?? []].flat().every(isAccepted));
}

/** Whether a part takes the words, with what is beside them, as saying where files go. Groups deliver no files. */
export const isAboutFiles = async (message: FileMessage): Promise<boolean> =>
  message.context.place === "direct" && (await message.context.contributions(wordsAboutFiles, message)).length > 0;

const isCollected = async (input: CollectedFile): Promise<boolean> =>
  (await input.context.contributions(filesCollected, input)).length > 0;

/**
 * Keeps a dropped file for {@link KEPT_HOURS}.
 * @returns the draft that keeps it; undefined for one that is refused, which the person is told
 */
export async function keepDropped(context: PersonContext, received: ReceivedFile): Promise<string | undefined> {
  const { person, drafts } = context;
  const { opened, ...rest } = received;
  if (opened?.kind === "refused") {
    if (rest.hash !== "") await context.files.erase(rest.hash);
    await context.reply(dispatchPhrases.fileRefused(rest.name, opened.sentence));
    return undefined;
  }
  const file = { ...rest, codes: opened?.kind === "scan" ? opened.codes : [] };
  const draft = await drafts.start({
    ...{ kind: OFFER, subject: person.staffId, startedBy: person.staffId, body: { file } },
  });
  return draft.id;
}

/** Asks what a kept file is for, as if it had just been dropped. */
export async function askWhatFor(context: PersonContext, { codes, ...file }: OfferedFile): Promise<void> {
  const received: ReceivedFile = { ...file, opened: { kind: "scan", codes } };
  const places = await placesFor(context, received);
  await context.reply(dispatchPhrases.whatIsFileFor(received, places, KEPT_HOURS));
}

/**
 * The dropped file that the draft keeps.
 * @param take it goes to its place now
 * @returns undefined if it has gone somewhere else, or was deleted
 */
export async function droppedFile(
  { drafts }: Pick<PersonContext, "drafts">,
  draftId: string,
  { take = false }: { take?: boolean } = {},
): Promise<OfferedFile | undefined> {
  const draft = await drafts.read(draftId);
  if (draft?.kind !== OFFER || draft.state !== "open") return undefined;
  if (take) await drafts.save(draft, { state: "done" });
  return fileOf(draft);
}

/** The dropped files that have gone nowhere yet, the last first. */
export async function keptFiles({ drafts, person }: PersonContext): Promise<OfferedFile[]> {
  return (await drafts.unfinished({ kind: OFFER, subject: person.staffId })).map(fileOf);
}

/**
 * The dropped file that goes to its place: the named one, or the last.
 *
 * @param name of the file, or its hash
 * @throws {RefusalError} if none is kept
 */
export async function takeOffered({ drafts, person }: PersonContext, name: string): Promise<OfferedFile> {
  const kept = await drafts.unfinished({ kind: OFFER, subject: person.staffId });
  const draft = name === "" ? kept[0] : kept.find((one) => [fileOf(one).name, fileOf(one).hash].includes(name));
  if (!draft) throw new RefusalError("dispatch.no-file-kept", dispatchPhrases.noFileKept(name, KEPT_HOURS));
  await drafts.save(draft, { state: "done" });
  return fileOf(draft);
}

/** Deletes a file after {@link KEPT_HOURS}, unless a part keeps it then. */
export async function discardLater(
  { drafts, person }: Pick<PersonContext, "drafts"> & { person: Pick<Member, "staffId"> },
  received: ReceivedFile,
): Promise<void> {
  const { opened: _, ...file } = received;
  await drafts.start({ kind: DISCARDED, subject: person.staffId, startedBy: person.staffId, body: { file } });
}

/** Deletes the dropped files that went nowhere, and those that were discarded. */
export async function purgeOfferedFiles(database: Database, services: Services, now: Date): Promise<void> {
  const due = await database.query<{ id: string; campaign: string }>(
    `select id, campaign_id as campaign from draft where kind = any($1) and state = 'open'
     and updated_at < now() - make_interval(hours => $2)`,
    [[OFFER, DISCARDED], KEPT_HOURS],
  );
  for (const { id, campaign: campaignId } of due) {
    const campaign = services.campaigns.byId(campaignId);
    if (campaign)
      await database.inTransaction((tx) =>
        inContext(tx, { campaign, now }, services, async (context) => {
          const draft = await services.drafts.read(tx, id);
          if (draft?.state !== "open") return;
          const { hash } = fileOf(draft);
          await services.drafts.save(tx, draft, { state: "dropped" });
          const used = (await context.contributions(filesInUse, { hashes: [hash] })).flat();
          if (!used.includes(hash)) await services.files.erase(hash);
        }),
      );
  }
}
