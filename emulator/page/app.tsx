import { useEffect, useState } from "preact/hooks";
import { ChatSwitcher } from "./chats/chat-switcher.tsx";
import { TimeBar } from "./clock/time-bar.tsx";
import { Columns } from "./people/columns.tsx";
import { PreviewHost } from "./preview/preview-host.tsx";
import { PlayBar } from "./scenarios/play-bar.tsx";
import { RecordingBar } from "./scenarios/recording-bar.tsx";
import { ConnectionLostBar } from "./shell/connection-lost-bar.tsx";
import { Toasts } from "./shell/toasts.tsx";
import { useStore } from "./state/context.ts";
import { ToolPanel } from "./tools/tool-panel.tsx";
import { TourStrip } from "./tour/tour-strip.tsx";

export function EmulatorPage() {
  const { world, link } = useStore();
  const [switching, setSwitching] = useState(false);
  useAppearance();

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== "k") return;
      event.preventDefault();
      setSwitching(true);
    };
    addEventListener("keydown", onKey);
    return () => removeEventListener("keydown", onKey);
  }, []);

  return (
    <div class="page">
      <TimeBar />
      <ConnectionLostBar />
      <TourStrip />
      <div class="beside">
        <main class="workspace">
          {world.value === undefined ? (
            <p class="waiting">{link.value.kind === "away" ? "模拟器尚未启动。" : "正在连接模拟器……"}</p>
          ) : (
            <Columns world={world.value} />
          )}
        </main>
        <ToolPanel />
      </div>
      <PlayBar />
      <RecordingBar />
      <Toasts />
      <PreviewHost />
      {switching && <ChatSwitcher onClose={() => setSwitching(false)} />}
    </div>
  );
}

/** Sets theme, text size and device on the root element, where the styles read them. */
function useAppearance(): void {
  const { theme, textSize, device } = useStore().preferences.current.value;
  useEffect(() => {
    const prefersDark = matchMedia("(prefers-color-scheme: dark)");
    const apply = () => {
      const { dataset } = document.documentElement;
      dataset.theme = theme === "auto" ? (prefersDark.matches ? "dark" : "light") : theme;
      dataset.text = textSize;
      dataset.device = device;
    };
    apply();
    prefersDark.addEventListener("change", apply);
    return () => prefersDark.removeEventListener("change", apply);
  }, [theme, textSize, device]);
}
