import { parseAnswer } from "./answers/parse-answer.ts";
import { commandPhrases as phrases } from "./elsewhere-phrases.ts";
import type { Question } from "./field.ts";
import type { StepContext } from "./moves.ts";
import { openQuestion } from "./open-question.ts";
import type { Step } from "./outcome.ts";
import { compactAnswer } from "./plain.ts";

/** 剩下都跳过, 其他的都不填了 */
const LEAVES_REST =
  /^(?:[嗯那就]|好的?)*(?:其[余他它]|剩下|剩余|后面|余下)(?:的|几[项个]|内容|栏目|各项)*(?:先|就|都|全部?|一律|暂时?|也|可以)*(?:不[填写]|不用[填写]?|不要|跳过|略过?|空着|放着)[填写了吧的]*$/u;
/** 撤, 不对 删: too short to say what is taken back. */
const TAKES_BACK = /^(?:撤|(?:不对|错了)[,，]?(?:删|撤)[掉除了销]*)$/u;
const LOOKS = /^[查看]$/u;

/** 我回来了继续吧, 好的继续填 */
const CAME_BACK = "(?:我们?)?(?:又|已经?)*(?:回来|忙完|开完会|来)了[,，]*";
const GOES_ON = "(?:我们?|那|就|来)*(?:继续|接着)[填写报办来弄]*";
const RESUMES = new RegExp(`^(?:[嗯好那哦]|好的)*(?:${CAME_BACK}(?:${GOES_ON})?|${GOES_ON})[吧啊呀了]*$`, "u");

/** 我接个电话先看看进度, 好了电话打完了继续: behind other words, where a number or a day is asked. */
const NAMED =
  /(?:看看?|查看?|瞧瞧?|了解|说说?|告诉我|问问?)(?:一下|下)?(?:现在|目前|当前|我的?|申报|填报)*的?(?<word>进度|还差什么|填了哪些)[吧了啊呀呢]*$|(?:先|就|帮我|给我|那|[吧了啊])(?<order>保存退出|上一步|跳过)[吧了啊]*$/u;
const RESUMED = /(?:继续|接着)[填写报办来弄]*[吧啊呀了]*$/u;
const RESUME = "继续";
const HAS_DIGITS = /[\d幺]|[零一二三四五六七八九]{3}/u;

/** The command that a sentence ends with, of the form or beside it, where the sentence can be no answer. */
function namedAtEnd({ input }: StepContext, question: Question): string | undefined {
  const said = compactAnswer(input.text);
  if (!["phone", "percent", "date"].includes(question.kind) || HAS_DIGITS.test(said)) return undefined;
  if (parseAnswer(question, input.text, input).ok) return undefined;
  const { word, order } = NAMED.exec(said)?.groups ?? {};
  return word ?? order ?? (RESUMED.test(said) ? RESUME : undefined);
}

/** Words that are meant for the form and say too little, or more than one command does: they are asked about. */
export function askCommand(context: StepContext): Step | undefined {
  const { form, state, input } = context;
  const question = openQuestion(form, state);
  const said = compactAnswer(input.text);
  if (question && RESUMES.test(said)) return { state, outcome: { kind: "ask", question } };
  const named = question && namedAtEnd(context, question);
  if (question && named !== undefined)
    return { state, outcome: { kind: "retry", question, ...phrases.names(input.text.trim(), named) } };
  const asked = LEAVES_REST.test(said)
    ? phrases.leavesRest(said)
    : TAKES_BACK.test(said)
      ? phrases.takesBack(said)
      : LOOKS.test(said)
        ? phrases.looks(said)
        : undefined;
  return question && asked && { state, outcome: { kind: "retry", question, ...asked } };
}
