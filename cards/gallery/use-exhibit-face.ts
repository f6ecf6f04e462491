import { withLocal } from "dingtalk-emulator/card/local-state.ts";
import { localValue } from "dingtalk-emulator/card/local-value.ts";
import { renderCard } from "dingtalk-emulator/card/render.ts";
import type { CardTemplate } from "dingtalk-emulator/card/template.ts";
import type { CardForm, CardInput } from "dingtalk-emulator/contract/card.ts";
import type { CardInteraction, Question } from "dingtalk-emulator/page/card/card-interaction.ts";
import { runSteps, type StepEffects } from "dingtalk-emulator/page/card/run-steps.ts";
import { copyText } from "dingtalk-emulator/page/text/copy-text.ts";
import { fillForm } from "dingtalk-emulator/people/fill-form.ts";
import { useMemo, useState } from "preact/hooks";
import type { Sample } from "../sample.ts";

const sentence = (actionId: string, params: Record<string, unknown>): string =>
  `将回传 ${JSON.stringify({ actionIds: [actionId], params })}`;

/** A card nobody answers: it keeps its own variables, and says what it would send. */
export function useExhibitFace(template: CardTemplate, { data, locals: first = {} }: Sample) {
  const [locals, setLocals] = useState<Record<string, unknown>>(first);
  const [said, say] = useState("");
  const [question, ask] = useState<Question | undefined>(undefined);
  const [missing, setMissing] = useState<CardInteraction["missing"]>(undefined);
  const nodes = useMemo(() => renderCard(template, data, locals), [template, data, locals]);
  const doors: StepEffects = {
    set: (step) => setLocals((before) => withLocal(before, step)),
    say: ({ text }) => say(`提示：${text}`),
    open: (url) => say(`打开 ${url}`),
    copy: (text) => void copyText(text).then(({ sentence }) => say(sentence)),
    ask,
    request: ({ actionId, params }) => {
      say(sentence(actionId, params));
      return Promise.resolve([]);
    },
    unsupported: (action) => say(`本地模拟器不支持此动作：${action}`),
  };
  function enter(input: CardInput, value: unknown): void {
    const { local, key, sends } = input;
    const kept = localValue(input.input, value);
    setLocals((before) => withLocal(before, { local, ...(key === undefined ? {} : { key }), value: kept }));
    if (sends !== undefined) say(sentence(sends.actionId, { ...sends.params, [sends.actionId]: kept }));
  }
  function submit(form: CardForm, given: Record<string, unknown>): void {
    const { values, missing: names } = fillForm(form, given);
    setMissing({ formId: form.formId, names });
    say(names.length > 0 ? "必填项未填，不会回传。" : sentence(form.formId, { ...form.params, form: values }));
  }
  const face: CardInteraction = {
    links: [],
    busy: undefined,
    missing,
    question,
    enter,
    submit,
    press: ({ steps, actionId }) => runSteps(steps, actionId, doors),
    openLink: ({ url }) => say(`打开 ${url}`),
    fileUrl: (source) => `./_emulator/files/${encodeURIComponent(source)}`,
  };
  return { nodes, face, said };
}
