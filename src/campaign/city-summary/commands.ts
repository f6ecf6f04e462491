import { type Action, textView } from "../../platform/chat/view.ts";
import { RefusalError } from "../../shared/refusal-error.ts";
import { attach } from "../attachment/attach.ts";
import { giveAttachment } from "../attachment/give.ts";
import { attachmentsAt } from "../attachment/store.ts";
import type { Definition } from "../definition/definition.ts";
import { deliverableFor } from "../definition/purposes.ts";
import { mayMember } from "../directory/member.ts";
import { nounsOf } from "../directory/nouns.ts";
import { districtScope } from "../directory/scope.ts";
import type { PersonContext } from "../engine/context.ts";
import { filePlaces } from "../engine/dispatch/file-places.ts";
import { takeOffered } from "../engine/dispatch/offered-files.ts";
import { type Command, extend } from "../engine/feature.ts";
import { noteLook } from "../work-report/looks.ts";
import { SUMMARY_PLACE } from "../work-report/summary-place.ts";
import { summaryDocument } from "./document.ts";
import { gatherSummary, incomplete, openSupport } from "./gather.ts";
import { summaryPhrases as phrases } from "./phrases.ts";

const hasSummary = (definition: Definition): boolean => deliverableFor(definition, "summary") !== undefined;

const part = { offeredWhen: hasSummary, onlyIn: "direct" } as const;

function requireCity({ campaign, person }: PersonContext): void {
  if (districtScope(campaign.definition, person, "workReport.see") !== "all")
    throw new RefusalError("city-summary.not-yours", phrases.notYours(nounsOf(campaign.definition)));
}

/** 全市总结: a draft in Word of all that was reported; every report in it counts as looked at. */
const make: Command = {
  ...part,
  id: "city-summary.make",
  words: phrases.words(),
  offeredBy: ["tasks"],
  capability: "workReport.see",
  effect: "read",
  whenClosed: true,
  help: {
    example: phrases.word(),
    purpose: (definition) => phrases.purpose(nounsOf(definition)),
    step: "report",
    allDistricts: true,
  },
  async handle(context) {
    requireCity(context);
    const districts = await gatherSummary(context);
    const hash = await context.files.put(await summaryDocument(context, districts));
    for (const { report } of districts) if (report) await noteLook(context, report);
    const reported = districts.filter(({ report }) => report !== undefined).length;
    const of = nounsOf(context.campaign.definition).districts(districts.length);
    const said = phrases.made(reported, of, incomplete(context, districts), openSupport(districts).length);
    await context.reply(textView(phrases.madeTitle(), said));
    await context.withJournal({ action: "city-summary.made", reason: hash, whenClosed: true }, () =>
      context.outbox.sendFile(context.chat, { name: phrases.fileName(), hash }),
    );
    return {};
  },
};

const TAKE_FILE = "city-summary.file";

/** The finished summary, as it was sent. */
const takeFile: Command = {
  ...part,
  id: TAKE_FILE,
  words: [phrases.asPlace()],
  capability: "reminder.send",
  effect: "write",
  async handle(context, { verbatim }) {
    requireCity(context);
    const file = await takeOffered(context, verbatim);
    const { again } = await attach(context, { place: SUMMARY_PLACE, file, accepts: ["docx", "pdf"] });
    const words = again ? phrases.filedAgain() : phrases.filed();
    return { reply: textView(phrases.title(), words, { tone: "done" }), toast: words, changed: true };
  },
};

/** Sends what was filed. */
const see: Command = {
  ...part,
  id: "city-summary.see",
  words: [phrases.seeWord()],
  capability: "workReport.see",
  effect: "read",
  whenClosed: true,
  help: {
    example: phrases.seeWord(),
    purpose: phrases.seePurpose(),
    step: "report",
    withoutButton: true,
    allDistricts: true,
  },
  async handle(context) {
    requireCity(context);
    const filed = await attachmentsAt(context.tx, { campaignId: context.campaign.id, prefix: SUMMARY_PLACE });
    if (filed.length === 0) return { reply: textView(phrases.title(), phrases.none()) };
    await context.reply(textView(phrases.title(), phrases.sent(filed.length)));
    for (const one of filed)
      await giveAttachment(context, one, { name: phrases.finalName(one.ordinal), reported: true });
    return {};
  },
};

const takeFileAction: Action = {
  ...{ id: TAKE_FILE, label: phrases.asPlace(), typed: phrases.asPlace(), look: "default" },
};

/** A Word or PDF file that the organizer sends may be the finished summary. */
export const summaryPlace = extend(filePlaces, async ({ campaign }, { file, person }) => {
  const { definition, closedAt } = campaign;
  if (!hasSummary(definition) || closedAt || !mayMember(definition, person, "reminder.send")) return undefined;
  if (!/\.(?:docx|pdf)$/iu.test(file.name)) return undefined;
  return { action: { ...takeFileAction, typed: `${phrases.asPlace()} ${file.name}` } };
});

export const summaryCommands: readonly Command[] = [make, takeFile, see];
