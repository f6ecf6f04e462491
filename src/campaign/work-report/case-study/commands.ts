import { z } from "zod";
import { type Action, textView, type View } from "../../../platform/chat/view.ts";
import { countWords } from "../../../platform/conversation/count-words.ts";
import { RefusalError } from "../../../shared/refusal-error.ts";
import { districtName } from "../../definition/districts.ts";
import { deliverableFor } from "../../definition/purposes.ts";
import { momentWords } from "../../definition/wording.ts";
import type { PersonContext } from "../../engine/context.ts";
import { filePlaces } from "../../engine/dispatch/file-places.ts";
import { takeOffered } from "../../engine/dispatch/offered-files.ts";
import { type Command, type CommandOutcome, dialogue, extend } from "../../engine/feature.ts";
import { isBeside } from "../beside-report.ts";
import { ownDistrict } from "../own-district.ts";
import { workReportPhrases } from "../phrases.ts";
import { receiveFile, receiveText } from "../receive.ts";
import { REPORT_TYPES, reportingDistricts, typeOf } from "../rules.ts";
import { FORWARDED } from "../see.ts";
import { handInCaseStudy, takeBackCaseStudy } from "./hand-in.ts";
import { caseStudyPhrases as phrases } from "./phrases.ts";
import { type CaseStudy, caseStudiesOf } from "./store.ts";

/** The question for a case study. */
const CONTENT = "work-report.case-study";
const FIRST_LINE = 20;
/** 典型案例 1, 典型案例第1个: to see it. */
const NUMBER = /^第?\s*(?<number>\d{1,3})\s*个?[。.]?$/u;
/** In characters, of a text that was handed in. */
const SHOWN = 60;
/** In characters: a shorter text is no case study. */
const SHORTEST = 6;

const asksCaseStudies: NonNullable<Command["offeredWhen"]> = (definition) =>
  deliverableFor(definition, "caseStudy") !== undefined;

const writing = {
  capability: "workReport.submit",
  effect: "write",
  offeredWhen: asksCaseStudies,
  onlyIn: "direct",
} as const satisfies Partial<Command>;

/** 典型案例: districts hand one in, by file or text; the city reads them. */
const open: Command = {
  id: "work-report.case-study",
  words: [phrases.word(), "报送典型案例"],
  capability: "workReport.see",
  effect: "read",
  takesText: true,
  offeredWhen: asksCaseStudies,
  onlyIn: "direct",
  help: { example: phrases.word(), purpose: phrases.purpose, step: "report" },
  async handle(context, { words, verbatim, subject = words }) {
    const { campaign, person, tx } = context;
    if (reportingDistricts(campaign.definition, person).length === 0) return see(context, subject.trim());
    const district = ownDistrict(context, subject);
    const name = districtName(campaign.definition, district);
    const text = (verbatim.startsWith(name) ? verbatim.slice(name.length) : verbatim)
      .replace(/^[\s:：,，]+/u, "")
      .trim();
    const seen = NUMBER.exec(text.normalize("NFKC"))?.groups?.number;
    if (seen !== undefined) return seeOwn(context, district, Number(seen));
    if (text !== "") return added(context, district, receiveText(text).content);
    await context.dialogue.open(CONTENT, { district });
    const has = (await caseStudiesOf(tx, campaign.id, district)).length;
    return { reply: textView(phrases.askTitle(name), phrases.ask(has)) };
  },
};

async function seeOwn(context: PersonContext, district: string, number: number): Promise<CommandOutcome> {
  const all = await caseStudiesOf(context.tx, context.campaign.id, district);
  const found = all.find((one) => one.number === number);
  if (!found) {
    const numbers = all.map((one) => one.number);
    throw new RefusalError("work-report.no-case-study", phrases.noneNumbered(number, numbers));
  }
  await give(context, found);
  return {};
}

async function added(
  context: PersonContext,
  district: string,
  content: Parameters<typeof handInCaseStudy>[2],
): Promise<CommandOutcome> {
  const text = content.kind === "text" ? content.text.trim() : undefined;
  if (text !== undefined && [...text].length < SHORTEST)
    throw new RefusalError("work-report.short-case-study", phrases.tooShort(text));
  const number = await handInCaseStudy(context, district, content);
  const shown = text === undefined ? undefined : { words: countWords(text), first: [...text].slice(0, SHOWN).join("") };
  const words = phrases.added(number, shown);
  const title = phrases.askTitle(districtName(context.campaign.definition, district));
  return { reply: textView(title, words, { tone: "done" }), toast: words, changed: true };
}

