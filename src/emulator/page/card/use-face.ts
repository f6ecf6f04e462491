import { useRef, useState } from "preact/hooks";
import type { CardButton, CardForm, CardReading } from "../../contract.ts";
import type { CardAnswer } from "../api/control.ts";
import { useStore } from "../state/context.ts";
import type { Face } from "./face.ts";

const NO_ANSWER = "机器人没有应答，请稍后再试。";

/** Presses and submits carry the version the person had before them. */
export function useFace(card: CardReading, userId: string): Face {
  const { control, attempt, catchUp, notices } = useStore();
  const [busy, setBusy] = useState<string | undefined>(undefined);
  const [missing, setMissing] = useState<Face["missing"]>(undefined);
  const inputs = useRef<Record<string, unknown>>({});
  const { outTrackId, version } = card;

  async function answerTo(name: string, call: () => Promise<CardAnswer>): Promise<CardAnswer | undefined> {
    setBusy(name);
    const answer = await attempt(call, userId);
    if (answer?.toast !== undefined) notices.say(answer.toast, { userId });
    else if (answer?.accepted === false && (answer.missing ?? []).length === 0)
      notices.say(NO_ANSWER, { userId, tone: "trouble" });
    await attempt(catchUp, userId);
    setBusy(undefined);
    return answer;
  }

  function press(button: CardButton): void {
    if (button.url !== undefined) {
      window.open(button.url, "_blank", "noopener");
      return;
    }
    const sent = { outTrackId, actionId: button.actionId, version, inputs: inputs.current };
    void answerTo(button.actionId, () => control.press(userId, sent));
  }

  function submit({ formId }: CardForm, values: Record<string, unknown>): void {
    const sent = { outTrackId, formId, version, values };
    void answerTo(formId, () => control.submit(userId, sent)).then((answer) =>
      setMissing({ formId, names: answer?.missing ?? [] }),
    );
  }

  const setInput = (name: string, value: unknown) => {
    inputs.current = { ...inputs.current, [name]: value };
  };
  return { card, userId, busy, missing, setInput, press, submit };
}
