import { useState } from "preact/hooks";
import { localsAfter, withLocal } from "../../src/card/local-state.ts";
import { localValue } from "../../src/card/local-value.ts";
import type { CardButton, CardForm, CardInput, CardReading, CardStep } from "../../src/contract/card.ts";
import type { PageAnswer } from "../api/control.ts";
import { useOpenLink } from "../messages/use-open-link.ts";
import { useStore } from "../state/context.ts";
import { copyText } from "../text/copy-text.ts";
import type { CardInteraction, Question } from "./card-interaction.ts";
import { runSteps, type StepEffects } from "./run-steps.ts";

const NO_ANSWER = "机器人没有应答，请稍后再试。";

export type Locals = Record<string, unknown>;

/** Presses and submits carry the version the person saw, and the client's local variables. */
export function useCardInteractionFor(
  card: CardReading,
  userId: string,
): { interaction: CardInteraction; locals: Locals } {
  const { control, toasts } = useStore();
  const openLink = useOpenLink(userId);
  const [locals, setLocals] = useState<Locals>({});
  const [question, setQuestion] = useState<Question | undefined>(undefined);
  const [missing, setMissing] = useState<CardInteraction["missing"]>(undefined);
  const { busy, answerTo } = useAnswers(userId);
  const { outTrackId, version } = card;

  const call = async (actionId: string, inputs: Locals): Promise<readonly CardStep[]> => {
    const sent = { outTrackId, actionId, version, inputs };
    return (await answerTo(actionId, () => control.press(userId, sent)))?.next ?? [];
  };
  const effects: StepEffects = {
    set: (step) => setLocals((before) => withLocal(before, step)),
    say: ({ text, tone }) => toasts.say(text, { userId, tone: tone === "failure" ? "trouble" : "plain" }),
    open: (url) => void window.open(url, "_blank", "noopener"),
    copy: (text) => void copyText(text).then(({ sentence, tone }) => toasts.say(sentence, { userId, tone })),
    ask: setQuestion,
    request: (_, actionId) => call(actionId, locals),
    unsupported: (action) => toasts.say(`本地模拟器不支持此动作：${action}`, { userId, tone: "trouble" }),
  };

  function enter(input: CardInput, value: unknown): void {
    const { local, key, sends } = input;
    const stored = localValue(input.input, value);
    const after = withLocal(locals, { local, ...(key === undefined ? {} : { key }), value: stored });
    setLocals(after);
    if (sends !== undefined)
      void call(sends.actionId, after).then((next) => setLocals((before) => localsAfter(before, next)));
  }
  function submit({ formId }: CardForm, values: Record<string, unknown>): void {
    const sent = { outTrackId, formId, version, values };
    void answerTo(formId, () => control.submit(userId, sent)).then((answer) => {
      const names = answer?.missing ?? [];
      const isAnswered = answer?.accepted === true || names.length > 0;
      if (answer?.toast !== undefined && isAnswered) toasts.say(answer.toast, { userId });
      setMissing({ formId, names });
    });
  }
  const press = ({ steps, actionId }: CardButton) => runSteps(steps, actionId, effects);
  const fileUrl = (source: string) => control.fileUrl(source);
  const interaction = { links: card.links, busy, missing, question, enter, press, submit, openLink, fileUrl };
  return { interaction, locals };
}

/** Waits for the bot's answer; the card is busy meanwhile, and a missing answer is reported. */
function useAnswers(userId: string) {
  const { attempt, catchUp, toasts } = useStore();
  const [busy, setBusy] = useState<string | undefined>(undefined);
  async function answerTo(name: string, call: () => Promise<PageAnswer>): Promise<PageAnswer | undefined> {
    setBusy(name);
    const answer = await attempt(call, userId);
    const isSilent = answer?.accepted === false && (answer.missing ?? []).length === 0;
    if (isSilent && (answer?.next ?? []).length === 0)
      toasts.say(answer.toast ?? NO_ANSWER, { userId, tone: "trouble" });
    await attempt(catchUp, userId);
    setBusy(undefined);
    return answer;
  }
  return { busy, answerTo };
}
