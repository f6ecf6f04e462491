import { z } from "zod";
import { textView } from "../../platform/chat/view.ts";
import { readWhole } from "../../platform/conversation/numerals.ts";
import { RefusalError } from "../../shared/refusal-error.ts";
import { noteCaseInHand } from "../application/case-in-hand.ts";
import { findApplication } from "../application/find-application.ts";
import { hasApplications } from "../application/offered.ts";
import { applicationById, applicationsOf } from "../application/store.ts";
import { applyingDistricts, ownDistricts, workDistrict } from "../application/work-district.ts";
import { districtName } from "../definition/districts.ts";
import { nounsOf } from "../directory/nouns.ts";
import type { PersonContext } from "../engine/context.ts";
import { asText, saidAsText } from "../engine/dispatch/command-or-answer.ts";
import { type Command, type CommandOutcome, type CommandRequest, dialogue } from "../engine/feature.ts";
import { ANSWER, ASK, ASK_CARD, CARD, CLOSE, NEW, SEE } from "./actions.ts";
import { type Asking, askSupport, requestNumbered } from "./ask.ts";
import { otherAtHead } from "./other-case.ts";
import { supportPhrases as phrases, supportRefusals as refusals } from "./phrases.ts";
import { usualInSupport } from "./phrases-usual.ts";
import { answerSupport, closeSupport } from "./settle.ts";
import { supportOf } from "./store.ts";
import { isOfDistrict, listView, requestView, seesSupport } from "./views.ts";

const part = { onlyIn: "direct", offeredWhen: hasApplications, takesText: true } as const;
const text = z.string().catch("");

const done = (title: string, said: string): CommandOutcome => ({
  reply: textView(title, said, { tone: "done" }),
  toast: said,
  changed: true,
});

/** Behind a number: what makes it a row, a span, one of several, or an amount. */
const NO_NUMBER =
  /^\s*第?\s*\d{1,4}(?:\s+\d{1,2}(?=[\s件都也均已解办])|\s*件?\s*(?:[-－—–‐‑~～至到和及与/]\s*第?\s*\d|[、,，]\s*第?\s*\d{1,4}\s*(?:件|$|[\s、,，和]))|[.．]\d|[万亿千百元年月天日台户%％]|号?[楼幢栋])/u;

/** 第3件 …, 3 …: the number, and what else was typed; no number in 1-2 好了, 3、4 已解决, 3万元已到位. */
export function numberIn(typed: string): { number: number | undefined; rest: string } {
  if (NO_NUMBER.test(typed.normalize("NFKC"))) return { number: undefined, rest: typed.trim() };
  const inWords =
    /^\s*(?:第\s*([一二三四五六七八九十]{1,3})\s*(?:件|[个项条](?!月))|([一二三四五六七八九十]{1,3})(?=[\s:：]))[\s:：,，、。]*/u.exec(
      typed,
    );
  const ofWords = readWhole(inWords?.[1] ?? inWords?.[2] ?? "");
  if (inWords && ofWords !== undefined) return { number: ofWords, rest: typed.slice(inWords[0].length).trim() };
  const found =
    /^\s*(?:第\s*([\d０-９]{1,4})\s*(?:件|[个项条](?!月))|第?\s*([\d０-９]{1,4})\s*件?)[\s:：,，、。]*/u.exec(typed);
  if (!found) return { number: undefined, rest: typed.trim() };
  return { number: Number((found[1] ?? found[2])?.normalize("NFKC")), rest: typed.slice(found[0].length).trim() };
}