export const caseStudyDialogue = dialogue({
  kind: CONTENT,
  state: z.object({ district: z.string() }),
  async handle(context, { state: { district }, text, files: [file] }) {
    if (!file && (text.trim() === "" || isBeside(text) || NUMBER.test(text.normalize("NFKC").trim()))) return false;
    const { content } = file ? await receiveFile(context, file) : receiveText(text);
    await context.dialogue.close();
    const { reply } = await added(context, district, content);
    if (reply) await context.reply(reply);
    return true;
  },
});

const TAKE_FILE = "work-report.case-study-file";

const takeFileAction: Action = {
  ...{ id: TAKE_FILE, label: phrases.asPlace(), typed: phrases.asPlace(), look: "default" },
};

const takeFile: Command = {
  ...writing,
  id: TAKE_FILE,
  words: [phrases.asPlace()],
  async handle(context, { verbatim }) {
    const { content } = await receiveFile(context, await takeOffered(context, verbatim));
    return added(context, ownDistrict(context, ""), content);
  },
};

const takeBack: Command = {
  ...writing,
  id: "work-report.case-study-back",
  words: [phrases.backWord()],
  help: { example: phrases.backWord(), purpose: phrases.backPurpose(), step: "report", withoutButton: true },
  async handle(context, { words }) {
    const asked = /\d+/u.exec(words.normalize("NFKC"))?.[0];
    const district = ownDistrict(context, words.replaceAll(/[第个\d\s]/gu, ""));
    const { number } = await takeBackCaseStudy(context, district, asked === undefined ? undefined : Number(asked));
    const title = phrases.askTitle(districtName(context.campaign.definition, district));
    return { reply: textView(title, phrases.takenBack(number), { tone: "closed" }) };
  },
};

/** For the city: all of them, or those of one district with what they say. */
async function see(context: PersonContext, typed: string): Promise<CommandOutcome> {
  const { tx, campaign } = context;
  const all = await caseStudiesOf(tx, campaign.id);
  const nameOf = (one: CaseStudy) => districtName(campaign.definition, one.district);
  if (typed === "") return { reply: await listView(context, all) };
  const wanted = all.filter((one) => one.district === typed || nameOf(one) === typed);
  if (wanted.length === 0) throw new RefusalError("work-report.no-case-study", phrases.unknown(typed));
  for (const one of wanted) await give(context, one);
  return {};
}

async function listView({ campaign, personal }: PersonContext, all: readonly CaseStudy[]): Promise<View> {
  if (all.length === 0) return textView(phrases.word(), phrases.none());
  const texts = await personal.read(all.flatMap(({ content }) => (content.kind === "text" ? [content.text] : [])));
  const items = all.map(({ district, number, addedAt, content }) => {
    const text = content.kind === "text" ? (texts.get(content.text.personal) ?? phrases.erased()) : "";
    const what =
      content.kind === "file"
        ? phrases.file(content.name)
        : phrases.text(countWords(text), [...(text.split("\n")[0] ?? "")].slice(0, FIRST_LINE).join(""));
    return phrases.item(districtName(campaign.definition, district), number, momentWords(addedAt), what);
  });
  return {
    ...{ title: phrases.listTitle(all.length), tone: "running", actions: [] },
    body: [{ kind: "list", items }],
    footnote: phrases.listFootnote(campaign.definition),
  };
}

async function give(context: PersonContext, { district, number, content }: CaseStudy): Promise<void> {
  const title = phrases.oneTitle(districtName(context.campaign.definition, district), number);
  if (content.kind === "text") {
    const text = (await context.personal.read([content.text])).get(content.text.personal) ?? phrases.erased();
    return context.reply(textView(title, text));
  }
  const { name, hash } = content;
  const isSent = FORWARDED.includes(typeOf(name));
  const note = isSent ? workReportPhrases.fileBelow() : workReportPhrases.cannotForward(typeOf(name));
  await context.reply(textView(title, `${phrases.file(name)}。${note}`));
  if (isSent) await context.outbox.sendFile(context.chat, { name, hash });
}

/** Beside the report, wherever a file may be one. */
export const caseStudyPlace = extend(filePlaces, async ({ campaign }, { file, person }) => {
  const { definition } = campaign;
  if (!asksCaseStudies(definition) || reportingDistricts(definition, person).length === 0 || campaign.closedAt)
    return undefined;
  if (file.size === 0 || !REPORT_TYPES.includes(typeOf(file.name))) return undefined;
  return { action: { ...takeFileAction, typed: `${phrases.asPlace()} ${file.name}` } };
});

export const caseStudyCommands: readonly Command[] = [open, takeFile, takeBack];
