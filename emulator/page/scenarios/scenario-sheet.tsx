import { useEffect, useRef, useState } from "preact/hooks";
import type { PlacedStep, Scenario } from "../../src/scenario/scenario.ts";
import { lineOfStep, momentText } from "../../src/scenario/write-step.ts";
import { useStore } from "../state/context.ts";
import { BackToList } from "./back-to-list.tsx";

/** A scenario that can be played, and its steps with the current one marked. */
export function ScenarioSheet({ text, scenario }: { text: string; scenario: Scenario }) {
  const { library, playback } = useStore();
  const { title, about, start, steps } = scenario;
  const performance = playback.current.value;
  const at = performance?.scenario === scenario ? performance.at : undefined;
  return (
    <div class="scenario-sheet">
      <BackToList />
      <h2>{title}</h2>
      {about !== undefined && <p>{about}</p>}
      {start !== undefined && <p class="scenario-note">开始时间：{momentText(start)}</p>}
      <Beginning scenario={scenario} />
      <ol class="scenario-steps" aria-label="步骤">
        {steps.map((placed, index) => (
          <StepLine key={placed.line} placed={placed} done={at !== undefined && index < at} current={index === at} />
        ))}
      </ol>
      <div class="scenario-actions">
        <button type="button" class="button small" onClick={() => library.edit(text)}>
          编辑
        </button>
      </div>
    </div>
  );
}

/** Whether to reset before playing, and the play button. */
function Beginning({ scenario }: { scenario: Scenario }) {
  const { playback, time, preferences } = useStore();
  const now = time.clock.value?.now;
  const isOver = scenario.start !== undefined && now !== undefined && Date.parse(now) > Date.parse(scenario.start);
  const [chosen, setChosen] = useState<boolean | undefined>(undefined);
  const fresh = chosen ?? isOver;
  const play = () => {
    // Where the panel covers the people it is closed.
    if (matchMedia("(max-width: 999px)").matches) preferences.change({ tool: undefined });
    void playback.start(scenario, fresh);
  };
  return (
    <div class="scenario-beginning">
      <label>
        <input type="checkbox" checked={fresh} onChange={(event) => setChosen(event.currentTarget.checked)} />
        <span>先恢复到初始状态，现有内容将清空{isOver ? "（现在已晚于开始时间）" : ""}</span>
      </label>
      <button type="button" class="button primary" onClick={play}>
        {playback.current.value?.scenario === scenario ? "重新播放" : "播放"}
      </button>
    </div>
  );
}

function StepLine({ placed, done, current }: { placed: PlacedStep; done: boolean; current: boolean }) {
  const line = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (current) line.current?.scrollIntoView({ block: "nearest" });
  }, [current]);
  const kind = placed.step.kind === "caption" ? " caption" : "";
  return (
    <li ref={line} class={`${done ? "done" : ""}${current ? "current" : ""}${kind}`} aria-current={current && "step"}>
      {placed.step.kind === "caption" ? placed.step.text : lineOfStep(placed.step)}
      {done && <span class="unseen">（已完成）</span>}
    </li>
  );
}
