import { visibleText } from "../../shared/visible-text.ts";
import { answerAll } from "./answer-all.ts";
import { parseAnswer } from "./answers/parse-answer.ts";
import { choiceBefore } from "./choice-before.ts";
import { declared } from "./declared.ts";
import { isWords, optionsOf, type Question } from "./field.ts";
import { readFormCommand } from "./form-command.ts";
import { isAnswered } from "./form-state.ts";
import { labelNames } from "./label-names.ts";
import type { LabelledAnswer } from "./labelled-answers.ts";
import { leaveQuestion } from "./leave-question.ts";
import { answer, answerElsewhere, type StepContext } from "./moves.ts";
import { openQuestion } from "./open-question.ts";
import type { Step } from "./outcome.ts";
import { labelledPhrases, stepPhrases } from "./phrases.ts";
import { proposalFor } from "./proposal.ts";
import { runCommand } from "./run-command.ts";
import { simplified } from "./simplified.ts";
import { EMPTY_WORDS, withoutFillers } from "./spoken.ts";
import { undoLast } from "./undo.ts";
import { optionSaid } from "./with-choice.ts";

/** In characters: more is a text of its own. */
const MAX_SAID = 50;
const ENDS = /(?:[。.!！\s]|(?<=\p{Script=Han}{6})[哈嘛啊呀哦噢])+$/u;
const JOINT = /^(?:[,，、。\s]|[嗯呃唔]|然后|还有|另外|同时)+/u;
const POINTING = /^(?:(?:刚才|刚刚|前面|上面)(?:填|写|说)?的?|那个|这个)+/u;
const BEFORE_VALUE = new RegExp(`^(?:[,，\\s]|${EMPTY_WORDS}|应该是|还是|是|为(?!民)|选|填|在|到|至|于)+`, "u");
const HEAD = "(?:[这那]个|[这那]项|呢|我们?|也|就|还|都|先|暂时?|目前|现在|[,，\\s])*";
const CANNOT =
  "(?:不(?:太|大|是很)?(?:清楚|知道|确定|了解)|不用[填写]?|不必[填写]?|不[填写]|空着|留空|以后再[填写报]|没定|空缺|缺位|没有人|没人|无人|没有|没|无|跳过|略过|(?:没有?|尚?未)(?:成立|选|定|写|填|问|拿|查)(?:出来|好|到)?)";
/** 这个不清楚, 就先不写, 没有还没成立, 我不太清楚先不填 */
const LEFT = new RegExp(
  `^(?:的?(?:名字|名称|姓名|电话|号码))?${HEAD}${CANNOT}[,，\\s]*(?:(?:还|目前|尚)*(?:没有?|未)(?:成立|选|定|建)(?:出来|好)?|${HEAD}${CANNOT})?[了吧的啊呢]*$`,
  "u",
);
const TAKES_BACK =
  /^(?:的?内容|那[句条段个]|也|就|都)*(?:(?:撤销|撤回|不要|作废|不算|删掉|删除?|去掉|清空)(?:掉|了|吧)*[,，\s]*){1,2}$/u;
const AGAIN =
  /^(?:不对|错了|[填写说]错了?)*[,，\s]*(?:(?:刚才|刚刚)?那?[一]?[句条段个](?:不算|不要|作废)了?)?[,，\s]*(?:重新|重|再)(?:写|填|说|来)(?:一[遍下])?[了吧]*$/u;
/** 项目名称改一下 */
const CHANGES = /^(?:要|想|得|需要|再)*改(?:一?下|改|掉)?[吧了啊]*$/u;
/** 我想先写申报材料 */
const BEGINS =
  /^(?:我们?)?(?:想|要|得|准备|还是)*先?(?:去|来)?(?:重新?)?(?:填写?|写|说|改|回到|回|跳到)(?:一下)?(?:那个)?(.{2,14})$/u;

/** 查看申报材料 */
const VIEWS =
  /^(?:我们?)?(?:想|要)?(?:查看|看看|看一?下|看下|显示)(?:一下)?(.{2,14}?)(?:的?内容|(?:现在)?(?:[填写]的)?(?:是什么|怎么[填写]的))?$/u;

/** What is said to a field other than by its label and a colon. */
type Aside = LabelledAnswer & { leaves?: true };

/**
 * What a short message says of the form, or of other fields, instead of answering the open question: 安全事故没有,
 * 业委会主任还没成立, 申报材料撤销, 我想先写申报材料. Undefined for other words.
 */
export function saidAside(context: StepContext): Step | undefined {
  const said = withoutFillers(visibleText(context.input.text).trim()).replace(ENDS, "");
  if ([...said].length > MAX_SAID || /[\n\t：:；;]/u.test(said)) return undefined;
  return leftFor(context, said) ?? ofForm(context, simplified(said)) ?? ofFields(context, said);
}

/** 备注先空着去填党支部书记: the open question waits, and the other one is asked. */
const LEFT_FOR =
  /^(.{0,8}?)(?:先|暂时?)*(?:空着|不填|不写|放着|跳过)[吧了]?[,，\s]*(?:我们?)?(?:先)?(?:去|来|先)(?:重新?)?(?:填写?|写|改|补)(?:一下)?(.{2,14})$/u;

