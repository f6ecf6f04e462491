import { textView } from "../../../platform/chat/view.ts";
import { RefusalError } from "../../../shared/refusal-error.ts";
import { districtName } from "../../definition/districts.ts";
import type { PersonContext } from "../../engine/context.ts";
import type { Command, CommandOutcome } from "../../engine/feature.ts";
import { ownDistrict } from "../own-district.ts";
import { workReportPhrases } from "../phrases.ts";
import { usualInReport } from "../phrases-usual.ts";
import { withoutContact } from "../receive.ts";
import { hasReport, partsOfReport } from "../rules.ts";
import { withoutSigned } from "../signed.ts";
import { reportsInForce } from "../store.ts";
import type { WorkReport } from "../work-report.ts";
import { PARTS_CARD, partsLeft, partsToFill, partsView } from "./by-parts.ts";
import { PROMOTION, partsSaid } from "./contents.ts";
import { filledParts, fillParts } from "./draft.ts";
import { giveParts, meantParts, requireShort } from "./give-parts.ts";
import { contentsPhrases as phrases } from "./phrases.ts";
import { lackingIn, reportTexts, stateOfReport } from "./state.ts";
import { COMPLETE, SAVE_PARTS } from "./views.ts";

/** The question for the parts. */
export const PARTS_SAID = "work-report.parts-said";

const common = {
  capability: "workReport.submit",
  effect: "write",
  offeredWhen: hasReport,
  onlyIn: "direct",
} as const satisfies Partial<Command>;

/** 补充工作报告存在问题…, as it is said. */
const RUN_ON = new RegExp(`^(?:${phrases.words().join("|")})(?=\\p{Script=Han})`, "u");

/** 补充工作报告 存在问题：…: beside the version in force; before there is one, it is kept until all parts are there. */
const complete: Command = {
  ...common,
  id: COMPLETE,
  words: phrases.words(),
  takesText: true,
  help: {
    example: (definition) => phrases.example(partsOfReport(definition)[0] ?? ""),
    purpose: phrases.purpose(),
    step: "report",
    usual: usualInReport,
  },
  recognises: (_, text) => RUN_ON.test(text.trim()),
  async handle(context, request) {
    const { subject, values } = request;
    const { tx, campaign } = context;
    const isFilled = Object.keys(values).length > 0;
    const verbatim = request.verbatim.replace(RUN_ON, "");
    const district = subject === undefined ? ownDistrict(context, verbatim) : (subject.split("/")[0] ?? "");
    const name = districtName(campaign.definition, district);
    const text = verbatim.startsWith(name) ? verbatim.slice(name.length).replace(/^[\s:：,，]+/u, "") : verbatim;
    const report = (await reportsInForce(tx, campaign.id)).get(district);
    if (!isFilled && text.trim() === "")
      return report && !report.returned ? askWhich(context, report) : show(context, district);
    const signed = withoutSigned(text);
    const { text: own, contact } = withoutContact(signed.text);
    const said = isFilled ? inForm(context, values) : inWords(context, own);
    const leftOut = isFilled ? [] : [...contact, ...signed.foot];
    return report && !report.returned
      ? beside(context, report, { said, leftOut })
      : save(context, district, { said, leftOut });
  },
};

/** @throws {RefusalError} if it names no part, or says nothing of one */
function inWords(context: PersonContext, text: string): ReadonlyMap<string, string> {
  const said = partsSaid(text, partsOfReport(context.campaign.definition));
  if (said.size === 0) throw new RefusalError("work-report.no-part", phrases.unread(partsToFill(context)));
  const [empty] = [...said].find(([, words]) => words.trim() === "") ?? [];
  if (empty !== undefined) throw new RefusalError("work-report.empty-part", phrases.nothing(empty));
  return meantParts(context, said);
}

/** What was left out stays as it is. @throws {RefusalError} if nothing is filled in */
function inForm(context: PersonContext, values: Readonly<Record<string, unknown>>): ReadonlyMap<string, string> {
  const said = partsToFill(context).flatMap((part): [string, string][] => {
    const value = values[part];
    return typeof value === "string" && value.trim() !== "" ? [[part, value.trim()]] : [];
  });
  if (said.length === 0) throw new RefusalError("work-report.no-part", phrases.unread(partsToFill(context)));
  return new Map(said);
}

