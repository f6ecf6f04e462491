import { useState } from "preact/hooks";
import { FidelityButton } from "../shell/fidelity-button.tsx";
import { Icon } from "../shell/icon.tsx";
import { SettingsMenu } from "../shell/settings.tsx";
import { useStore } from "../state/context.ts";
import { wallClock } from "../text/time.ts";
import { ToolButton } from "../tools/tool-button.tsx";
import { FiredMoments } from "./fired-moments.tsx";
import { TimeControls } from "./time-controls.tsx";
import { TimelineStrip } from "./timeline-strip.tsx";

/** The header: title, current time, and controls to move the time. */
export function TimeBar() {
  const { time } = useStore();
  const [picking, setPicking] = useState(false);
  const clock = time.clock.value;
  return (
    <header class={`top${picking ? " picking" : ""}`}>
      <div class="top-row">
        <h1 class="brand">
          <img src="./icon.svg" alt="" width="28" height="28" />
          <span class="brand-name">家园</span>
          <span class="banner">本地模拟器 · 非钉钉官方</span>
        </h1>
        {clock !== undefined && <Now iso={clock.now} picking={picking} onPick={() => setPicking(!picking)} />}
        {clock !== undefined && <TimeControls clock={clock} />}
        <FidelityButton />
        <ToolButton />
        <SettingsMenu />
      </div>
      {clock !== undefined && <TimelineStrip clock={clock} />}
      <FiredMoments />
    </header>
  );
}

interface NowProps {
  iso: string;
  picking: boolean;
  onPick(): void;
}

/** In a small window a press on the time unfolds the schedule and the field for another time. */
function Now({ iso, picking, onPick }: NowProps) {
  const { year, month, day, weekday, time } = wallClock(iso);
  return (
    <button type="button" class="now" aria-expanded={picking} onClick={onPick}>
      <time dateTime={iso}>
        <span class="now-day">
          {year}年{month}月{day}日 {weekday}
        </span>
        <span class="now-time">{time}</span>
      </time>
      <Icon name="down" />
    </button>
  );
}
