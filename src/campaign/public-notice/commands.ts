import { z } from "zod";
import { textView, type View } from "../../platform/chat/view.ts";
import { dayOf } from "../../shared/civil-date.ts";
import { RefusalError } from "../../shared/refusal-error.ts";
import { giveAttachment } from "../attachment/give.ts";
import { dayWordsIn } from "../definition/wording.ts";
import { mayMember } from "../directory/member.ts";
import type { PersonContext } from "../engine/context.ts";
import { plainText } from "../engine/dispatch/match-command.ts";
import { takeOffered } from "../engine/dispatch/offered-files.ts";
import { type Command, type CommandOutcome, dialogue } from "../engine/feature.ts";
import { groupTitle } from "../selection/publication/views.ts";
import { latestSelection } from "../selection/store.ts";
import { wordsOf } from "../selection/words.ts";
import { journalLook } from "../verification/journal-look.ts";
import { beginNotice, type NoticeTerms, requireDays } from "./begin.ts";
import { extendNotice, noticeInForce } from "./extend.ts";
import { termsIn, typedLastDay, typedTerms } from "./form.ts";
import type { PublicNotice } from "./notice.ts";
import { noticePhrases as phrases, noticeRefusals as refusals } from "./phrases.ts";
import { filePage, fileProof, proofsOf } from "./proof.ts";
import { noticeable } from "./standing.ts";
import { noticeOf, noticesOf } from "./store.ts";
import { noticeText, textBlocks, textDocument } from "./text.ts";
import { BEGIN, CARD, OPEN, previewView, standingView, TEXT, warningsOf } from "./views.ts";

/** What waits for 确认公示. */
const CONFIRM = "public-notice.confirm";
export const PROOF = "public-notice.proof";

const part = { capability: "publication.publish", step: "notice", onlyIn: "direct" } as const;

/** 公示: what has begun, or what is to be checked before; with days behind it, those are proposed. */
const open: Command = {
  ...part,
  id: OPEN,
  words: [phrases.word()],
  until: "listSettled",
  effect: "read",
  help: {
    example: phrases.word(),
    purpose: (definition) => phrases.purpose(wordsOf(definition)),
    step: "notice",
  },
  async handle(context, { verbatim }) {
    const { tx, campaign } = context;
    const latest = await latestSelection(tx, campaign.id);
    const begun = latest?.state === "approved" ? await noticeOf(context, latest.version) : undefined;
    if (begun) return shown(context, begun.version, await standingView(context, begun));
    const selection = await noticeable(context);
    if (verbatim.trim() === "" && context.cards.interactive) {
      await context.cards.show(context.chat, { kind: CARD, subject: String(selection.version) });
      return {};
    }
    if (verbatim.trim() === "") return { reply: await previewView(context, selection) };
    const terms = typedTerms(context, verbatim);
    requireDays(context, selection, terms);
    await context.dialogue.open(CONFIRM, { version: selection.version, terms });
    return { reply: await previewView(context, selection, terms) };
  },
};

async function shown(context: PersonContext, version: number, view: View): Promise<CommandOutcome> {
  if (!context.cards.interactive) return { reply: view };
  await context.cards.show(context.chat, { kind: CARD, subject: String(version) });
  return {};
}

const begin: Command = {
  ...part,
  id: BEGIN,
  until: "listSettled",
  effect: "write",
  async handle(context, { subject, values }) {
    const terms = termsIn(context, values);
    const notice = await beginNotice(context, { version: Number(subject), terms });
    return { changed: true, toast: await begunWords(context, notice, terms) };
  },
};

async function begunWords(
  context: PersonContext,
  { beginsOn, endsOn }: PublicNotice,
  terms: NoticeTerms,
): Promise<string> {
  const { definition } = context.campaign;
  const [from, to] = [dayWordsIn(definition, beginsOn), dayWordsIn(definition, endsOn)];
  const hasGroup = (await groupTitle(context)) !== "";
  const isComing = beginsOn > dayOf(context.now);
  return [phrases.begun(from, to, { isComing, hasGroup }), ...warningsOf(context, terms)].join("");
}

const isConfirmation = (text: string): boolean => plainText(text) === phrases.confirmWord();
const day = z.custom<PublicNotice["beginsOn"]>((value) => typeof value === "string");
const contact = z.object({
  ...{ department: z.string(), phone: z.string() },
  ...{ email: z.string().exactOptional(), address: z.string().exactOptional() },
});

