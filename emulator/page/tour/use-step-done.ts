import { useEffect, useRef } from "preact/hooks";
import { useStore } from "../state/context.ts";
import type { TourStep } from "./steps.ts";

/** A step is done when its person has sent the text, or the clock has been advanced, by whatever means. */
export function useStepDone(step: TourStep | undefined, goOn: () => void): void {
  const { sent, time } = useStore();
  const said = sent.value;
  const arrival = time.lastAdvance.value;
  const arrivedBefore = useRef(arrival);
  useEffect(() => {
    if (step?.kind !== "say" || said?.userId !== step.userId || said.text !== step.say) return;
    sent.value = undefined;
    goOn();
  }, [said, step, goOn, sent]);
  useEffect(() => {
    const arrived = arrival !== undefined && arrival !== arrivedBefore.current;
    arrivedBefore.current = arrival;
    if (arrived && step?.kind === "advance") goOn();
  }, [arrival, step, goOn]);
}
