import type { AnswerValue } from "../../platform/conversation/answer.ts";
import { parseAnswer } from "../../platform/conversation/answers/parse-answer.ts";
import type { Question } from "../../platform/conversation/field.ts";
import { begin, type FormState } from "../../platform/conversation/form-state.ts";
import { isPersonalRef, type PersonalRef } from "../../platform/journal/personal-value.ts";
import type { PersonTurn } from "../engine/feature.ts";
import type { Application, StoredAnswer } from "./application.ts";
import { DRAFT, type Filling } from "./filling.ts";
import { answerContext, applicationForm } from "./form.ts";

/** 修改: a handed-in application as a form again; handing it in makes the next revision. */
export async function editApplication(turn: PersonTurn, application: Application): Promise<Filling> {
  const { tx, campaign, person, drafts } = turn;
  const owner = { campaignId: campaign.id, kind: DRAFT, district: application.district, subject: application.id };
  const [open] = await drafts.unfinished(tx, owner);
  const state = await stateOf(turn, application);
  if (open) return { draft: await drafts.save(tx, open, { body: state, state: "open" }), state };
  return { draft: await drafts.start(tx, { ...owner, startedBy: person.staffId, body: state }), state };
}

/** The form in its review, with every answer the application holds. */
async function stateOf(turn: PersonTurn, { answers }: Application): Promise<FormState> {
  const form = applicationForm(turn.campaign.definition);
  const refs = Object.values(answers).filter((answer): answer is PersonalRef => isPersonalRef(answer));
  const values = await turn.personal.read(turn.tx, refs);
  const known: Record<string, AnswerValue> = {};
  for (const question of form.fields) {
    const value = readBack(turn, question, { answer: answers[question.key], values });
    if (value !== undefined) known[question.key] = value;
  }
  const { at: _, ...state } = begin(form);
  const skipped = form.fields.filter(({ key, required }) => !required && !(key in known)).map(({ key }) => key);
  return { ...state, answers: known, skipped };
}

function readBack(
  turn: PersonTurn,
  question: Question,
  { answer, values }: { answer: StoredAnswer | undefined; values: ReadonlyMap<string, string> },
): AnswerValue | undefined {
  if (typeof answer === "string" || typeof answer === "number") return answer;
  const text = isPersonalRef(answer) ? values.get(answer.personal) : undefined;
  if (text === undefined || question.kind !== "declaration") return text;
  const parsed = parseAnswer(question, text, answerContext(turn));
  return parsed.ok ? parsed.value : undefined;
}