/** 申请支持 翠苑三区：…; from a case's card, or alone, a form. */
const ask: Command = {
  ...part,
  id: ASK,
  words: phrases.askWords(),
  capability: "application.fill",
  effect: "write",
  help: {
    example: (definition) => phrases.askExample(nounsOf(definition)),
    purpose: (definition) => phrases.askPurpose(nounsOf(definition)),
    usual: usualInSupport,
    step: "application",
  },
  async handle(context, request) {
    const { subject, verbatim, values } = request;
    const isFilled = Object.keys(values).length > 0;
    const caseId = subject === undefined || subject === NEW ? undefined : subject;
    if (!isFilled && (caseId !== undefined || verbatim.trim() === "") && context.cards.interactive) {
      await context.cards.show(context.chat, { kind: ASK_CARD, subject: caseId ?? NEW });
      return {};
    }
    const asking = await askingIn(context, request, caseId);
    if (!isFilled && asking.content === "") return askMatter(context, asking);
    const number = await askSupport(context, asking);
    return done(phrases.title(number), phrases.asked(number, nounsOf(context.campaign.definition)));
  },
};

const MATTER = "support.matter";
const CANCEL = /^[\s/／]*取消[\s。.！!吧了]*$/u;

/** 申请支持 翠苑三区: the next message says what is asked for. */
async function askMatter(context: PersonContext, { about }: Asking): Promise<CommandOutcome> {
  await context.dialogue.open(MATTER, { about });
  return {
    reply: textView(phrases.formTitle(about), phrases.whichMatter(about, nounsOf(context.campaign.definition))),
  };
}

export const matterDialogue = dialogue({
  kind: MATTER,
  state: z.object({ about: z.string() }),
  claims: (said) => CANCEL.test(said),
  awaits: async () => "text",
  async handle(context, { state: { about }, text: said, files, asText: isMeant = false }) {
    if (files.length > 0 || said.trim() === "") return false;
    if (CANCEL.test(said)) {
      await context.dialogue.close(MATTER);
      await context.reply(textView(phrases.formTitle(about), phrases.matterDropped(), { tone: "closed" }));
      return true;
    }
    const asking = await named(context, { words: "", verbatim: "", values: {} }, { about, content: said });
    const number = await askSupport(context, { ...asking, asText: isMeant, asIs: asText });
    await context.dialogue.close(MATTER);
    await context.reply(
      textView(phrases.title(number), phrases.asked(number, nounsOf(context.campaign.definition)), { tone: "done" }),
    );
    return true;
  },
});

async function askingIn(context: PersonContext, request: CommandRequest, caseId: string | undefined): Promise<Asking> {
  const { values, verbatim } = request;
  if (caseId !== undefined) {
    const application = await applicationById(context.tx, caseId);
    if (!application || !ownDistricts(context).includes(application.district))
      throw new RefusalError("support.no-about", refusals.noAbout(nounsOf(context.campaign.definition)));
    const content = Object.keys(values).length > 0 ? text.parse(values.content) : "";
    return { district: application.district, caseId, about: application.compoundName, content, asText: true };
  }
  const filled = z.object({ about: text, content: text }).parse(values);
  const isFilled = filled.about !== "" || filled.content !== "";
  if (isFilled) return { ...(await named(context, request, filled)), asText: true };
  const { about, content } = inWords(context, verbatim);
  const meant = saidAsText(content);
  return { ...(await named(context, request, { about, content: meant ?? content })), asText: meant !== undefined };
}

/** Up to the colon, or the first blank, it is the name; the name of the own district before it is left out. */
function inWords(context: PersonContext, typed: string): { about: string; content: string } {
  const own = ownDistricts(context).map((id) => districtName(context.campaign.definition, id));
  const of = own.find((name) => typed.trim().startsWith(name));
  const plain = typed
    .trim()
    .slice(of?.length ?? 0)
    .trim();
  const found =
    /^(?<about>[^：:\n]{1,40}?)\s*[：:\n]\s*(?<content>[\s\S]*)$|^(?<name>\S{1,40})\s+(?<rest>[\s\S]+)$/u.exec(plain);
  const { about, content, name, rest } = found?.groups ?? {};
  return { about: (about ?? name ?? plain).trim(), content: (content ?? rest ?? "").trim() };
}

