/** A stack of resources to close in reverse order: at shutdown, or when opening a later one fails. */
export interface Closing {
  add(close: () => unknown): void;
  /** Closes all resources, ignoring errors. */
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