/** What is said of the parts, and lines behind it that are none of it. */
interface SaidOf {
  said: ReadonlyMap<string, string>;
  leftOut: readonly string[];
}

const leftOutWords = (lines: readonly string[]): string => (lines.length === 0 ? "" : workReportPhrases.leftOut(lines));

async function beside(context: PersonContext, report: WorkReport, { said, leftOut }: SaidOf): Promise<CommandOutcome> {
  const replaced = otherThan(said, await givenBeside(context, report));
  await giveParts(context, report, said);
  const left = lackingIn(context, await stateOfReport(context, report));
  const words = phrases.replaced(replaced) + phrases.given([...said.keys()], left) + leftOutWords(leftOut);
  const title = phrases.givenTitle(districtName(context.campaign.definition, report.district));
  return { reply: textView(title, words, { tone: left.length > 0 ? "near" : "done" }), toast: words, changed: true };
}

export async function save(
  context: PersonContext,
  district: string,
  { said, leftOut }: SaidOf,
): Promise<CommandOutcome> {
  requireShort(said);
  await takeUpReturned(context, district);
  const replaced = otherThan(said, await filledParts(context, district));
  const left = partsLeft(context, await fillParts(context, district, said));
  const words = phrases.replaced(replaced) + phrases.saved([...said.keys()], left) + leftOutWords(leftOut);
  const title = phrases.savedTitle(districtName(context.campaign.definition, district));
  return { reply: textView(title, words), toast: words, changed: true };
}

/** Parts of before that are given otherwise now: nobody loses a text without reading so. */
const otherThan = (said: ReadonlyMap<string, string>, before: ReadonlyMap<string, string>) =>
  [...said].flatMap(([part, text]) => {
    const earlier = before.get(part);
    return earlier === undefined || earlier === text ? [] : [{ part, text: earlier }];
  });

/** What was given beside this version, by part. */
async function givenBeside(context: PersonContext, report: WorkReport): Promise<ReadonlyMap<string, string>> {
  const { beside } = await reportTexts(context, report);
  return new Map([...beside].flatMap(([part, { text, isOfThis }]) => (isOfThis ? [[part, text] as const] : [])));
}

/** What a version said that was sent back need not be filled in again, only what is to be changed. */
async function takeUpReturned(context: PersonContext, district: string): Promise<void> {
  const report = (await reportsInForce(context.tx, context.campaign.id)).get(district);
  if (!report?.returned || (await filledParts(context, district)).size > 0) return;
  const { parts, promotion } = await stateOfReport(context, report);
  const written = parts.flatMap(({ name, state, text }): [string, string][] =>
    state === "written" || state === "beside" ? [[name, text]] : [],
  );
  if (written.length > 0)
    await fillParts(context, district, new Map([...written, ...(promotion ? [[PROMOTION, promotion] as const] : [])]));
}

async function askWhich(context: PersonContext, report: WorkReport): Promise<CommandOutcome> {
  const lacking = lackingIn(context, await stateOfReport(context, report));
  const title = phrases.givenTitle(districtName(context.campaign.definition, report.district));
  if (lacking.length === 0) return { reply: textView(title, phrases.nothingLacks()) };
  throw new RefusalError("work-report.no-part", phrases.unread(lacking));
}

async function show(context: PersonContext, district: string): Promise<CommandOutcome> {
  await takeUpReturned(context, district);
  // What is said next is for these parts, and no report as a whole.
  await context.dialogue.open(PARTS_SAID, { district });
  if (!context.cards.interactive) return { reply: await partsView(context, district) };
  await context.cards.show(context.chat, { kind: PARTS_CARD, subject: district });
  return {};
}

/** 分项填写: a card that keeps what is filled in until all of it is handed in. */
const byParts: Command = {
  ...common,
  id: "work-report.by-parts",
  words: [phrases.byPartsWord(), phrases.byPartsLabel()],
  async handle(context, { subject, words }) {
    const district = subject ?? ownDistrict(context, words);
    const report = (await reportsInForce(context.tx, context.campaign.id)).get(district);
    if (report && !report.returned) return { reply: phrases.inAlready(report.version) };
    return show(context, district);
  },
};

const saveParts: Command = {
  ...common,
  id: SAVE_PARTS,
  handle: (context, { subject = "", values }) => save(context, subject, { said: inForm(context, values), leftOut: [] }),
};

export const contentsCommands: readonly Command[] = [complete, byParts, saveParts];
