/** Counts work in progress: pushes without an answer, calls without a reply. */
export interface Activity {
  /** @returns a function to call once when the work is done */
  begin(): () => void;
  isBusy(): boolean;
  /** Increases with every start: the same value before and after means that nothing happened in between. */
  started(): number;
}

export function makeActivity(): Activity {
  let running = 0;
  let started = 0;
  return {
    begin: () => {
      running += 1;
      started += 1;
      let over = false;
      return () => {
        if (!over) running -= 1;
        over = true;
      };
    },
    isBusy: () => running > 0,
    started: () => started,
  };
}
