import { useState } from "preact/hooks";
import type { EmulatorState } from "../../src/contract/control.ts";
import { nameOf } from "../messages/name-of.ts";
import { DIRECT } from "../state/columns.ts";
import { useStore } from "../state/context.ts";
import type { TourStep } from "./steps.ts";

/** The button that performs a step, or puts its text into the person's input box. */
export function StepAction({ step, world }: { step: TourStep; world: EmulatorState }) {
  const { time, draft, preferences, presenter } = useStore();
  const [prepared, setPrepared] = useState(false);
  switch (step.kind) {
    case "say": {
      const onClick = () => {
        presenter.openChat(step.userId, DIRECT);
        draft.value = { userId: step.userId, text: step.say };
        setPrepared(true);
      };
      return (
        <>
          <ActionButton label={`以${nameOf(world, step.userId)}的身份输入「${step.say}」`} onClick={onClick} />
          {prepared && (
            <span class="tour-hint" role="status">
              已填入，请按 Enter 或点「发送」
            </span>
          )}
        </>
      );
    }
    case "advance":
      return (
        <ActionButton
          label={time.isAdvancing.value ? "正在推进……" : "前往下一时点"}
          disabled={time.isAdvancing.value || time.clock.value?.nextDueAt === null}
          onClick={() => void time.advance({ next: true })}
        />
      );
    case "look": {
      const onClick = () => {
        presenter.openChat(step.userId, DIRECT);
        preferences.change({ tourStep: preferences.current.value.tourStep + 1 });
      };
      return <ActionButton label={`打开${nameOf(world, step.userId)}的会话`} onClick={onClick} />;
    }
  }
}

function ActionButton({ label, disabled = false, onClick }: { label: string; disabled?: boolean; onClick(): void }) {
  return (
    <button type="button" class="button small primary" disabled={disabled} onClick={onClick}>
      {label}
    </button>
  );
}
