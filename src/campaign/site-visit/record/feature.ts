import { z } from "zod";
import { type Action, textView } from "../../../platform/chat/view.ts";
import { RefusalError } from "../../../shared/refusal-error.ts";
import { readCheckNumber, shownCheckNumber } from "../../application/check-number.ts";
import { isAssigned, mayMember } from "../../directory/member.ts";
import { nounsOf } from "../../directory/nouns.ts";
import { districtScope } from "../../directory/scope.ts";
import type { PersonContext } from "../../engine/context.ts";
import { type FilePlace, filePlaces } from "../../engine/dispatch/file-places.ts";
import { keptFiles, type OfferedFile, takeOffered } from "../../engine/dispatch/offered-files.ts";
import { type Command, type CommandOutcome, dialogue, extend, type Feature } from "../../engine/feature.ts";
import { whenOf } from "../arranging.ts";
import { siteNamed, sitesNamed } from "../names.ts";
import { inOrder } from "../own-view.ts";
import { visitRefusals } from "../phrases.ts";
import { readArrangement } from "../read-arrangement.ts";
import { type Site, sitesToVisit } from "../sites.ts";
import { fileRecord, type RecognisedRecord, recordWithNumber, requireRecord } from "./file-record.ts";
import { recordDocument } from "./make.ts";
import { numbersOnRecord } from "./number.ts";
import { recordPhrases as phrases } from "./phrases.ts";
import { giveRecords, withdrawRecord } from "./signed-copies.ts";

const FILE = "site-visit.file-record";
/** What is waited for: the check number of a kept file. */
const NUMBER = "site-visit.record-number";

const print: Command = {
  id: "site-visit.print-record",
  words: phrases.words,
  capability: "verification.see",
  effect: "read",
  onlyIn: "direct",
  step: "verification",
  help: {
    example: (definition) => phrases.example(nounsOf(definition)),
    purpose: phrases.purpose(),
    step: "verification",
  },
  async handle(context, { verbatim }) {
    const { sites, part } = await sitesToPrint(context, verbatim);
    const hash = await context.files.put(await recordDocument(context, sites));
    const name = phrases.fileName(part);
    const send = () => context.outbox.sendFile(context.person.staffId, { name, hash });
    const reason = `${name} ${hash}`;
    await context.withJournal({ action: "site-visit.record-printed", reason, whenClosed: true }, send);
    return { reply: textView(phrases.word(), phrases.printed(sites.length)) };
  },
};

/**
 * The named sites, or those of a day, as far as the person verifies or oversees them.
 * @throws {RefusalError} if none is named, or one is not the person's
 */
export async function sitesToPrint(
  context: PersonContext,
  typed: string,
): Promise<{ sites: readonly Site[]; part: string }> {
  const { definition } = context.campaign;
  const [line, ...more] = readArrangement(typed, whenOf(context));
  if (!line || more.length > 0) throw new RefusalError("site-visit.record", phrases.nothing(nounsOf(definition)));
  const seesAll = districtScope(definition, context.person, "verification.see") === "all";
  const isOwn = ({ application }: Site) => seesAll || isAssigned(context.person, application.id);
  if (line.names.length > 0) {
    const sites = await sitesNamed(context, line.names);
    const foreign = sites.find((site) => !isOwn(site));
    if (foreign) throw new RefusalError("site-visit.record", phrases.notYours(foreign.application.compoundName));
    return { sites, part: sites.map(({ application }) => application.compoundName).join("、") };
  }
  const { day } = line;
  if (day === undefined) throw new RefusalError("site-visit.record", phrases.nothing(nounsOf(definition)));
  const sites = (await sitesToVisit(context))
    .filter((site) => site.visit?.day === day && isOwn(site))
    .toSorted(inOrder);
  if (sites.length === 0) throw new RefusalError("site-visit.record", phrases.nothingThatDay(day));
  return { sites, part: phrases.dayPart(day) };
}

/** 归档记录表: a dropped scan is filed at the visit whose number is on it; without one the number is asked for. */
const file: Command = {
  id: FILE,
  words: phrases.fileWords,
  capability: "verification.score",
  or: "verification.assign",
  effect: "write",
  onlyIn: "direct",
  step: "verification",
  async handle(context, { verbatim }) {
    const typed = verbatim.trim();
    const said = readCheckNumber(typed);
    const kept = (await keptFiles(context)).find(({ name, codes }) =>
      said === undefined ? name === typed : numbersOnRecord(codes).includes(said),
    );
    if (kept) return fileKept(context, kept, { said });
    const [last] = await keptFiles(context);
    if (said !== undefined || typed === "" || !last) return fileKept(context, last, { said });
    return fileKept(context, last, { said, wanted: await siteNamed(context, typed) });
  },
};

/**
 * @param said the number that was typed
 * @param wanted the site that was named: a record of another site is refused
 */
