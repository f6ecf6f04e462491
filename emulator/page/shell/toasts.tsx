import { useStore } from "../state/context.ts";

/** Toasts of one person's client or, without a person, of the whole page. */
export function Toasts({ userId }: { userId?: string }) {
  const { toasts } = useStore();
  const mine = toasts.current.value.filter((toast) => toast.userId === userId);
  return (
    <div class={userId === undefined ? "notices of-page" : "notices"} role="status">
      {mine.map((toast) => (
        <button
          key={toast.id}
          type="button"
          class={`notice ${toast.tone}`}
          title="关闭"
          onClick={() => toasts.dismiss(toast.id)}
        >
          {toast.text}
        </button>
      ))}
    </div>
  );
}
