import type { EmulatedMessage } from "../../src/contract/control.ts";
import { useStore } from "../state/context.ts";
import { fullMoment } from "../text/time.ts";

const DING_WAYS: Record<number, string> = { 1: "应用内", 2: "短信", 3: "电话" };

/** A DING: stays unread until it is confirmed. */
export function Ding({ message, userId }: { message: EmulatedMessage; userId: string }) {
  const { control, attempt, catchUp } = useStore();
  const { ding } = message;
  const confirm = async () => {
    await control.read(userId, message.id);
    await catchUp();
  };
  return (
    <section class="card tray" aria-label="DING">
      <span class="tag orange">DING · {DING_WAYS[ding?.remindType ?? 1] ?? "应用内"}</span>
      <p class="text">{message.text}</p>
      <button
        type="button"
        class="button primary"
        disabled={ding?.confirmed ?? false}
        onClick={() => void attempt(confirm, userId)}
      >
        {ding?.confirmed === true ? "已确认" : "确认收到"}
      </button>
    </section>
  );
}

export function Todo({ message: { todo } }: { message: EmulatedMessage }) {
  const { time, world } = useStore();
  if (todo === undefined) return null;
  const now = time.clock.value?.now ?? world.value?.now ?? "";
  const isLate = !todo.done && Date.parse(now) > Date.parse(todo.dueAt);
  const [word, color] = todo.done ? ["已完成", "green"] : isLate ? ["已逾期", "red"] : ["未完成", "blue"];
  return (
    <section class="card tray" aria-label="待办">
      <span class={`tag ${color}`}>{word}</span>
      <p class="text">{todo.subject}</p>
      <p class="meta">{todo.dueAt === "" ? "未设截止时间" : `截止：${fullMoment(todo.dueAt)}`}</p>
      {todo.detailUrl !== "" && (
        <a class="button" href={todo.detailUrl} target="_blank" rel="noopener noreferrer">
          查看详情
        </a>
      )}
    </section>
  );
}
