import { showAnswer } from "../../platform/conversation/answers/show-answer.ts";
import type { Question } from "../../platform/conversation/field.ts";
import { labelAt } from "../../platform/conversation/label-marks.ts";
import { openQuestion } from "../../platform/conversation/open-question.ts";
import { cleanLine, plainAnswer } from "../../platform/conversation/plain.ts";
import { withoutFillers } from "../../platform/conversation/spoken.ts";
import { type Form, fieldFor } from "../definition/purposes.ts";
import { nounsOf } from "../directory/nouns.ts";
import type { PersonContext } from "../engine/context.ts";
import { type ApplicationDraft, DRAFT, draftOf } from "./draft.ts";
import { plainName } from "./find-application.ts";
import { applicationForm, askedForm } from "./form.ts";
import { applicationsOf } from "./store.ts";

const SAME_AS = /^(?:同|和|与|跟)(.{2,20}?)(?:的?一样|相同|一致)?[。.]*$/u;

/** What is said of a field of a case that is named: 舜江名邸地址凤山路90号. */
export interface OfCase {
  caseName: string;
  label: string;
  value: string;
  isOwn: boolean;
}

/** Undefined for words that name no case and field, or could be a text of paragraphs. */
export async function saidOfCase(
  context: PersonContext,
  form: ApplicationDraft,
  text: string,
): Promise<OfCase | undefined> {
  const fields = applicationForm(context);
  const { district } = form.draft;
  if (district === undefined) return undefined;
  // Paragraphs may begin with a name; a row of another form below it is none of them.
  if (openQuestion(fields, form.state)?.kind === "longText" && !/^\s*\S+\s*\n[^\n]*\t/u.test(text)) return undefined;
  const own = String(form.state.answers[fieldFor(fields, "name")?.key ?? ""] ?? "");
  return readOfCase(fields, { own, others: await namesIn(context, district) }, text);
}

/** @param names of the case that is filled in, empty where it has none yet, and of others */
export function readOfCase(
  form: Form,
  { own, others }: { own: string; others: readonly string[] },
  text: string,
): OfCase | undefined {
  const said = cleanLine(withoutFillers(text));
  const named = [own, ...others].filter((name) => name !== "" && said.startsWith(name));
  const [caseName] = named.toSorted((a, b) => b.length - a.length);
  if (caseName === undefined) return undefined;
  const field = labelAt(form, said.slice(caseName.length).replace(/^(?:的|[\s,，:：]+)/u, ""));
  if (!field || field.rest === "") return undefined;
  return { caseName, label: field.question.label, value: field.rest, isOwn: caseName === own };
}

/** Of the forms being filled in. */
export async function draftNamesIn(context: PersonContext, district: string): Promise<string[]> {
  const nameKey = fieldFor(applicationForm(context), "name")?.key ?? "";
  const drafts = await context.drafts.unfinished({ kind: DRAFT, district });
  const filled = drafts.map((draft) => draftOf(context, draft, context.person.staffId).state.answers[nameKey]);
  return filled.filter((name) => typeof name === "string" && name !== "").map(String);
}

/** Of the forms being filled in and of the submitted ones. */
export async function namesIn(context: PersonContext, district: string): Promise<string[]> {
  const all = await applicationsOf(context.tx, context.campaign.id, { states: ["submitted", "excluded"] });
  const submitted = all.filter((one) => one.district === district).map(({ compoundName }) => compoundName);
  return [...(await draftNamesIn(context, district)), ...submitted];
}

/** 同雅苑: the answer that the form of that name in the same district has there; undefined if the words name none. */
export async function answerOfOther(
  context: PersonContext,
  form: ApplicationDraft,
  text: string,
): Promise<{ question: Question; name: string; shown: string | undefined } | undefined> {
  const question = openQuestion(askedForm(context, form.state), form.state);
  const said = SAME_AS.exec(plainAnswer(text))?.[1];
  const { district } = form.draft;
  if (!question || said === undefined || question.kind === "longText" || district === undefined) return undefined;
  const nameKey = fieldFor(applicationForm(context), "name")?.key ?? "";
  const { case: noun } = nounsOf(context.campaign.definition);
  const drafts = await context.drafts.unfinished({ kind: DRAFT, district });
  const others = drafts
    .filter(({ id }) => id !== form.draft.id)
    .map((draft) => draftOf(context, draft, context.person.staffId).state.answers)
    .filter((answers) => plainName(String(answers[nameKey] ?? ""), noun) === plainName(said, noun));
  const [answers, second] = others;
  if (!answers || second) return undefined;
  const value = answers[question.key];
  return {
    question,
    name: String(answers[nameKey]),
    shown: value === undefined ? undefined : showAnswer(question, value),
  };
}
