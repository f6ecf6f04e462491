import { textView } from "../../platform/chat/view.ts";
import { cleanLine } from "../../platform/conversation/plain.ts";
import type { CivilDate } from "../../shared/civil-date.ts";
import { RefusalError } from "../../shared/refusal-error.ts";
import { giveAttachment } from "../attachment/give.ts";
import type { PersonContext } from "../engine/context.ts";
import { takeOffered } from "../engine/dispatch/offered-files.ts";
import type { Command, CommandOutcome } from "../engine/feature.ts";
import { daysIn } from "../public-notice/form.ts";
import { journalLook } from "../verification/journal-look.ts";
import { dayValue, RESULT_FIELD, RESULT_FORM, SENT_FORM, textValue } from "./form.ts";
import { provincialPhrases as phrases, provincialRefusals as refusals } from "./phrases.ts";
import { reportPhrases } from "./phrases-report.ts";
import { filePaper, provincialPapers, recordResult, recordSent } from "./record.ts";
import { reportDocument } from "./report.ts";
import { hasProvince, readSent } from "./rules.ts";
import { shownItems } from "./shown.ts";
import { provincialVersions } from "./store.ts";

export const PAPER = "provincial-recommendation.paper";
/** Of a document number and of who signed, in characters. */
const MOST = 60;
const MOST_RESULT = 300;

/** What comes of it may come after the campaign's end. */
const part = {
  capability: "publication.publish",
  onlyIn: "direct",
  step: "publication",
  whenClosed: true,
  offeredWhen: hasProvince,
} as const;

const done = (version: number, sentence: string): CommandOutcome => ({
  reply: textView(phrases.title(version), sentence, { tone: "done" }),
  toast: sentence,
  changed: true,
});

interface Sent {
  sentOn: CivilDate | undefined;
  documentNumber?: string;
  signedFor?: string;
}

async function record(context: PersonContext, { sentOn, ...rest }: Sent): Promise<CommandOutcome> {
  if (sentOn === undefined) throw new RefusalError("provincial-recommendation.no-day", refusals.noDay());
  if ([rest.documentNumber, rest.signedFor].some((one) => one !== undefined && [...one].length > MOST))
    throw new RefusalError("provincial-recommendation.too-long", refusals.tooLong(MOST));
  const version = await recordSent(context, { sentOn, ...rest });
  return done(version, phrases.recordedSent(version));
}

const sentByWords: Command = {
  ...part,
  id: "provincial-recommendation.sent",
  words: [phrases.sentWord()],
  effect: "write",
  help: {
    ...{ example: phrases.sentExample(), purpose: phrases.sentPurpose(), step: "publication", withoutButton: true },
  },
  async handle(context, { verbatim }) {
    const { day, ...rest } = readSent(verbatim);
    return record(context, { sentOn: daysIn(context, day)[0], ...rest });
  },
};

const sentByForm: Command = {
  ...part,
  id: SENT_FORM,
  effect: "write",
  async handle(context, { values }) {
    const [documentNumber, signedFor] = ["documentNumber", "signedFor"].map((name) =>
      cleanLine(textValue(values, name)),
    );
    return record(context, {
      sentOn: dayValue(values, "sentOn"),
      ...(documentNumber ? { documentNumber } : {}),
      ...(signedFor ? { signedFor } : {}),
    });
  },
};

async function saveResult(context: PersonContext, typed: string): Promise<CommandOutcome> {
  const result = cleanLine(typed);
  if (result === "") throw new RefusalError("provincial-recommendation.no-result", refusals.noResult());
  if ([...result].length > MOST_RESULT)
    throw new RefusalError("provincial-recommendation.result-too-long", refusals.resultTooLong(MOST_RESULT));
  const version = await recordResult(context, result);
  return done(version, phrases.recordedResult(version));
}

const resultByWords: Command = {
  ...part,
  id: "provincial-recommendation.result",
  words: [phrases.resultWord()],
  effect: "write",
  help: {
    ...{ example: phrases.resultExample(), purpose: phrases.resultPurpose(), step: "publication", withoutButton: true },
  },
  handle: (context, { verbatim }) => saveResult(context, verbatim),
};

const resultByForm: Command = {
  ...part,
  id: RESULT_FORM,
  effect: "write",
  handle: (context, { values }) => saveResult(context, textValue(values, RESULT_FIELD)),
};

/** 向省推荐报告: the draft in Word, of the newest version that is not superseded. */
const text: Command = {
  ...part,
  id: "provincial-recommendation.report",
  words: [phrases.textWord()],
  or: ["publication.approve", "journal.see"],
  effect: "read",
  help: { example: phrases.textWord(), purpose: phrases.textPurpose(), step: "publication" },
  async handle(context) {
    const { tx, campaign, files, outbox, person } = context;
    await journalLook(context, "provincial-recommendation.report-seen");
    const versions = await provincialVersions(tx, campaign.id);
    const version = versions.findLast(({ state }) => state === "approved");
    if (!version) throw new RefusalError("provincial-recommendation.not-approved", refusals.notApproved());
    const papers = (await provincialPapers(context)).length;
    const hash = await files.put(await reportDocument(context, await shownItems(context, version), papers));
    await context.reply(textView(phrases.title(version.version), phrases.textSent()));
    await outbox.sendFile(person.staffId, { name: reportPhrases.fileName(), hash });
    return {};
  },
};

/** 向省推荐材料: the file that was dropped last, or the one named. */
const paper: Command = {
  ...part,
  id: PAPER,
  // A dropped file is kept in a running campaign only.
  whenClosed: false,
  words: [phrases.paperWord()],
  effect: "write",
  help: { example: phrases.paperWord(), purpose: phrases.paperPurpose(), step: "publication", withoutButton: true },
  async handle(context, { verbatim }) {
    const { again, count } = await filePaper(context, await takeOffered(context, verbatim.trim()));
    const sentence = again ? phrases.filedAgain() : phrases.filed(count);
    return done(0, sentence);
  },
};

const seePapers: Command = {
  ...part,
  id: "provincial-recommendation.see-papers",
  words: [phrases.seePapersWord()],
  or: ["publication.approve", "journal.see"],
  effect: "read",
  async handle(context) {
    await journalLook(context, "provincial-recommendation.papers-seen");
    const papers = await provincialPapers(context);
    if (papers.length === 0) throw new RefusalError("provincial-recommendation.no-papers", refusals.noPapers());
    await context.reply(textView(phrases.papersLabel(), phrases.papersSent(papers.length)));
    for (const [at, one] of papers.entries()) {
      await giveAttachment(context, one, { name: phrases.paperName(at + 1), reported: true });
    }
    return {};
  },
};

export const recordCommands: readonly Command[] = [
  sentByWords,
  sentByForm,
  resultByWords,
  resultByForm,
  text,
  paper,
  seePapers,
];