export const confirmDialogue = dialogue({
  kind: CONFIRM,
  readsCorrections: true,
  state: z.object({ version: z.int(), terms: z.object({ beginsOn: day, endsOn: day, contact }) }),
  until: "listSettled",
  claims: isConfirmation,
  async handle(context, { state: { version, terms }, text }) {
    if (!isConfirmation(text) || !mayMember(context.campaign.definition, context.person, part.capability)) return false;
    const notice = await beginNotice(context, { version, terms });
    await context.dialogue.close(CONFIRM);
    const { title } = await standingView(context, notice);
    await context.reply(textView(title, await begunWords(context, notice, terms), { tone: "done" }));
    return true;
  },
});

/** Without days that were checked before, there is nothing to confirm. */
const confirm: Command = {
  ...part,
  id: CONFIRM,
  words: [phrases.confirmWord()],
  until: "listSettled",
  effect: "read",
  handle: async (context) => ({ reply: await previewView(context, await noticeable(context)) }),
};

const text: Command = {
  ...part,
  id: TEXT,
  words: [phrases.textWord()],
  or: ["publication.approve", "journal.see"],
  effect: "read",
  whenClosed: true,
  help: { example: phrases.textWord(), purpose: phrases.textPurpose, step: "notice" },
  async handle(context) {
    await journalLook(context, "public-notice.text-seen");
    const notice = (await noticesOf(context)).at(-1);
    if (!notice) throw new RefusalError("public-notice.no-text", refusals.noText());
    const latest = await latestSelection(context.tx, context.campaign.id);
    if (latest?.version !== notice.version || latest.state === "reopened")
      throw new RefusalError("public-notice.stopped", phrases.textStopped());
    const text = await noticeText(context, notice);
    await context.reply({
      ...{ title: text.title, tone: "running", body: textBlocks(text), actions: [], footnote: phrases.textFootnote() },
    });
    const hash = await context.files.put(await textDocument(context, text));
    await context.outbox.sendFile(context.person.staffId, { name: phrases.wordName(text.title), hash });
    return {};
  },
};

const extend: Command = {
  ...part,
  id: "public-notice.extend",
  words: [phrases.extendWord()],
  until: "listSettled",
  effect: "write",
  help: { example: phrases.extendExample(), purpose: phrases.extendPurpose(), step: "notice" },
  async handle(context, { verbatim }) {
    const notice = await extendNotice(context, typedLastDay(context, verbatim));
    const said = phrases.extended(dayWordsIn(context.campaign.definition, notice.endsOn));
    const { title } = await standingView(context, notice);
    return { reply: textView(title, said, { tone: "done" }), toast: said, changed: true };
  },
};

const ADDRESS = /https?:\/\/\S+/iu;

/** 公示证明: the file that was dropped last, the one named, or the address of a page. */
const proof: Command = {
  ...part,
  id: PROOF,
  words: [phrases.proofWord()],
  effect: "write",
  help: { example: phrases.proofWord(), purpose: phrases.proofPurpose(), step: "notice", withoutButton: true },
  async handle(context, { verbatim }) {
    const page = ADDRESS.exec(verbatim)?.[0];
    const said = page === undefined ? await fileDropped(context, verbatim.trim()) : await pageFiled(context, page);
    return { reply: textView(phrases.proofLabel(), said, { tone: "done" }), toast: said, changed: true };
  },
};

async function fileDropped(context: PersonContext, name: string): Promise<string> {
  await noticeInForce(context, refusals.noNotice());
  const { again, count } = await fileProof(context, await takeOffered(context, name));
  return again ? phrases.filedAgain() : phrases.filed(count);
}

async function pageFiled(context: PersonContext, page: string): Promise<string> {
  await filePage(context, page);
  return phrases.pageFiled(page);
}

const seeProof: Command = {
  ...part,
  id: "public-notice.see-proof",
  words: [phrases.seeProofWord()],
  capability: "verification.see",
  effect: "read",
  whenClosed: true,
  async handle(context) {
    await journalLook(context, "public-notice.proof-seen");
    const notice = (await noticesOf(context)).at(-1);
    const files = notice ? await proofsOf(context, notice) : [];
    if (!notice || files.length === 0) throw new RefusalError("public-notice.none-filed", refusals.noneFiled());
    await context.reply(textView(phrases.proofLabel(), phrases.proofSent(files.length)));
    for (const [at, file] of files.entries()) {
      await giveAttachment(context, file, { name: phrases.proofName(notice.number, at + 1), reported: true });
    }
    return {};
  },
};

export const noticeCommands: readonly Command[] = [open, begin, confirm, text, extend, proof, seeProof];