function leftFor(context: StepContext, said: string): Step | undefined {
  const [, left = "", next = ""] = LEFT_FOR.exec(said) ?? [];
  const open = openQuestion(context.form, context.state);
  const own = left === "" ? undefined : nameAt(context, left);
  const other = next === "" ? undefined : nameAt(context, next.replace(/[吧了的]+$/u, ""));
  if (!open || !other || other.rest !== "" || (left !== "" && own?.question !== open)) return undefined;
  return runCommand(context, { kind: "change", name: other.question.label, spaced: true });
}

function ofForm(context: StepContext, said: string): Step | undefined {
  const { form, state } = context;
  const wanted = BEGINS.exec(said)?.[1];
  const begun = wanted === undefined ? undefined : nameAt(context, wanted);
  if (begun?.rest === "" && begun.isWhole)
    return runCommand(context, { kind: "change", name: begun.question.label, spaced: true });
  const looked = nameAt(context, VIEWS.exec(said)?.[1] ?? "");
  if (looked?.rest === "" && looked.isWhole) return runCommand(context, { kind: "show" });
  const named = nameAt(context, said.replace(POINTING, ""));
  if (!named) return undefined;
  const { question, rest } = named;
  const isLast = state.undo !== undefined && Object.hasOwn(state.undo.answers, question.key);
  const takesBack = TAKES_BACK.test(rest);
  if ((takesBack || AGAIN.test(rest)) && isLast) return undoLast(form, state, UNDO);
  if (takesBack) return runCommand(context, { kind: "clearField", name: question.label });
  if (AGAIN.test(rest) || CHANGES.test(rest))
    return runCommand(context, { kind: "change", name: question.label, spaced: true });
  const command = readFormCommand(rest);
  const proposal = command?.kind === "accept" && command.proposed ? proposalFor(form, state, question) : undefined;
  return proposal === undefined ? undefined : answerElsewhere(context, question, proposal);
}
const UNDO = "撤销";

/** The field with whose name, another word for it, or the end of it, the text begins. */
function nameAt(
  { form }: StepContext,
  text: string,
): { question: Question; rest: string; isWhole: boolean } | undefined {
  const named = labelNames(form).find(
    ({ name, part, isOption }) => part !== "start" && !isOption && text.startsWith(name),
  );
  if (!named) return undefined;
  return { question: named.question, rest: text.slice(named.name.length).trim(), isWhole: named.part !== "end" };
}

function ofFields(context: StepContext, said: string): Step | undefined {
  const asides = asidesIn(context, said);
  const open = openQuestion(context.form, context.state);
  const [only, second] = asides ?? [];
  if (!asides || !only) return undefined;
  if (!second && only.question === open && only.leaves) return leaveQuestion(context, open);
  if (!second && only.question === open && only.named === undefined) return answer(context, open, only.text);
  if (!second && only.question.kind === "declaration" && !parseAnswer(only.question, only.text, context.input).ok)
    return open?.kind === "longText" ? undefined : answerElsewhere(context, only.question, only.text);
  const left = asides.filter(({ leaves }) => leaves).map(({ question }) => question);
  // 审批单位就不填了 is content of no paragraphs.
  if (open?.kind === "longText" && (left.length < asides.length || left.includes(open)))
    return askWhose(context, open, { said, asides });
  const answers = asides.filter(({ leaves }) => !leaves);
  const taken = answers.length > 0 ? answerAll(context, { answers }) : undefined;
  if (left.length === 0) return taken;
  const done = taken?.outcome.kind;
  return taken && done !== "ask" && done !== "review" ? taken : leaveOthers(context, left, taken);
}

/** All of what is said as answers to fields; undefined where something else stands in it. */
function asidesIn(context: StepContext, text: string): readonly Aside[] | undefined {
  const said = withoutFillers(text).replace(JOINT, "").trim();
  if (said === "") return undefined;
  const whole = asideOf(context, said);
  if (whole) return [whole];
  for (let at = said.length - MIN_PART; at >= MIN_PART; at--) {
    const first = asideOf(context, said.slice(0, at).replace(/[,，。、\s]+$/u, ""));
    const rest = first && asidesIn(context, said.slice(at));
    if (first && rest?.every(({ question }) => question !== first.question)) return [first, ...rest];
  }
  return undefined;
}
const MIN_PART = 3;

function asideOf(context: StepContext, said: string): Aside | undefined {
  return (
    declared(context, said) ??
    rateOf(context, said) ??
    valueSaid(context, said) ??
    optionOf(context, said) ??
    nothingFor(context, said)
  );
}

const NOTHING_TO = /^(?:也|就|我们?)*没有?(?:啥|什么)(?:要|需要|好|可)?(?:填|写|说)?(.{2,8}?)的?了?$/u;

