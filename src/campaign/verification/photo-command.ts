import { cleanLine } from "../../platform/conversation/plain.ts";
import { dayOf } from "../../shared/civil-date.ts";
import { RefusalError } from "../../shared/refusal-error.ts";
import { endingOf } from "../attachment/attachment.ts";
import { withdrawAttachment } from "../attachment/withdraw.ts";
import type { Definition } from "../definition/definition.ts";
import { nounsOf } from "../directory/nouns.ts";
import type { PersonContext } from "../engine/context.ts";
import type { Command } from "../engine/feature.ts";
import { evidenceFileName, evidenceRows } from "../evidence/rules.ts";
import { criterionById } from "../scoring/rubric.ts";
import { cityCase, ON_LEDGER } from "./city-case.ts";
import { SCORES, SHEET_CARD, subjectOf } from "./member-sheet.ts";
import { movePhoto } from "./move-photo.ts";
import { type OwnPhoto, ownPhoto } from "./own-photo.ts";
import { photoPhrases as phrases, photoRefusals as refusals } from "./photo-phrases.ts";
import { photosByRow, photosFor } from "./photos.ts";
import { SEE_PHOTOS } from "./photos-taken.ts";
import { readOnCase } from "./read-on-case.ts";
import { readMove, readPhoto } from "./read-photo.ts";
import { siteNamed } from "./which-site.ts";

/** Sent at once; more are asked for row by row. */
const MOST = 9;
/** Length of a reason in characters. */
const MOST_REASON = 200;

/** 核验照片: the pictures taken on site, of members whose points are final, and one's own. */
const see: Command = {
  ...ON_LEDGER,
  id: SEE_PHOTOS,
  words: phrases.words,
  capability: "verification.see",
  effect: "read",
  onlyIn: "direct",
  help: {
    example: (definition) => phrases.example(nounsOf(definition)),
    purpose: phrases.purpose(),
    step: "verification",
  },
  async handle(context, { subject, verbatim }) {
    const { name, rows } = readOnCase(verbatim);
    const one = await cityCase(context, { subject, words: name });
    const { compoundName } = one.application;
    const own = context.person.staffId;
    const all = (await photosFor(context, one, own)).filter(({ row }) => rows.length === 0 || rows.includes(row));
    if (all.length === 0) throw new RefusalError("verification.no-photos", phrases.none(compoundName));
    for (const photo of all.slice(0, MOST)) {
      const { row: id, type, addedAt, keptHash: hash } = photo;
      const row = criterionById(context.campaign.definition.rubric, id) ?? { id, short: "" };
      // Counted among what is shown: the place in the row would tell of pictures that are not.
      const position = all.filter((other) => other.row === id).indexOf(photo) + 1;
      const named = { row, compound: compoundName, label: undefined, day: dayOf(addedAt), position };
      await context.outbox.sendFile(own, { name: evidenceFileName({ ...named, ending: endingOf(type) }), hash });
    }
    return { reply: phrases.sent(compoundName, Math.min(all.length, MOST), all.length) };
  },
};

const changing = { ...SCORES, effect: "write", onlyIn: "direct" } as const;

const exampleOf = ({ campaign: { definition } }: PersonContext, isMove: boolean): string =>
  (isMove ? phrases.moveExample : phrases.withdrawExample)(nounsOf(definition), exampleRows(definition));

/** The first two rows that are looked at on site. */
const exampleRows = ({ rubric }: Definition): string[] =>
  evidenceRows(rubric)
    .filter(({ seenBy }) => seenBy.includes("site"))
    .slice(0, 2)
    .map(({ id }) => id);

/** @throws {RefusalError} without one, or for a long one */
function requireReason(typed: string, example: string): string {
  const reason = cleanLine(typed);
  if (reason === "") throw new RefusalError("verification.photo-reason", refusals.noReason(example));
  if ([...reason].length > MOST_REASON) throw new RefusalError("verification.photo-reason", refusals.tooLong());
  return reason;
}

/** The sheets of both sites show how many pictures each row has. */
async function refresh(context: PersonContext, { photo }: OwnPhoto, caseIds: readonly string[]): Promise<void> {
  const choices = [...new Set([photo.caseId, ...caseIds])].map((caseId) => ({
    kind: SHEET_CARD,
    subject: subjectOf({ caseId, memberId: photo.entered }),
  }));
  await context.cards.refresh(...choices);
}

const countOf = async (context: PersonContext, caseId: string, row: string): Promise<number> =>
  (await photosByRow(context, { caseId, by: context.person.staffId })).get(row) ?? 0;

/** 改放照片 锦绣花园 3-5 2 到 翠苑小区 3-6 理由：拍错条目 */
const move: Command = {
  ...changing,
  id: "verification.move-photo",
  words: phrases.moveWords,
  help: {
    example: (definition) => phrases.moveExample(nounsOf(definition), exampleRows(definition)),
    purpose: (definition) => phrases.movePurpose(nounsOf(definition)),
    step: "verification",
  },
  async handle(context, { verbatim }) {
    const read = readMove(verbatim);
    if (!read) throw new RefusalError("verification.photo-how", refusals.how(exampleOf(context, true)));
    const { row } = read.to;
    if (!criterionById(context.campaign.definition.rubric, row))
      throw new RefusalError("verification.photo-row", refusals.noRow(row));
    const own = await ownPhoto(context, read.from);
    const { application, photo, position } = own;
    const to = read.to.name === "" ? application : await siteNamed(context, { words: read.to.name }, photo.entered);
    const isSameSite = to.id === application.id;
    if (isSameSite && row === photo.row) throw new RefusalError("verification.photo-there", refusals.samePlace());
    const reason = requireReason(read.reason, exampleOf(context, true));
    await movePhoto(context, own, { caseId: to.id, row, reason });
    await refresh(context, own, [to.id]);
    const target = phrases.target(isSameSite ? undefined : to.compoundName, row);
    const moved = { row: photo.row, position, to: target, count: await countOf(context, to.id, row) };
    return { reply: phrases.moved(application.compoundName, moved) };
  },
};

/** 撤回照片 锦绣花园 3-5 2 理由：拍错条目 */
const withdraw: Command = {
  ...changing,
  id: "verification.withdraw-photo",
  words: phrases.withdrawWords,
  help: {
    example: (definition) => phrases.withdrawExample(nounsOf(definition), exampleRows(definition)),
    purpose: phrases.withdrawPurpose(),
    step: "verification",
  },
  async handle(context, { verbatim }) {
    const read = readPhoto(verbatim);
    if (!read) throw new RefusalError("verification.photo-how", refusals.how(exampleOf(context, false)));
    const own = await ownPhoto(context, read);
    const { application, photo, position } = own;
    await withdrawAttachment(context, { id: photo.id, reason: requireReason(read.reason, exampleOf(context, false)) });
    await refresh(context, own, []);
    const left = await countOf(context, application.id, photo.row);
    return { reply: phrases.withdrawn(application.compoundName, { row: photo.row, position, left }) };
  },
};

export const photoCommands: readonly Command[] = [see, move, withdraw];
