import { useState } from "preact/hooks";
import type { EmulatorState } from "../../client/instruments.ts";
import { nameOf } from "../messages/name-of.ts";
import { DIRECT, MOST_COLUMNS } from "../state/columns.ts";
import { useStore } from "../state/context.ts";
import type { TourStep } from "./steps.ts";

/** The button that does a step, or puts its words into the right person's box. */
export function StepAction({ step, world }: { step: TourStep; world: EmulatorState }) {
  const { time, draft, preferences } = useStore();
  const [prepared, setPrepared] = useState(false);
  const show = useShowDirect();
  switch (step.kind) {
    case "say": {
      const onClick = () => {
        show(step.userId);
        draft.value = { userId: step.userId, text: step.say };
        setPrepared(true);
      };
      return (
        <>
          <Act label={`以${nameOf(world, step.userId)}的身份输入「${step.say}」`} onClick={onClick} />
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
        <Act
          label={time.travelling.value ? "正在推进……" : "前往下一时点"}
          disabled={time.travelling.value || time.clock.value?.nextDueAt === null}
          onClick={() => void time.advance({ next: true })}
        />
      );
    case "look": {
      const onClick = () => {
        show(step.userId);
        preferences.change({ tourStep: preferences.current.value.tourStep + 1 });
      };
      return <Act label={`打开${nameOf(world, step.userId)}的会话`} onClick={onClick} />;
    }
  }
}

function Act({ label, disabled = false, onClick }: { label: string; disabled?: boolean; onClick(): void }) {
  return (
    <button type="button" class="button small primary" disabled={disabled} onClick={onClick}>
      {label}
    </button>
  );
}

/** Opens a person's direct chat, in a column of its own where they have none. */
function useShowDirect(): (userId: string) => void {
  const { columns } = useStore();
  return (userId) => {
    const shown = columns.current.value;
    const index = shown.findIndex((column) => column.userId === userId);
    if (index >= 0) columns.open(index, DIRECT);
    else if (shown.length < MOST_COLUMNS) columns.add(userId);
    else columns.become(shown.length - 1, userId);
  };
}
