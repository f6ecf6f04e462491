import type { Action, View } from "../../platform/chat/view.ts";
import { plainAnswer } from "../../platform/conversation/plain.ts";
import type { StaffId } from "../../shared/brand.ts";
import { districtName } from "../definition/districts.ts";
import { fieldFor } from "../definition/purposes.ts";
import { nounsOf } from "../directory/nouns.ts";
import { awaitChoice } from "../engine/choice.ts";
import type { Context, PersonContext } from "../engine/context.ts";
import type { CommandRequest } from "../engine/feature.ts";
import { workDistrictsOf } from "../engine/on-behalf.ts";
import { nameOf } from "./colleagues.ts";
import { type ApplicationDraft, DRAFT, draftOf, isPartOf, openForm, saveForm, startForm } from "./draft.ts";
import { isSpeltBy, plainName } from "./find-application.ts";
import { applicationForm } from "./form.ts";
import { applicationPhrases as phrases } from "./phrases.ts";
import { wordsOf } from "./words.ts";
import { applyingDistricts, workDistrict } from "./work-district.ts";

/** What 申报 leads to: a form, or the question which one. */
export type TakenUp =
  /** `name`: said with the command, to be answered to the question of the name. */
  { kind: "form"; form: ApplicationDraft; name?: string } | { kind: "which"; view: View };

function districtOf(context: PersonContext, request: CommandRequest): string {
  const among = applyingDistricts(context);
  return workDistrict(context, request, { word: phrases.start(), among });
}

const isBegun = ({ state }: ApplicationDraft): boolean => Object.keys(state.answers).length > 0;

/** 申报. A new form; with forms of the person's own begun before, asks whether to go on with one of them. */
export async function takeUpForm(context: PersonContext, request: CommandRequest): Promise<TakenUp> {
  const district = districtOf(context, request);
  const own = (await unfinished(context, district)).filter(
    (form) => form.draft.subject === undefined && isPartOf(form, context.person.staffId),
  );
  const begun = own.filter(isBegun);
  const name = nameSaid(context, request.words, district);
  if (name !== "") return named(context, { district, name, begun, own });
  if (begun.length > 0) return which(context, begun);
  const [empty] = own;
  return { kind: "form", form: empty ? await resumeForm(context, empty.draft.id) : await startForm(context, district) };
}

/** 另填一份, 另填一份 <小区名称>. */
export async function startAnother(context: PersonContext, request: CommandRequest): Promise<TakenUp> {
  const district = districtOf(context, request);
  const form = await startForm(context, district);
  return { kind: "form", form, name: nameSaid(context, request.words, district) };
}

interface Named {
  district: string;
  name: string;
  /** Of the person's own. */
  begun: readonly ApplicationDraft[];
  own: readonly ApplicationDraft[];
}

/** 申报 <小区名称>: the form of that name goes on, a similar name is asked about, else a new form has the name. */
async function named(context: PersonContext, { district, name, begun, own }: Named): Promise<TakenUp> {
  const called = calledSo(context, begun, name);
  const [only, second] = called;
  if (only && !second && isCalled(context, only, name))
    return { kind: "form", form: await resumeForm(context, only.draft.id) };
  if (only) return which(context, called, { other: name });
  const empty = own.find((form) => !isBegun(form));
  const form = empty ? await resumeForm(context, empty.draft.id) : await startForm(context, district);
  return { kind: "form", form, name };
}

/** What was said besides the district. */
function nameSaid(context: PersonContext, words: string, district: string): string {
  const [said, of] = [plainAnswer(words), districtName(context.campaign.definition, district)];
  if (said === of) return "";
  const rest = said.startsWith(`${of} `)
    ? said.slice(of.length)
    : said.endsWith(` ${of}`)
      ? said.slice(0, -of.length)
      : said;
  // 再报一个 叫塔山小区
  const noun = nounsOf(context.campaign.definition).case;
  return nameIn(plainAnswer(rest), noun);
}

const WISH =
  "(?:[嗯呃唔哦,，\\s]|好的?|那|我们?|咱们?|现在|就是|是|想|要|需要|准备|打算|来|帮我|请|先|再|还|另外|开始)*";

/** 想报一个小区, 就是申报一个小区叫鉴湖新城: what is said of the case to apply with; undefined for other words. */
export function wishIn(text: string, noun: string): string | undefined {
  const begins = new RegExp(
    `^${WISH}(?:申报|填报|报名|报)(?:上|一下)?(?:[一另新]个?|[个份家户])(?:新的?)?(?:${noun}|小区|项目|社区)?(?:[吧了。]*$|[,，\\s]*(?:那个)?((?:名?叫|名字|名称|就是|是).*)$)`,
    "u",
  );
  const begun = [...text].length > LONGEST_WISH ? null : begins.exec(plainAnswer(text));
  return begun ? (begun[1] ?? "").replace(/[吧了。]+$/u, "") : undefined;
}
/** In characters. */
const LONGEST_WISH = 60;

/** 裕民锦园在柯桥街道, 湖塘花园地址在香林路128号: more than the name. */
export const saysMore = (name: string): boolean => [...name].length > LONGEST_NAME || SAYS_WHERE.test(name);
const SAYS_WHERE = /.(?:在|位于|坐落|地址|属于)\p{Script=Han}{2}/u;
/** In characters, of a name said behind the command. */
const LONGEST_NAME = 12;

