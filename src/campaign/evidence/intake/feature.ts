import { RefusalError } from "../../../shared/refusal-error.ts";
import { attachmentsChanged } from "../../attachment/events.ts";
import type { Context, PersonContext } from "../../engine/context.ts";
import { cardQuestions } from "../../engine/dispatch/extension-points.ts";
import {
  type FilePlace,
  filePlaces,
  filesCollected,
  filesInUse,
  wordsAboutFiles,
} from "../../engine/dispatch/file-places.ts";
import { askWhatFor, droppedFile, takeOffered } from "../../engine/dispatch/offered-files.ts";
import {
  type CardRenderer,
  type Command,
  type CommandOutcome,
  type CommandRequest,
  extend,
  type Feature,
  redrawOn,
} from "../../engine/feature.ts";
import { FILES_EVIDENCE, liveCases } from "../cases.ts";
import { evidencePhrases as phrases } from "../phrases.ts";
import { takesEvidence } from "../rules.ts";
import { burstQuestions } from "./cancel.ts";
import { burstChanged } from "./events.ts";
import { cannotKeep } from "./make-kept.ts";
import { changeBurst, ownBurst, shown } from "./own-burst.ts";
import { type Placing, placeBurst } from "./place-burst.ts";
import { collectDropped, collectFile, isPictorial, takeWords } from "./receive.ts";
import { filesOf, filesWaiting } from "./store.ts";
import { BURST_CARD, burstView, CHOOSE_CASE, CHOOSE_ROW, MORE_ROWS, OTHER_USE } from "./views.ts";

export const own = {
  ...{ capability: FILES_EVIDENCE, effect: "write", onlyIn: "direct", offeredWhen: takesEvidence },
} as const satisfies Partial<Command>;

const ASKED = ["asking", "moving"] as const;

/** Subject: the burst and the choice, with a slash between. */
async function choose(
  context: PersonContext,
  { subject = "" }: CommandRequest,
  placing: (choice: string) => Placing,
): Promise<CommandOutcome> {
  const [id = "", choice = ""] = subject.split("/");
  await placeBurst(context, { id }, placing(choice));
  return { changed: true };
}

const chooseCase: Command = {
  ...own,
  id: CHOOSE_CASE,
  handle: (context, request) => choose(context, request, (caseId) => ({ caseId })),
};

const chooseRow: Command = {
  ...own,
  id: CHOOSE_ROW,
  handle: (context, request) => choose(context, request, (row) => ({ row })),
};

const moreRows: Command = {
  ...own,
  id: MORE_ROWS,
  words: [phrases.more()],
  async handle(context, { subject }) {
    const burst = await ownBurst(context, subject, { states: ASKED, what: phrases.choose() });
    await changeBurst(context, burst, { page: burst.page + 1 });
    return shown(context, burst, { subject });
  },
};

/** Asks what the only file of a burst is for besides evidence. */
const otherUse: Command = {
  ...own,
  id: OTHER_USE,
  words: [phrases.otherUse()],
  async handle(context, { subject }) {
    const burst = await ownBurst(context, subject, { states: ["asking"], what: phrases.choose() });
    const [file] = await filesOf(context.tx, burst);
    const dropped = file && (await droppedFile(context, file.draftId));
    if (dropped) await askWhatFor(context, dropped);
    return {};
  },
};

/** Takes a dropped paper as evidence. */
const takeFile: Command = {
  ...own,
  id: "evidence.take-file",
  words: [phrases.takeFile()],
  async handle(context, { verbatim }) {
    const file = await takeOffered(context, verbatim);
    const refused = isPictorial(file) ? undefined : cannotKeep(await context.files.get(file.hash), file.name);
    if (refused !== undefined)
      throw new RefusalError("evidence.cannot-keep", phrases.notEvidenceOf(file.name, refused));
    await collectDropped(context, file);
    return {};
  },
};

const placeOf = extend(filePlaces, async (context, { file, person }): Promise<FilePlace | undefined> => {
  if (isPictorial(file) || (await liveCases({ ...context, person })).length === 0) return undefined;
  const refused = cannotKeep(await context.files.get(file.hash), file.name);
  // What would be refused afterwards is not offered.
  if (refused !== undefined) return { note: phrases.notEvidence(refused) };
  const typed = phrases.typedFile(file.name);
  return { action: { id: takeFile.id, label: phrases.takeFile(), typed, look: "default" } };
});

/** Bursts with files at the place, or asked about for the case. */
async function burstsAt(
  { caseId, place }: { caseId?: string; place: string },
  { tx, campaign }: Context,
): Promise<string[]> {
  if (caseId === undefined) return [];
  const bursts = await tx.$queryRaw<{ id: string }[]>`
    select b.id from evidence_burst b where b.campaign_id = ${campaign.id}
      and ((b.case_id = ${caseId} and b.state in ('asking', 'moving')) or exists (
      select 1 from evidence_file f join attachment a on a.id = f.attachment_id
      where f.burst_id = b.id and a.case_id = ${caseId} and a.place = ${place}))`;
  return bursts.map(({ id }) => id);
}

const renderer: CardRenderer = {
  kind: BURST_CARD,
  redrawOn: [redrawOn(burstChanged, ({ id }) => [id]), redrawOn(attachmentsChanged, burstsAt)],
  render: (context, { subject }) => burstView(context, subject),
};

/** Files on their way to a row: collected, made into what is kept, asked about once. */
export const intakeFeature: Feature = {
  commands: [chooseCase, chooseRow, moreRows, otherUse, takeFile],
  renderers: [renderer],
  extensions: [
    extend(wordsAboutFiles, (_, message) => takeWords(message)),
    extend(filesCollected, (_, file) => collectFile(file)),
    extend(filesInUse, ({ tx }, { hashes }) => filesWaiting(tx, hashes)),
    placeOf,
    extend(cardQuestions, (_, { asked }) => burstQuestions(asked)),
  ],
};
