import { useState } from "preact/hooks";
import { useStore } from "../state/context.ts";
import { Dialog } from "./dialog.tsx";

/** Resets everything after a confirmation. */
export function ResetButton() {
  const { control, attempt, toasts, preferences } = useStore();
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  const begin = async () => {
    setBusy(true);
    const done = await attempt(() => control.reset());
    setBusy(false);
    setAsking(false);
    if (done === undefined) return;
    preferences.change({ tourStep: 0 });
    toasts.say("已恢复到初始状态。");
  };
  return (
    <>
      <button type="button" class="button small" onClick={() => setAsking(true)}>
        清空并重新开始
      </button>
      {asking && (
        <Dialog title="清空并重新开始" onClose={() => setAsking(false)}>
          <h2>清空并重新开始</h2>
          <p>聊天记录、卡片、文件和机器人的数据将全部清空，时间回到最初，不能撤销。</p>
          <div class="dialog-actions">
            <button type="button" class="button" onClick={() => setAsking(false)}>
              取消
            </button>
            <button type="button" class="button danger" disabled={busy} onClick={() => void begin()}>
              {busy ? "正在清空……" : "清空"}
            </button>
          </div>
        </Dialog>
      )}
    </>
  );
}