/** 一个小区 names none; 一个小区叫鉴湖新城, 小区就是鉴湖新城 say the name. */
export function nameIn(said: string, noun: string): string {
  const words = said.replace(/^(?:[嗯呃唔]|那个)+/u, "");
  const begun = new RegExp(`^(?:(?:另外|再|新)?[一这那]?[个份家户]|新的?)?(?:${noun}|小区|项目)?(?=$|名|叫|就是)`, "u");
  const rest = words
    .replace(begun, "")
    .replace(/^(?:的?(?:名字|名称)(?:叫做?|是)|名叫|叫做?|就是)(?=\p{Script=Han}{2})/u, "");
  return rest.trim();
}

const isCalled = (context: PersonContext, form: ApplicationDraft, name: string): boolean =>
  plainCase(context, caseName(context, form)) === plainCase(context, name);

const plainCase = (context: PersonContext, name: string): string =>
  plainName(name, nounsOf(context.campaign.definition).case);

/** Those of the name, else those with a part of it. The id says one beyond doubt. */
function calledSo(
  context: PersonContext,
  forms: readonly ApplicationDraft[],
  name: string,
): readonly ApplicationDraft[] {
  const byId = forms.filter(({ draft }) => draft.id === name);
  if (byId.length > 0) return byId;
  const whole = forms.filter((form) => isCalled(context, form, name));
  if (whole.length > 0) return whole;
  const { case: noun } = nounsOf(context.campaign.definition);
  return forms.filter((form) => isSpeltBy(caseName(context, form), name, noun));
}

/** 继续填写, 继续填写 <小区名称>: the named form of the district, else the one that the person left last. */
export async function continueForm(context: PersonContext, request: CommandRequest): Promise<TakenUp> {
  const district = districtOf(context, request);
  const all = await unfinished(context, district);
  const wanted = nameSaid(context, request.words, district);
  const called = wanted === "" ? [] : calledSo(context, all, wanted);
  const own = all.filter((form) => isPartOf(form, context.person.staffId));
  const [first, ...more] = called.length > 0 ? called : own.length > 0 ? own : all;
  if (!first) return { kind: "form", form: await startForm(context, district) };
  const isUnknown = wanted !== "" && called.length === 0;
  if (isUnknown || more.length > 0) return which(context, [first, ...more], isUnknown ? { unknown: wanted } : {});
  return { kind: "form", form: await resumeForm(context, first.draft.id) };
}

/** Opens a form again, for anybody of its district. */
export async function resumeForm(context: PersonContext, draftId: string): Promise<ApplicationDraft> {
  const form = await openForm(context, draftId);
  return saveForm(context, form, form.state);
}

/** Of a person's districts the forms on which the person has worked, the last changed first; none that are empty. */
export const formsBegun = async (context: Context, person: StaffId): Promise<ApplicationDraft[]> =>
  (await formsOf(context, person)).filter(isBegun);

/** The same, with those in which nothing is filled in yet. */
export async function formsOf(context: Context, person: StaffId): Promise<ApplicationDraft[]> {
  const drafts = await context.drafts.unfinished({ kind: DRAFT, districts: workDistrictsOf(context, person) });
  return drafts.map((draft) => draftOf(context, draft, person)).filter((form) => isPartOf(form, person));
}

async function unfinished(context: PersonContext, district: string): Promise<ApplicationDraft[]> {
  const drafts = await context.drafts.unfinished({ kind: DRAFT, district });
  return drafts.map((draft) => draftOf(context, draft, context.person.staffId));
}

/** Answer to the name field; empty without one. */
export function caseName(context: Context, { state }: ApplicationDraft): string {
  return String(state.answers[fieldFor(applicationForm(context), "name")?.key ?? ""] ?? "");
}

interface WhichWords {
  /** No form has this name. */
  unknown?: string;
  /** Name of a form that may be another one. */
  other?: string;
}

/** Asks which form is meant: the next message says it. */
async function which(
  context: PersonContext,
  forms: readonly ApplicationDraft[],
  { unknown, other }: WhichWords = {},
): Promise<TakenUp> {
  const words = wordsOf(context.campaign.definition);
  const all = applicationForm(context).fields.length;
  const named = forms.map((form) => ({ form, name: caseName(context, form) || phrases.unnamed(words) }));
  const items = named.map(({ form: { state, draft }, name }) =>
    phrases.unfinishedItem(name, {
      done: Object.keys(state.answers).length,
      all,
      by: nameOf(context.people, draft.startedBy),
    }),
  );
  const another = other === undefined ? phrases.startAnother() : phrases.startAnotherNamed(other);
  await awaitChoice(context, [
    ...named.map(({ form, name }) => ({ name, typed: phrases.goOnWith(form.draft.id) })),
    { name: another, typed: another },
  ]);
  const lead = unknown === undefined ? [] : [{ kind: "text" as const, text: phrases.noSuchForm(unknown, words) }];
  const view: View = {
    title: phrases.whichTitle(words),
    tone: "running",
    body: [...lead, { kind: "text", text: phrases.whichLead(words) }, { kind: "list", ordered: true, items }],
    actions: [
      ...forms.map((form) => resumeAction(context, form)),
      { id: "application.another", label: another, typed: another, look: "default" },
    ],
  };
  return { kind: "which", view };
}

function resumeAction(context: PersonContext, form: ApplicationDraft): Action {
  const name = caseName(context, form);
  const label = name === "" ? phrases.goOn() : phrases.goOnWith(name);
  return { id: "application.resume", label, typed: label, look: "default", subject: form.draft.id };
}
