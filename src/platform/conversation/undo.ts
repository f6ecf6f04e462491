import { isDeepStrictEqual } from "node:util";
import type { AnswerValue } from "./answer.ts";
import { showAnswer } from "./answers/show-answer.ts";
import { bareWords } from "./bare-words.ts";
import { type Form, questionByKey } from "./field.ts";
import { type FormState, isAnswered } from "./form-state.ts";
import { openAt } from "./moves.ts";
import { openQuestion } from "./open-question.ts";
import type { Step } from "./outcome.ts";
import { undoPhrases } from "./phrases.ts";
import { plainAnswer } from "./plain.ts";
import { longTextSummary } from "./question-view.ts";
import { simplified } from "./simplified.ts";

const LAST = "(?:刚才|刚刚|上面|上一?[条次个]|前一?[条次]|最后一?[条次])";
const DONE = "(?:(?:粘贴?|贴|发|填|写|说|点|选|弄|搞|传)(?:的|错|过来)?(?:内容|那条|那个)?(?:错|反)?了?|错|弄错|搞错)";
/** 撤销, 刚才粘错了，撤销, 刚才那条不算 */
const UNDO = new RegExp(
  `^[嗯哎啊呃哦,，\\s]*(?:不对[,，\\s]*)?(?:${LAST}?(?:我|是)?${DONE}?了?[,，。;；\\s]*(?:请|麻烦|帮我|把)*(?:撤销|恢复原样|还原)(?:一下|掉|吧|了)?|(?:请|帮我)*(?:撤销|撤回|取消|还原)(?:一下|掉)?${LAST}(?:的|那条|那个|填的|发的|内容|那一?[条项])*|(?:把|将)?${LAST}(?:那|的|我)*(?:[一]?[条个项次句段]|填的|发的|写的|粘的|内容)?(?:就|都|给)?(?:不算|作废|不要|去掉|删掉|删除|删了)(?:了|吧)*)$`,
  "u",
);

export const saysUndo = (text: string): boolean => UNDO.test(simplified(plainAnswer(bareWords(text).words)));

/**
 * The later state with what takes its changes back; that of before stays where nothing was recorded.
 * @param said the message, as such are compared
 */
export function withUndo(before: FormState, after: FormState, said?: string): FormState {
  const keys = [...new Set([...Object.keys(before.answers), ...Object.keys(after.answers)])];
  const changed = keys.filter((key) => !isDeepStrictEqual(before.answers[key], after.answers[key]));
  if (changed.length === 0) return after;
  const answers = Object.fromEntries(changed.map((key) => [key, before.answers[key] ?? null]));
  const at = before.at === undefined ? {} : { at: before.at };
  return { ...after, undo: { answers, ...at, ...(said === undefined || said === "" ? {} : { said }) } };
}

/** 撤销: takes back what the last message recorded, all of it; undefined for other words. */
export function undoLast(form: Form, state: FormState, text: string): Step | undefined {
  if (!saysUndo(text)) return undefined;
  const { undo, ...now } = state;
  if (!undo) return told(form, now, undoPhrases.nothing());
  const restored = Object.entries(undo.answers).filter(([, value]) => value !== null);
  const answers = { ...now.answers, ...Object.fromEntries(restored) } as Record<string, AnswerValue>;
  for (const key of Object.keys(undo.answers)) if (undo.answers[key] === null) delete answers[key];
  const skipped = now.skipped.filter((key) => !Object.hasOwn(undo.answers, key));
  const before = undo.at === undefined ? undefined : questionByKey(form, undo.at);
  const after = openAt({ ...now, answers, skipped }, before);
  const lines = Object.keys(undo.answers).flatMap((key) => {
    const question = questionByKey(form, key);
    const value = answers[key];
    if (!question) return [];
    if (value === undefined || !isAnswered(after, question)) return [undoPhrases.emptied(question.label)];
    const shown =
      question.kind === "longText" && typeof value === "string" ? longTextSummary(value) : showAnswer(question, value);
    return [undoPhrases.restored(question.label, shown)];
  });
  return told(form, after, undoPhrases.undone(lines));
}

function told(form: Form, state: FormState, sentence: string): Step {
  const open = openQuestion(form, state);
  return {
    state,
    outcome: open ? { kind: "ask", question: open, notes: [sentence] } : { kind: "review", notes: [sentence] },
  };
}
