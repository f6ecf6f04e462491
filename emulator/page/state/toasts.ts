import { type Signal, signal } from "@preact/signals";

export interface Toast {
  id: number;
  /** The client that shows it; undefined: the whole page. */
  userId?: string;
  text: string;
  tone: "plain" | "trouble";
}

const SHOWN_MS = 4000;
const TROUBLE_SHOWN_MS = 8000;

export interface ToastStore {
  current: Signal<readonly Toast[]>;
  say(text: string, to?: { userId?: string; tone?: Toast["tone"] }): void;
  dismiss(id: number): void;
}

/**
 * Short sentences that disappear after a while. A person's client shows the newest plain one; errors are kept beside
 * it. The same sentence is shown to a person only once.
 */
export function makeToasts(): ToastStore {
  const current = signal<readonly Toast[]>([]);
  let last = 0;
  const dismiss = (id: number) => {
    current.value = current.value.filter((toast) => toast.id !== id);
  };
  return {
    current,
    dismiss,
    say: (text, to = {}) => {
      if (current.value.some((toast) => toast.text === text && toast.userId === to.userId)) return;
      last += 1;
      const id = last;
      const tone = to.tone ?? "plain";
      const replaced = (other: Toast) => tone === "plain" && other.tone === "plain" && other.userId === to.userId;
      current.value = [...current.value.filter((other) => !replaced(other)), { id, text, ...to, tone }];
      setTimeout(() => dismiss(id), to.tone === "trouble" ? TROUBLE_SHOWN_MS : SHOWN_MS);
    },
  };
}
