import type { ComponentChildren } from "preact";
import { useEffect } from "preact/hooks";
import { last } from "../../src/client/last.ts";
import { lineOfStep } from "../../src/scenario/write-step.ts";
import { useStore } from "../state/context.ts";
import type { PaceName } from "../state/pace.ts";
import type { Playback } from "../state/playback.ts";
import { Problems } from "./scenario-writer.tsx";

const PACE_NAMES: Readonly<Record<PaceName, string>> = { slow: "慢", medium: "中", fast: "快" };

/** Controls of a running scenario: caption, progress, speed and buttons. */
export function PlayBar() {
  const { playback } = useStore();
  useHighlight();
  const performance = playback.current.value;
  if (performance === undefined) return null;
  const { caption, phase, problems } = performance;
  return (
    <section class="stage-bar" aria-label="场景播放">
      <div class="stage-words">
        {caption !== undefined && (
          <p class="stage-caption" aria-live="polite">
            {caption}
          </p>
        )}
        <p class="stage-step">{progressOf(performance)}</p>
        <Problems problems={problems} />
      </div>
      <div class="stage-controls">
        <PaceChoice />
        <PlayButtons phase={phase} />
      </div>
    </section>
  );
}

function progressOf({ scenario, at, phase }: Playback): string {
  const { steps, title } = scenario;
  if (phase === "done") return `「${title}」已完成，共${steps.length}步`;
  const placed = steps[at];
  const place = `第${at + 1}步，共${steps.length}步`;
  if (placed === undefined || placed.step.kind === "caption") return place;
  return `${place}　${lineOfStep(placed.step)}`;
}

function PlayButtons({ phase }: { phase: Playback["phase"] }) {
  const { playback } = useStore();
  return (
    <>
      {phase === "playing" && <PlayButton onClick={playback.pause}>暂停</PlayButton>}
      {phase === "paused" && (
        <PlayButton primary onClick={() => void playback.resume()}>
          继续
        </PlayButton>
      )}
      {phase === "failed" && <PlayButton onClick={() => void playback.resume()}>再试这一步</PlayButton>}
      {phase === "paused" && <PlayButton onClick={() => void playback.next()}>下一步</PlayButton>}
      <PlayButton onClick={playback.stop}>{phase === "done" ? "关闭" : "停止"}</PlayButton>
    </>
  );
}

interface PlayButtonProps {
  primary?: boolean;
  onClick(): void;
  children: ComponentChildren;
}

const PlayButton = ({ primary = false, onClick, children }: PlayButtonProps) => (
  <button type="button" class={`button small${primary ? " primary" : ""}`} onClick={onClick}>
    {children}
  </button>
);

function PaceChoice() {
  const { playback } = useStore();
  const { pace } = playback;
  return (
    <fieldset class="segments">
      <legend class="unseen">速度</legend>
      {(["slow", "medium", "fast"] as const).map((name) => (
        <label key={name} class={name === pace.value ? "chosen" : ""}>
          <input
            type="radio"
            name="pace"
            checked={name === pace.value}
            onChange={() => {
              pace.value = name;
            }}
          />
          {PACE_NAMES[name]}
        </label>
      ))}
    </fieldset>
  );
}

/** Highlights the button or link that a played step is about to press, and scrolls to it. */
function useHighlight(): void {
  const { presenter, world } = useStore();
  const { value: pointing } = presenter.highlight;
  useEffect(() => {
    if (pointing === undefined) return;
    const name = world.value?.users.find(({ userId }) => userId === pointing.userId)?.name ?? "";
    const client = document.querySelector(`.client[aria-label="${CSS.escape(`${name}的客户端`)}"]`);
    const marked = last(
      [...(client?.querySelectorAll(".messages button, .messages a") ?? [])],
      ({ textContent }) => textContent.trim() === pointing.label,
    );
    marked?.classList.add("pointed");
    marked?.scrollIntoView({ block: "nearest" });
    return () => marked?.classList.remove("pointed");
  }, [pointing, world]);
}
