/**
 * Processes each lane serially and different lanes concurrently. A lane is the ordered queue of one person's events,
 * named by the column `inbox_event.lane`.
 */
export interface LaneRunner<Event> {
  /**
   * Processes the lane; if it is being processed, once more afterwards.
   * @param first known to be its oldest event
   */
  run(lane: string, first?: Event): void;
  /** Number of lanes being processed. */
  readonly busy: number;
  /** Starts nothing new and resolves when the running lanes have finished. */
  stop(): Promise<void>;
}

export function makeLaneRunner<Event>(
  process: (lane: string, first?: Event) => Promise<void>,
  onError: (lane: string, error: unknown) => void,
): LaneRunner<Event> {
  const running = new Map<string, { again: boolean; ended: Promise<void> }>();
  let stopped = false;

  async function loop(lane: string, state: { again: boolean }, known: Event | undefined): Promise<void> {
    let first = known;
    do {
      state.again = false;
      await process(lane, first).catch((error) => onError(lane, error));
      first = undefined;
    } while (state.again && !stopped);
    running.delete(lane);
  }

  return {
    run(lane, first) {
      if (stopped) return;
      const state = running.get(lane);
      if (state) {
        state.again = true;
        return;
      }
      const started = { again: false, ended: Promise.resolve() };
      running.set(lane, started);
      started.ended = loop(lane, started, first);
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
