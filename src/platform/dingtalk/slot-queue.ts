interface Waiting<Slot> {
  resolve: (slot: Slot) => void;
  reject: (error: unknown) => void;
}

/**
 * Batches requests for slots: those that arrive during a booking of the same API share the next one.
 * @param book books this many slots and returns them in order
 * @param maxBatch most slots per booking, so that other processes get their turn
 */
export function makeSlotQueue<Slot>(
  book: (api: string, count: number) => Promise<readonly Slot[]>,
  maxBatch: number,
): (api: string) => Promise<Slot> {
  const queues = new Map<string, Waiting<Slot>[]>();

  async function bookFor(api: string, batch: readonly Waiting<Slot>[]): Promise<void> {
    try {
      const slots = await book(api, batch.length);
      for (const [index, slot] of slots.entries()) batch[index]?.resolve(slot);
    } catch (error) {
      for (const waiting of batch) waiting.reject(error);
    }
  }

  async function bookAll(api: string, queue: Waiting<Slot>[]): Promise<void> {
    while (queue.length > 0) await bookFor(api, queue.splice(0, maxBatch));
    queues.delete(api);
  }

  return (api) =>
    new Promise((resolve, reject) => {
      const queue = queues.get(api);
      if (queue !== undefined) {
        queue.push({ resolve, reject });
        return;
      }
      const started = [{ resolve, reject }];
      queues.set(api, started);
      void bookAll(api, started);
    });
}
