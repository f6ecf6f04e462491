import { type Signal, signal } from "@preact/signals";

export interface Notice {
  id: number;
  /** Whose client shows it; missing: the whole page. */
  userId?: string;
  text: string;
  tone: "plain" | "trouble";
}

const SHOWN_MS = 4000;
const TROUBLE_SHOWN_MS = 8000;

export interface NoticeStore {
  current: Signal<readonly Notice[]>;
  say(text: string, to?: { userId?: string; tone?: Notice["tone"] }): void;
  dismiss(id: number): void;
}

/**
 * Short sentences that go away by themselves. A person's client shows one plain sentence at a time, the newest; a
 * trouble stays beside it. The same sentence to the same person is shown once.
 */
export function makeNotices(): NoticeStore {
  const current = signal<readonly Notice[]>([]);
  let last = 0;
  const dismiss = (id: number) => {
    current.value = current.value.filter((notice) => notice.id !== id);
  };
  return {
    current,
    dismiss,
    say: (text, to = {}) => {
      if (current.value.some((notice) => notice.text === text && notice.userId === to.userId)) return;
      last += 1;
      const id = last;
      const tone = to.tone ?? "plain";
      const replaced = (other: Notice) => tone === "plain" && other.tone === "plain" && other.userId === to.userId;
      current.value = [...current.value.filter((other) => !replaced(other)), { id, text, ...to, tone }];
      setTimeout(() => dismiss(id), to.tone === "trouble" ? TROUBLE_SHOWN_MS : SHOWN_MS);
    },
  };
}
