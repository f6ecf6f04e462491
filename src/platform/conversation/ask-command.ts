import { commandPhrases as phrases } from "./elsewhere-phrases.ts";
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

/** Words that are meant for the form and say too little, or more than one command does: they are asked about. */
export function askCommand({ form, state, input }: StepContext): Step | undefined {
  const question = openQuestion(form, state);
  const said = compactAnswer(input.text);
  if (question && RESUMES.test(said)) return { state, outcome: { kind: "ask", question } };
  const asked = LEAVES_REST.test(said)
    ? phrases.leavesRest(said)
    : TAKES_BACK.test(said)
      ? phrases.takesBack(said)
      : LOOKS.test(said)
        ? phrases.looks(said)
        : undefined;
  return question && asked && { state, outcome: { kind: "retry", question, ...asked } };
}