async function fileKept(
  context: PersonContext,
  kept: OfferedFile | undefined,
  { said, wanted }: { said?: string | undefined; wanted?: Site | undefined },
): Promise<CommandOutcome> {
  const [onIt] = numbersOnRecord(kept?.codes ?? []);
  const number = onIt ?? said;
  const hash = kept?.hash ?? "";
  if (kept && number === undefined && !wanted) {
    await context.dialogue.open(NUMBER, { hash });
    return { reply: phrases.askNumber() };
  }
  const found =
    number === undefined && wanted ? visitOf(wanted) : requireRecord(await recordWithNumber(context, number ?? ""));
  const { application } = found;
  if (wanted && wanted.application.id !== application.id) {
    const sentence = phrases.otherSite(application.compoundName, wanted.application.compoundName);
    throw new RefusalError("site-visit.other-site", sentence);
  }
  const { count, again, day } = await fileRecord(context, found, await takeOffered(context, hash));
  const name = application.compoundName;
  const text = again ? phrases.filedAgain(name) : phrases.filed(name, count, day);
  return { reply: textView(phrases.word(), text, { tone: "done" }), toast: text, changed: true };
}

/** Without a number on it, the named site's visit. @throws {RefusalError} if none is arranged */
function visitOf({ application, visit }: Site): RecognisedRecord {
  if (!visit) throw new RefusalError("site-visit.record", phrases.notTaken(application.compoundName));
  return { application, printed: visit, visit };
}

/** 查看记录表 锦绣花园: the signed copies. */
const see: Command = {
  id: "site-visit.see-record",
  words: phrases.seeWords,
  capability: "verification.see",
  effect: "read",
  onlyIn: "direct",
  step: "verification",
  async handle(context, { words }) {
    const site = await ownSite(context, words);
    const count = await giveRecords(context, site);
    return { reply: textView(phrases.word(), phrases.sent(site.application.compoundName, count)) };
  },
};

/** 撤回记录表 锦绣花园: the last page that was filed. */
const withdraw: Command = {
  id: "site-visit.withdraw-record",
  words: phrases.withdrawWords,
  capability: "verification.score",
  or: "verification.assign",
  effect: "write",
  onlyIn: "direct",
  step: "verification",
  async handle(context, { words }) {
    const site = await ownSite(context, words);
    const left = await withdrawRecord(context, site);
    return {
      reply: textView(phrases.word(), phrases.withdrawn(site.application.compoundName, left), { tone: "done" }),
    };
  },
};

/** @throws {RefusalError} if the named site is not the person's to see */
async function ownSite(context: PersonContext, words: string): Promise<Site> {
  const site = await siteNamed(context, words.trim());
  const seesAll = districtScope(context.campaign.definition, context.person, "verification.see") === "all";
  if (seesAll || isAssigned(context.person, site.application.id)) return site;
  throw new RefusalError("site-visit.not-yours", visitRefusals.notYours(site.application.compoundName));
}

const numberDialogue = dialogue({
  kind: NUMBER,
  readsCorrections: true,
  state: z.object({ hash: z.string() }),
  until: "publication",
  async handle(context, { state: { hash }, text }) {
    const number = readCheckNumber(text);
    if (number === undefined) {
      if (!/^[\d\s\-–—]{8,}$/u.test(text.normalize("NFKC").trim())) return false;
      throw new RefusalError("site-visit.record-number", phrases.wrongNumber());
    }
    const kept = (await keptFiles(context)).find((one) => one.hash === hash);
    await context.dialogue.close(NUMBER);
    const { reply } = await fileKept(context, kept, { said: number });
    if (reply) await context.reply(reply);
    return true;
  },
});

/** A picture or PDF may be a signed record: known by its number, or offered as a place. */
const place = extend(filePlaces, async (context, { file: dropped, person }): Promise<FilePlace | undefined> => {
  const { definition } = context.campaign;
  if (dropped.opened?.kind !== "scan") return undefined;
  const [number] = numbersOnRecord(dropped.opened.codes);
  const verifies =
    mayMember(definition, person, "verification.score") || mayMember(definition, person, "verification.assign");
  if (!verifies) return undefined;
  if (number === undefined) {
    const sites = (await sitesToVisit(context)).filter(
      ({ application, visit }) => visit && isAssigned(person, application.id),
    );
    if (sites.length === 0) return undefined;
    return { action: { id: FILE, label: phrases.place(), typed: phrases.typed(dropped.name), look: "default" } };
  }
  return { recognised: await recognised({ ...context, person } as PersonContext, number) };
});

async function recognised(context: PersonContext, number: string) {
  const found = await recordWithNumber(context, number);
  if (typeof found === "string") return phrases.refused(found);
  const { application, printed, visit } = found;
  const typed = phrases.typed(shownCheckNumber(number));
  const action: Action = { id: FILE, label: phrases.file(), typed, look: "primary" };
  const name = application.compoundName;
  if (printed.day !== visit.day) return phrases.otherDay(name, printed.day, visit.day, action);
  return phrases.recognised(name, visit.day, action);
}

/** 《现场核验记录表》: printed, and its signed copy filed. */
export const visitRecordFeature: Feature = {
  commands: [print, file, see, withdraw],
  dialogues: [numberDialogue],
  extensions: [place],
};