/** 没啥要备注的了 */
function nothingFor({ form }: StepContext, said: string): Aside | undefined {
  const words = NOTHING_TO.exec(said)?.[1];
  const named = labelNames(form).find(({ name, part }) => part !== "start" && part !== "end" && name === words);
  return named && { question: named.question, text: "", leaves: true };
}

const CHOOSES = /^(?:我们?|咱们?|那|就|都|是|填|选|报|用|按|写|的)+/u;
/** In characters: shorter options are words of much else. */
const MIN_OPTION = 3;

/** 我们填入住率吧, where a value of another kind is waited for: an option that only one field has. */
function optionOf({ form, state }: StepContext, said: string): Aside | undefined {
  const open = openQuestion(form, state);
  if (!open || isWords(open) || optionsOf(open).some(({ text }) => said.includes(text))) return undefined;
  const words = said.replace(CHOOSES, "").replace(/[吧了啊的]+$/u, "");
  if (words.length < MIN_OPTION || words === said) return undefined;
  const fields = form.fields.filter(
    (one) => one.kind === "choice" && one !== open && optionsOf(one).some(({ text }) => text === words),
  );
  const [only, other] = fields;
  return only && !other ? { question: only, text: words } : undefined;
}

/** 入住率八十九 */
function rateOf({ form, input }: StepContext, said: string): Aside | undefined {
  for (const question of form.fields) {
    const choice = choiceBefore(form, question);
    const option = choice && optionSaid(choice, said);
    const words = said.replace(/^[就是填报选写]+/u, "");
    if (!option || !words.startsWith(option.text)) continue;
    const text = words.slice(option.text.length).replace(BEFORE_VALUE, "");
    if (parseAnswer(question, text, input).ok) return { question, text, named: option.text };
  }
  return undefined;
}

/** 业主组织形式是业委会, 数据截止到七月三十一号, 备注不用写 */
function valueSaid(context: StepContext, spoken: string): Aside | undefined {
  const { form, input } = context;
  // 截至 is spelt for 截止, and means the same.
  const said = spoken.replaceAll("截至", "截止");
  const open = openQuestion(form, context.state);
  for (const { name, question, part } of labelNames(form)) {
    if (part === "start") continue;
    const stem = question.kind === "date" && part !== "end" ? name.replace(/日期$/u, "") : name;
    if (!said.startsWith(stem)) continue;
    const rest = said.slice(said.startsWith(name) ? name.length : stem.length);
    const text = rest.replace(BEFORE_VALUE, "");
    const isValue =
      part !== "end" &&
      !isWords(question) &&
      text !== "" &&
      (question !== open || rest !== text || said.startsWith(name));
    if (isValue && parseAnswer(question, text, input).ok) return { question, text };
    if (LEFT.test(rest)) return { question, text: "", leaves: true };
  }
  return undefined;
}

/** Within paragraphs it may be either. */
function askWhose(
  { state, input }: StepContext,
  open: Question,
  { said, asides }: { said: string; asides: readonly Aside[] },
): Step | undefined {
  if (asides.some(({ leaves }) => leaves)) {
    const labels = asides.map(({ question }) => question.label);
    const sentence = labelledPhrases.whichOf(said, [labels.join("、"), open.label]);
    return { state, outcome: { kind: "retry", question: open, sentence, readings: [labelledPhrases.asText(said)] } };
  }
  const [only, second] = asides;
  const typed = second
    ? asides.map(({ question, text }) => labelledPhrases.line(question.label, text)).join("；")
    : only && stepPhrases.changeTyped(only.question.label, shownOf(only, input));
  const labels = asides.map(({ question }) => question.label).join("、");
  const sentence = labelledPhrases.whichOf(said, [labels, open.label]);
  return {
    state,
    outcome: {
      kind: "retry",
      question: open,
      sentence,
      readings: [...(typed ? [typed] : []), labelledPhrases.asText(said)],
    },
  };
}

function shownOf({ question, text }: Aside, input: StepContext["input"]): string {
  const parsed = parseAnswer(question, text, input);
  return parsed.ok ? parsed.shown : text;
}

/** Other fields stay empty; the open question is asked again. */
function leaveOthers({ form, state }: StepContext, left: readonly Question[], taken: Step | undefined): Step {
  const after = taken?.state ?? state;
  const passed = left.filter((question) => !question.required && !isAnswered(after, question)).map(({ key }) => key);
  const notes = left.map((question) =>
    isAnswered(after, question)
      ? stepPhrases.keptField(question.label)
      : question.required
        ? stepPhrases.later(question.label)
        : stepPhrases.leftOut(question.label),
  );
  const saved = { ...after, skipped: [...new Set([...after.skipped, ...passed])] };
  const open = openQuestion(form, saved);
  if (open && passed.includes(open.key))
    return leaveQuestion({ form, state: { ...saved, skipped: after.skipped } }, open);
  const told =
    taken && "recorded" in taken.outcome && taken.outcome.recorded ? { recorded: taken.outcome.recorded } : {};
  return {
    state: saved,
    outcome: open ? { kind: "ask", question: open, notes, ...told } : { kind: "review", notes, ...told },
  };
}
