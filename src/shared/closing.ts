/** Parts opened one after the other, to be closed in the opposite order: at the end, or when a later one fails to open. */
export interface Closing {
  add(close: () => unknown): void;
  /** Closes all, whether or not one of them fails at it. */
  close(): Promise<void>;
}

export function makeClosing(): Closing {
  const opened: (() => unknown)[] = [];
  return {
    add: (close) => void opened.push(close),
    async close() {
      for (const close of opened.splice(0).reverse()) {
        await Promise.resolve()
          .then(close)
          .catch(() => undefined);
      }
    },
  };
}
