import { countWords } from "./count-words.ts";
import { elsewherePhrases as phrases } from "./elsewhere-phrases.ts";
import type { Form } from "./field.ts";
import type { Step } from "./outcome.ts";
import { retryPhrases } from "./phrases.ts";

const FIGURE = "[\\d一二两三四五六七八九十百千万零点.]";
/** 十二万平方米, 680户, 2008年建成, 绿化率35%, 收缴率百分之九十五 */
const DESCRIBES: readonly RegExp[] = [
  new RegExp(`${FIGURE}\\s*(?:平方米|平米|㎡|户|栋|幢|[个台]充电桩)`, "u"),
  /\d年(?:建成|竣工|交付|投入使用)/u,
  new RegExp(`(?<!入住|交付)率(?:是|为|大?概|约)?(?:百分之|${FIGURE}+[%％])`, "u"),
];

/** A refused message with facts of the compound, which no column of one line asks for, is told where they may stand. */
export function withDescription(form: Form, said: string, done: Step): Step {
  const { outcome } = done;
  const text = form.fields.find(({ kind, required }) => kind === "longText" && required);
  const isOther = outcome.kind === "retry" && outcome.question.kind === "text" && !outcome.offer;
  // What is only too long is to be said in fewer words.
  const most = isOther ? (outcome.question.maxCharacters ?? 0) : 0;
  const isLong = isOther && outcome.sentence.startsWith(retryPhrases.tooLong(countWords(said), most));
  if (!isOther || isLong || !text || said.includes(text.label) || !DESCRIBES.some((is) => is.test(said))) return done;
  return { ...done, outcome: { ...outcome, sentence: `${outcome.sentence}${phrases.describes(text.label)}` } };
}