/** A case that is not submitted yet is kept by its name. @throws {RefusalError} for a name of several cases, or none */
async function named(
  context: PersonContext,
  request: CommandRequest,
  { about, content }: { about: string; content: string },
): Promise<Asking> {
  const { tx, campaign } = context;
  const nouns = nounsOf(campaign.definition);
  if (about.trim() === "") throw new RefusalError("support.no-about", refusals.noAbout(nouns));
  const own = ownDistricts(context);
  const cases = (await applicationsOf(tx, campaign.id)).filter(({ district }) => own.includes(district));
  const found = findApplication(cases, about, { noun: nouns.case });
  if (found.kind === "several") throw new RefusalError("support.several", refusals.several(found.names));
  if (found.kind === "one") {
    const other = otherAtHead(
      content,
      cases.map(({ compoundName }) => compoundName),
      found.application.compoundName,
    );
    if (other !== undefined)
      throw new RefusalError("support.other-case", refusals.otherCase(found.application.compoundName, other));
    const { id, district, compoundName } = found.application;
    // What is sent next, a picture too, is for the case that was spoken of last.
    await noteCaseInHand(context, found.application);
    return { district, caseId: id, about: compoundName, content };
  }
  const { subject: _, ...unnamed } = request;
  const work = { word: phrases.askWord(), among: applyingDistricts(context) };
  return { district: workDistrict(context, unnamed, work), caseId: undefined, about, content };
}

/** 支持事项: the list; 支持事项 3: one. */
const see: Command = {
  ...part,
  id: SEE,
  words: phrases.words(),
  capability: "application.see",
  effect: "read",
  whenClosed: true,
  help: {
    example: phrases.word(),
    purpose: (definition) => phrases.purpose(nounsOf(definition)),
    step: "application",
    notAtSites: true,
  },
  async handle(context, { subject, words }) {
    const { number } = numberIn(subject ?? words);
    const isSeen = (district: string) => seesSupport(context, context.person, district);
    if (number === undefined)
      return {
        reply: listView(
          context,
          (await supportOf(context)).filter(({ district }) => isSeen(district)),
        ),
      };
    const one = await requestNumbered(context, number, isSeen);
    if (!context.cards.interactive) return { reply: await requestView(context, one, context.person) };
    await context.cards.show(context.chat, { kind: CARD, subject: String(number) });
    return {};
  },
};

/** 答复支持 3 …, or on its card. */
const answer: Command = {
  ...part,
  id: ANSWER,
  words: [phrases.answerWord()],
  capability: "application.return",
  effect: "write",
  help: {
    example: phrases.answerExample(),
    purpose: (definition) => phrases.answerPurpose(nounsOf(definition)),
    step: "application",
    withoutButton: true,
  },
  async handle(context, { subject, verbatim, values }) {
    const typed = numberIn(verbatim);
    const asked = subject === undefined ? typed.number : Number(subject);
    const number = await answerSupport(context, asked, subject === undefined ? typed.rest : text.parse(values.answer));
    return done(phrases.title(number), phrases.answered(number));
  },
};

/** 办结支持 3 …, by the district. */
const close: Command = {
  ...part,
  id: CLOSE,
  words: [phrases.closeWord()],
  capability: "application.fill",
  effect: "write",
  help: { example: phrases.closeExample(), purpose: phrases.closePurpose(), step: "application", withoutButton: true },
  async handle(context, { subject, verbatim, values }) {
    const typed = numberIn(verbatim);
    const asked = subject === undefined ? typed.number : Number(subject);
    const outcome = subject === undefined ? typed.rest : text.parse(values.outcome);
    const isOwn = (district: string) => isOfDistrict(context.person, district);
    const number = await closeSupport(context, asked, { outcome, isOwn });
    return done(phrases.title(number), phrases.closed(number));
  },
};

export const supportCommands: readonly Command[] = [ask, see, answer, close];
