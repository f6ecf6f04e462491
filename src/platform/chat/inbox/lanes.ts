/** Runs one piece of work a lane at a time, and again when it was asked for meanwhile. */
export interface Lanes {
  run(lane: string): void;
  readonly busy: number;
  /** Starts nothing new and resolves when what runs has ended. */
  stop(): Promise<void>;
}

export function makeLanes(
  work: (lane: string) => Promise<void>,
  onTrouble: (lane: string, error: unknown) => void,
): Lanes {
  const running = new Map<string, { again: boolean; ended: Promise<void> }>();
  let stopped = false;

  async function go(lane: string, state: { again: boolean }): Promise<void> {
    do {
      state.again = false;
      await work(lane).catch((error) => onTrouble(lane, error));
    } while (state.again && !stopped);
    running.delete(lane);
  }

  return {
    run(lane) {
      if (stopped) return;
      const state = running.get(lane);
      if (state) {
        state.again = true;
        return;
      }
      const fresh = { again: false, ended: Promise.resolve() };
      running.set(lane, fresh);
      fresh.ended = go(lane, fresh);
    },
    get busy() {
      return running.size;
    },
    async stop() {
      stopped = true;
      await Promise.all([...running.values()].map(({ ended }) => ended));
    },
  };
}
