import { useEffect } from "preact/hooks";
import type { Timeline } from "../../contract.ts";
import type { World } from "../api/control.ts";
import { Icon } from "../shell/icon.tsx";
import { DIRECT, MOST_COLUMNS } from "../state/columns.ts";
import { useStore } from "../state/context.ts";

/** Guided first steps: each names who says what and why, and can put the words into that person's input box. */
export function TourStrip() {
  const { time, preferences, world } = useStore();
  const { tour } = time.timeline.value;
  const { tourStep, tourSkipped } = preferences.current.value;
  const step = tour[tourStep];
  const goOn = () => preferences.change({ tourStep: tourStep + 1 });
  useOnSaid(step, goOn);
  if (step === undefined || tourSkipped || world.value === undefined) return null;
  return (
    <aside class="tour" aria-label="引导">
      <p>
        <strong>第{tourStep + 1}步</strong>
        <span class="tour-count">共{tour.length}步</span>
        {step.why}
      </p>
      <StepActions step={step} world={world.value} onSkip={goOn} />
    </aside>
  );
}

type Step = Timeline["tour"][number];

function StepActions({ step, world, onSkip }: { step: Step; world: World; onSkip(): void }) {
  const { preferences } = useStore();
  const type = useTypeFor();
  const name = world.users.find(({ userId }) => userId === step.userId)?.name ?? step.userId;
  return (
    <div class="tour-actions">
      <button type="button" class="button small primary" onClick={() => type(step.userId, step.say)}>
        以{name}的身份输入「{step.say}」
      </button>
      <button type="button" class="button small quiet" onClick={onSkip}>
        跳过这步
      </button>
      <button
        type="button"
        class="icon-button"
        aria-label="不再引导"
        title="不再引导"
        onClick={() => preferences.change({ tourSkipped: true })}
      >
        <Icon name="close" />
      </button>
    </div>
  );
}

/** A step is done when its person has said its words. */
function useOnSaid(step: Step | undefined, goOn: () => void): void {
  const { sent } = useStore();
  const said = sent.value;
  useEffect(() => {
    if (step === undefined || said?.userId !== step.userId || said.text !== step.say) return;
    sent.value = undefined;
    goOn();
  }, [said, step, goOn, sent]);
}

/** Opens the person's direct chat, in a column of its own where they have none, and puts the words into its box. */
function useTypeFor(): (userId: string, text: string) => void {
  const { columns, draft } = useStore();
  return (userId, text) => {
    const shown = columns.current.value;
    const index = shown.findIndex((column) => column.userId === userId);
    if (index >= 0) columns.open(index, DIRECT);
    else if (shown.length < MOST_COLUMNS) columns.add(userId);
    else columns.become(shown.length - 1, userId);
    draft.value = { userId, text };
  };
}
