import { last } from "../../src/client/last.ts";
import { lineOfStep } from "../../src/scenario/write-step.ts";
import { useStore } from "../state/context.ts";

/** Shown while user actions are recorded. */
export function RecordingBar() {
  const { recording, library, toasts, preferences, attempt } = useStore();
  const current = recording.current.value;
  if (current === undefined) return null;
  const newest = last(current.steps);
  const end = async () => {
    const text = await recording.end();
    if (text === undefined) return toasts.say("没有录到步骤。");
    library.edit(text);
    preferences.change({ tool: "scenarios" });
  };
  return (
    <section class="stage-bar" aria-label="录制">
      <div class="stage-words">
        <p class="stage-caption recording">正在录制，已记{current.steps.length}步</p>
        {newest !== undefined && <p class="stage-step">{lineOfStep(newest)}</p>}
      </div>
      <div class="stage-controls">
        <button type="button" class="button small primary" onClick={() => void attempt(end)}>
          停止录制
        </button>
      </div>
    </section>
  );
}
