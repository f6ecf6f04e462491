import { keepsAnswer } from "./answers/not-content.ts";
import { showAnswer } from "./answers/show-answer.ts";
import { talkIn } from "./answers/talk.ts";
import { standsForPhrases as phrases } from "./content-phrases.ts";
import { type Form, isWords, type Question } from "./field.ts";
import { readFormCommand } from "./form-command.ts";
import type { FormState } from "./form-state.ts";
import { labelNames } from "./label-names.ts";
import { proposalFor } from "./proposal.ts";

const SAME_AS =
  /^(?:就|也)?(?:是)?(?:同|和|与|跟)(?:上面|前面|上述|以上)?的?(.{2,20}?)(?:一样|相同|一致|是?同一个?人?)?的?[吧。.]*$/u;

/** 就用小区名称: the name of another field and nothing else. */
const USES =
  /^(?:那|就|也)*(?:用|填|写|按照?|照)(?:着)?(?:那个)?(.{2,12}?)(?:就行|即可|来填|填|吧|了|的|呗|啊|呀|嘛)*[。.]*$/u;

/** 好的谢谢 项目名称确认: what is behind the acknowledgement. */
export function withoutThanks(text: string): string {
  const [first = "", ...others] = text.trim().split(/(?<=[\s,，。])(?=\S)/u);
  return others.length > 0 && talkIn(first) === "acknowledged" ? withoutThanks(others.join("")) : text.trim();
}

/** The answer that the words stand for, or why they stand for none. */
export type StandsFor = { text: string } | { retry: string };

interface At {
  form: Form;
  state: FormState;
}

/**
 * 同小区名称 at 项目名称, 跟申报单位一样, 同申报单位负责人 at another's telephone number: the answer given there; behind a
 * label also 确认, 采用建议, 不变: the saved or the proposed answer. Undefined for other words.
 */
export function standsFor(at: At, question: Question, text: string): StandsFor | undefined {
  return sameAs(at, question, text) ?? accepted(at, question, text) ?? kept(at, question, text);
}

/** 数据截止日期不变: the saved answer. */
function kept({ state }: At, question: Question, text: string): StandsFor | undefined {
  const saved = state.answers[question.key];
  if (isWords(question) || saved === undefined || !keepsAnswer(text)) return undefined;
  return { text: showAnswer(question, saved) };
}

function sameAs({ form, state }: At, question: Question, text: string): StandsFor | undefined {
  const label = (SAME_AS.exec(text.trim()) ?? USES.exec(text.trim()))?.[1];
  if (label === undefined) return undefined;
  const called = label.replace(/名字?$/u, "名称");
  const labels = question.kind === "phone" ? [label, `${label}电话`] : [label, called];
  const named = labelNames(form).filter(({ name, part }) => part !== "start" && labels.includes(name));
  const [other] = named.filter(({ question: one }) => one !== question && one.kind === question.kind);
  const own = named.some(({ question: one }) => one === question);
  if (!other) return own ? { retry: phrases.same(text.trim(), question.label) } : undefined;
  const answered = state.answers[other.question.key];
  if (answered === undefined) return { retry: phrases.notGiven(text.trim(), other.question.label) };
  return { text: showAnswer(other.question, answered) };
}

function accepted({ form, state }: At, question: Question, text: string): StandsFor | undefined {
  const command = isWords(question) ? readFormCommand(text) : undefined;
  if (command?.kind !== "accept") return undefined;
  const saved = state.answers[question.key];
  const proposal = proposalFor(form, state, question);
  if (proposal !== undefined && (command.proposed || saved === undefined)) return { text: proposal };
  return saved === undefined ? { retry: phrases.nothing(text.trim()) } : { text: showAnswer(question, saved) };
}
