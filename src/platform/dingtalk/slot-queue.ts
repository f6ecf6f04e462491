interface Waiting<Slot> {
  grant: (slot: Slot) => void;
  fail: (error: unknown) => void;
}

/**
 * Collects those who want a slot of the same API while a booking is under way, and books for all of them with the next.
 * @param book books this many slots and gives them in order
 * @param largest most slots a booking may take, so that other processes get their turn
 */
export function makeSlotQueue<Slot>(
  book: (api: string, count: number) => Promise<readonly Slot[]>,
  largest: number,
): (api: string) => Promise<Slot> {
  const queues = new Map<string, Waiting<Slot>[]>();

  async function bookFor(api: string, batch: readonly Waiting<Slot>[]): Promise<void> {
    try {
      const slots = await book(api, batch.length);
      for (const [index, slot] of slots.entries()) batch[index]?.grant(slot);
    } catch (error) {
      for (const waiting of batch) waiting.fail(error);
    }
  }

  async function work(api: string, queue: Waiting<Slot>[]): Promise<void> {
    while (queue.length > 0) await bookFor(api, queue.splice(0, largest));
    queues.delete(api);
  }

  return (api) =>
    new Promise((grant, fail) => {
      const queue = queues.get(api);
      if (queue !== undefined) {
        queue.push({ grant, fail });
        return;
      }
      const fresh = [{ grant, fail }];
      queues.set(api, fresh);
      void work(api, fresh);
    });
}
