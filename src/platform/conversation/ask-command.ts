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

/** Words that are meant for the form and say too little, or more than one command does: they are asked about. */
export function askCommand({ form, state, input }: StepContext): Step | undefined {
  const question = openQuestion(form, state);
  const said = compactAnswer(input.text);
  const asked = LEAVES_REST.test(said)
    ? phrases.leavesRest(said)
    : TAKES_BACK.test(said)
      ? phrases.takesBack(said)
      : LOOKS.test(said)
        ? phrases.looks(said)
        : undefined;
  return question && asked && { state, outcome: { kind: "retry", question, ...asked } };
}
