import { showAnswer } from "../../platform/conversation/answers/show-answer.ts";
import type { Question } from "../../platform/conversation/field.ts";
import { openQuestion } from "../../platform/conversation/open-question.ts";
import { plainAnswer } from "../../platform/conversation/plain.ts";
import { fieldFor } from "../definition/purposes.ts";
import { nounsOf } from "../directory/nouns.ts";
import type { PersonContext } from "../engine/context.ts";
import { type ApplicationDraft, DRAFT, draftOf } from "./draft.ts";
import { plainName } from "./find-application.ts";
import { applicationForm } from "./form.ts";

const SAME_AS = /^(?:同|和|与|跟)(.{2,20}?)(?:的?一样|相同|一致)?[。.]*$/u;

/** 同雅苑: the answer that the form of that name in the same district has there; undefined if the words name none. */
export async function answerOfOther(
  context: PersonContext,
  form: ApplicationDraft,
  text: string,
): Promise<{ question: Question; name: string; shown: string | undefined } | undefined> {
  const question = openQuestion(applicationForm(context), form.state);
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
