import { type Signal, signal } from "@preact/signals";

const KEY = "jiayuan.emulator.seen";

/** How far each person has read each chat. The emulator stores this for the bot's messages only. */
export interface SeenStore {
  /** By person and chat, the number of the last message seen. */
  current: Signal<Readonly<Record<string, number>>>;
  upTo(userId: string, chatId: string): number;
  mark(userId: string, chatId: string, order: number): void;
}

export function makeSeen(storage: Storage): SeenStore {
  const current = signal<Readonly<Record<string, number>>>(stored(storage));
  const key = (userId: string, chatId: string) => `${userId} ${chatId}`;
  return {
    current,
    upTo: (userId, chatId) => current.value[key(userId, chatId)] ?? 0,
    mark: (userId, chatId, order) => {
      if (current.value[key(userId, chatId)] === order) return;
      current.value = { ...current.value, [key(userId, chatId)]: order };
      storage.setItem(KEY, JSON.stringify(current.value));
    },
  };
}

function stored(storage: Storage): Record<string, number> {
  try {
    return JSON.parse(storage.getItem(KEY) ?? "{}") as Record<string, number>;
  } catch {
    return {};
  }
}
