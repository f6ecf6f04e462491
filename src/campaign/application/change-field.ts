import type { View } from "../../platform/chat/view.ts";
import { withoutSender } from "../../platform/conversation/beside-form.ts";
import { choiceBefore } from "../../platform/conversation/choice-before.ts";
import { readFieldChange } from "../../platform/conversation/field-change.ts";
import { findQuestion } from "../../platform/conversation/find-question.ts";
import { labelNames } from "../../platform/conversation/label-names.ts";
import { stepPhrases } from "../../platform/conversation/phrases.ts";
import { RefusalError } from "../../shared/refusal-error.ts";
import type { Form } from "../definition/purposes.ts";
import { nounsOf } from "../directory/nouns.ts";
import { awaitChoice } from "../engine/choice.ts";
import type { PersonContext } from "../engine/context.ts";
import { answerTexts } from "./answer-texts.ts";
import type { Application } from "./application.ts";
import { answerForm } from "./dialogue.ts";
import { type ApplicationDraft, DIALOGUE, openForm } from "./draft.ts";
import { editApplication } from "./edit.ts";
import { findApplication, nameAmong, plainName } from "./find-application.ts";
import { applicationForm } from "./form.ts";
import { hasApplications } from "./offered.ts";
import { applicationPhrases as phrases } from "./phrases.ts";
import { fieldsOfCases, severalFormsView } from "./several-forms.ts";
import { applicationsOf } from "./store.ts";
import { requireChangeable } from "./submit.ts";
import { caseName, formsBegun } from "./take-up.ts";
import { wordsOf } from "./words.ts";
import { ownDistricts } from "./work-district.ts";

interface Change {
  /** Label of the field. */
  label: string;
  value: string;
  /** What stands before the field's name; empty if nothing does. */
  caseName: string;
  /** The content is added to what is there. */
  adds?: true;
  /** Of several fields: all the changes, as the form's own words. */
  all?: readonly string[];
}

/** 第五项, 上面第五条, 五杠一 */
const COUNTED =
  /第?[\d一二三四五六七八九十]{1,3}(?:[项条个题款]|\s*(?:横?杠|之|[-－‐‑‒–—―−点.])\s*第?[\d一二三四五六七八九十]{1,3})(?:的?(?:分数|得分|理由))?$/u;
const OF_ANOTHER_PAPER =
  /^(?:(?:\d+(?:\.\d+)?|[零〇一二三四五六七八九十两点]+)\s*[分个]半?|满分|(?:基本|均|都|全部|未)?(?:不)?符合|不适用|尚?不清楚|待核实)(?:吧|了|的)?[\s,，。;；]*$/u;

/** An item that is only counted is one of the matter in hand, and points and 符合 are content of no form. */
export const isOfAnotherPaper = (name: string, value: string): boolean =>
  COUNTED.test(name) || OF_ANOTHER_PAPER.test(value.trim());

/** 小区地址改为滨河路3号, 雅苑的小区地址改为…: undefined if the text gives no field of the form another content. */
export function readCaseChange(context: PersonContext, text: string): Change | undefined {
  return hasApplications(context.campaign.definition) ? changeIn(applicationForm(context), text) : undefined;
}

/** Also of several lines, each of which changes a field: 雅苑的小区地址改为…, 申报单位改为…. */
export function changeIn(form: Form, typed: string): Change | undefined {
  const text = withoutSender(typed);
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  const changes = lines.length > 1 ? lines.map((line) => changeOf(form, line)) : [];
  const all = changes.flatMap((change) => (change ? [typedFor(change)] : []));
  const [first] = changes;
  const isOfOne = changes.slice(1).every((change) => change?.caseName === "" || change?.caseName === first?.caseName);
  return first && isOfOne && all.length === lines.length ? { ...first, all } : changeOf(form, text);
}

function changeOf(form: Form, text: string): Change | undefined {
  const told = withCaseName(form, text);
  if (told) return told;
  const change = readFieldChange(text);
  if (!change?.name || change.name === "previous" || change.instead !== undefined) return undefined;
  const { name, value, adds } = change;
  const content = adds ? { value, adds } : { value };
  if (isOfAnotherPaper(name, value)) return undefined;
  const [longest] = form.fields
    .map(({ label }) => label)
    .filter((label) => name.endsWith(label))
    .sort((a, b) => b.length - a.length);
  if (longest !== undefined)
    return { label: longest, ...content, caseName: name.slice(0, -longest.length).replace(/的$/u, "") };
  const spoken = spokenName(form, name);
  if (spoken) return { ...spoken, ...content };
  const found = findQuestion(form, name);
  return found.kind === "one" ? { label: found.question.label, ...content, caseName: "" } : undefined;
}

/** As the form's own words. */
const typedFor = ({ label, value, adds }: Pick<Change, "label" | "value" | "adds">): string =>
  adds ? stepPhrases.addTyped(label, value) : stepPhrases.changeTyped(label, value);

