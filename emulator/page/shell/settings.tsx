import { useStore } from "../state/context.ts";
import type { Preferences } from "../state/preferences.ts";
import { Icon } from "./icon.tsx";
import { Popover } from "./popover.tsx";
import { ResetButton } from "./reset-button.tsx";

/** Display settings: theme, text size, width of the clients. */
export function SettingsMenu() {
  return (
    <Popover label="显示设置" face={<Icon name="settings" />}>
      <Choice setting="theme" legend="外观" options={{ auto: "跟随系统", light: "浅色", dark: "深色" }} />
      <Choice setting="textSize" legend="字号" options={{ standard: "标准", large: "大", largest: "特大" }} />
      <Choice setting="device" legend="客户端" options={{ desktop: "电脑", phone: "手机" }} />
      <TourSwitch />
      <p>
        <a href="./gallery.html" target="_blank" rel="noopener">
          卡片模板
        </a>
      </p>
      <ResetButton />
      <p class="keys">
        <kbd>Enter</kbd> 发送 <kbd>↑</kbd> 上一句 <kbd>Ctrl K</kbd> 切换会话 <kbd>/</kbd> 指令
      </p>
    </Popover>
  );
}

interface ChoiceProps<Key extends "theme" | "textSize" | "device"> {
  setting: Key;
  legend: string;
  options: Record<Preferences[Key], string>;
}

function Choice<Key extends "theme" | "textSize" | "device">({ setting, legend, options }: ChoiceProps<Key>) {
  const { preferences } = useStore();
  const chosen: string = preferences.current.value[setting];
  return (
    <fieldset class="segments">
      <legend>{legend}</legend>
      {Object.entries<string>(options).map(([value, label]) => (
        <label key={value} class={value === chosen ? "chosen" : ""}>
          <input
            type="radio"
            name={setting}
            value={value}
            checked={value === chosen}
            onChange={() => preferences.change({ [setting]: value })}
          />
          {label}
        </label>
      ))}
    </fieldset>
  );
}

function TourSwitch() {
  const { preferences, time } = useStore();
  if (time.timeline.value.tour.length === 0) return null;
  return (
    <button type="button" class="button small" onClick={() => preferences.change({ tourSkipped: false, tourStep: 0 })}>
      重新开始引导
    </button>
  );
}
