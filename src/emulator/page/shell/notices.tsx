import { useStore } from "../state/context.ts";

/** Sentences for one person's client, or, without a person, for the whole page. */
export function Notices({ userId }: { userId?: string }) {
  const { notices } = useStore();
  const mine = notices.current.value.filter((notice) => notice.userId === userId);
  return (
    <div class={userId === undefined ? "notices of-page" : "notices"} role="status">
      {mine.map((notice) => (
        <button
          key={notice.id}
          type="button"
          class={`notice ${notice.tone}`}
          title="关闭"
          onClick={() => notices.dismiss(notice.id)}
        >
          {notice.text}
        </button>
      ))}
    </div>
  );
}