/** 湖塘花园的入住率, 湖塘花园的电话错了负责人电话: other words for a field behind the name of a case. */
function spokenName(form: Form, name: string): Omit<Change, "value"> | undefined {
  const [, caseName = "", said = ""] = /^(\S{2,}?)的(?:[^的]{1,8}错了)?([^的]{2,14})$/u.exec(name) ?? [];
  if (said === "") return undefined;
  const isOption = form.fields.some((one) => choiceBefore(form, one)?.options?.some(({ text }) => text === said));
  if (isOption) return { label: said, caseName };
  const named = labelNames(form).find((one) => one.part !== "start" && one.name === said);
  return named && { label: named.question.label, caseName };
}

/** 东湖花园 第2份的小区名称改为…: what tells cases of one name apart stands behind a blank. */
function withCaseName(form: Form, text: string): Change | undefined {
  const [, caseName = "", said = ""] = /^\s*(\S+[ \u3000][^\n]{1,40}?)的(?=\S)(.+)$/su.exec(text) ?? [];
  const change = said === "" ? undefined : readFieldChange(said);
  const field = form.fields.find(({ label }) => label === change?.name);
  return change && field ? { label: field.label, value: change.value, caseName } : undefined;
}

type Open =
  | { kind: "form"; form: ApplicationDraft; name: string }
  | { kind: "submitted"; application: Application; name: string };

/**
 * Changes the field of the form being filled in, or of a submitted application, whose change is then to be handed in.
 * Asks which, if there are several.
 */
export async function changeField(context: PersonContext, text: string): Promise<View | undefined> {
  const change = readCaseChange(context, text);
  if (!change) throw new RefusalError("application.no-change", phrases.noSuch());
  const others = (await openCases(context, "")).map(({ name }) => name);
  const parts = fieldsOfCases(applicationForm(context), { others }, text.replace(/^\s*[/／]/u, ""));
  if (parts.length > 0) return severalFormsView(parts);
  const open = await openCases(context, change.caseName);
  const [only, second] = open;
  if (!only)
    throw new RefusalError(
      "application.nothing-open",
      phrases.nothingToChange(change.label, wordsOf(context.campaign.definition)),
    );
  if (second) {
    const view = phrases.whichToChange(
      change.adds ? { ...change, all: [typedFor(change)] } : change,
      open.map(({ name }) => name),
    );
    await awaitChoice(
      context,
      view.actions.map(({ label: name, typed }) => ({ name, typed })),
    );
    return view;
  }
  const form =
    only.kind === "form" ? await openForm(context, only.form.draft.id) : await edited(context, only.application);
  await context.dialogue.open(DIALOGUE, { draftId: form.draft.id });
  const said = change.all ?? [typedFor(change)];
  await answerForm(context, form, said.join("\n"));
  return undefined;
}

async function edited(context: PersonContext, application: Application): Promise<ApplicationDraft> {
  await requireChangeable(context, application);
  return editApplication(context, application);
}

/** Forms that the person is filling in, and submitted applications of the own districts, by name where one is said. */
async function openCases(context: PersonContext, named: string): Promise<Open[]> {
  const forms = await formsBegun(context, context.person.staffId);
  const all = await applicationsOf(context.tx, context.campaign.id, { states: ["submitted", "excluded"] });
  const own = all.filter(
    ({ district, id }) => ownDistricts(context).includes(district) && !forms.some(({ draft }) => draft.subject === id),
  );
  const words = {
    noun: nounsOf(context.campaign.definition).case,
    addresses: await answerTexts(context, own, "address"),
  };
  const submitted = own.map((application): Open => {
    const name = nameAmong(own, application, words);
    return { kind: "submitted", application, name };
  });
  const filled = toldApart(forms.map((form): Open => ({ kind: "form", form, name: caseName(context, form) })));
  if (named === "") return [...filled, ...submitted];
  const [only, second] = [...filled, ...submitted].filter(
    (one) => plainName(one.name, words.noun) === plainName(named, words.noun),
  );
  if (only && !second) return [only];
  const found = findApplication(own, named, words);
  return [
    ...filled.filter(({ name }) => name !== "" && name.includes(named)),
    ...submitted.filter(({ name, ...one }) =>
      found.kind === "one"
        ? one.kind === "submitted" && one.application.id === found.application.id
        : found.kind === "several" && found.names.includes(name),
    ),
  ];
}

/** Forms of one name with their place among them. */
function toldApart(filled: readonly Open[]): Open[] {
  return filled.map((one) => {
    const alike = filled.filter(({ name }) => name === one.name);
    return alike.length > 1 ? { ...one, name: phrases.nameInOrder(one.name, alike.indexOf(one) + 1) } : one;
  });
}
