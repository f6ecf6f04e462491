import { useEffect, useRef, useState } from "preact/hooks";
import { Icon } from "../shell/icon.tsx";
import { useStore } from "../state/context.ts";
import { StepAction } from "./step-action.tsx";
import { type TourStep, tourSteps } from "./steps.ts";

/** Guided first steps: each explains itself and is performed or prepared by a press. */
export function TourStrip() {
  const { time, preferences, world } = useStore();
  const [open, setOpen] = useState(false);
  const { tourStep, tourSkipped } = preferences.current.value;
  const steps = tourSteps({ timeline: time.timeline.value, clock: time.clock.value });
  const step = steps[tourStep];
  useStepDone(tourSkipped ? undefined : step, () => preferences.change({ tourStep: tourStep + 1 }));
  if (steps.length === 0 || tourSkipped || world.value === undefined) return null;
  return (
    <aside class={`tour${open ? " open" : ""}`} aria-label="引导">
      {step === undefined ? (
        <p>引导到此结束。可按「下一时点」继续；右上角「工具」中可播放场景、查看流量、安排故障。</p>
      ) : (
        <p>
          <strong>第{tourStep + 1}步</strong>
          <span class="tour-count">共{steps.length}步</span>
          {step.why}
        </p>
      )}
      <div class="tour-actions">
        <button
          type="button"
          class="icon-button fold"
          aria-label={open ? "收起说明" : "展开说明"}
          aria-expanded={open}
          onClick={() => setOpen(!open)}
        >
          <Icon name="down" />
        </button>
        {step !== undefined && <StepAction key={tourStep} step={step} world={world.value} />}
        <TourNavigation at={tourStep} of={steps.length} />
      </div>
    </aside>
  );
}

/** Previous, skip and close; the settings can restart the tour. */
function TourNavigation({ at, of }: { at: number; of: number }) {
  const { preferences, toasts } = useStore();
  const isOver = at >= of;
  const leave = () => {
    preferences.change({ tourSkipped: true });
    if (!isOver) toasts.say("引导已收起，可在右上角「显示设置」中重新开始。");
  };
  return (
    <>
      {at > 0 && !isOver && (
        <button
          type="button"
          class="icon-button"
          aria-label="上一步"
          title="上一步"
          onClick={() => preferences.change({ tourStep: at - 1 })}
        >
          <Icon name="back" />
        </button>
      )}
      {isOver ? (
        <button type="button" class="button small" onClick={() => preferences.change({ tourStep: 0 })}>
          再看一遍引导
        </button>
      ) : (
        <button type="button" class="button small quiet" onClick={() => preferences.change({ tourStep: at + 1 })}>
          跳过这步
        </button>
      )}
      <button
        type="button"
        class="icon-button"
        aria-label={isOver ? "关闭引导" : "不再引导"}
        title={isOver ? "关闭引导" : "不再引导"}
        onClick={leave}
      >
        <Icon name="close" />
      </button>
    </>
  );
}

/** A step is done when its person has sent the text, or the clock has been advanced, by whatever means. */
function useStepDone(step: TourStep | undefined, goOn: () => void): void {
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
