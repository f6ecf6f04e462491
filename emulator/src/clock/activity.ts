/** Counts work in progress: pushes without an answer, calls without a reply. */
export interface Activity {
  /** @returns a function to call once when the work is done */
  begin(): () => void;
  isBusy(): boolean;
  /** Increases with every start: the same value before and after means that nothing happened in between. */
  started(): number;
}

export function makeActivity(): Activity {
  let inHand = 0;
  let beats = 0;
  return {
    begin: () => {
      inHand += 1;
      beats += 1;
      let over = false;
      return () => {
        if (!over) inHand -= 1;
        over = true;
      };
    },
    isBusy: () => inHand > 0,
    started: () => beats,
  };
}
