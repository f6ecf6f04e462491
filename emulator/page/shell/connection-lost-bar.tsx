import { useEffect, useState } from "preact/hooks";
import { useStore } from "../state/context.ts";

/** Reports that the emulator does not answer, and when the next attempt is. */
export function ConnectionLostBar() {
  const { link, retryNow } = useStore();
  const state = link.value;
  if (state.kind !== "away") return null;
  return (
    <div class="away-bar" role="alert">
      <span>
        模拟器没有应答，页面暂停更新。
        <Countdown until={state.retryAt} />
      </span>
      <button type="button" class="button small" onClick={retryNow}>
        立即重连
      </button>
    </div>
  );
}

function Countdown({ until }: { until: number }) {
  const [now, setNow] = useState(Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 500);
    return () => clearInterval(timer);
  }, []);
  const seconds = Math.ceil((until - now) / 1000);
  return <span aria-hidden="true">{seconds > 0 ? `${seconds}秒后重连。` : "正在重连……"}</span>;
}
