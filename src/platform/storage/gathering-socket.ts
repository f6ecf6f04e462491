import { Socket } from "node:net";

/**
 * Statements that are begun in one turn of the event loop leave in one write: each write to the socket costs more than
 * what is in it. Whoever writes several pieces corks the socket before, as pg does for each prepared statement.
 */
export class GatheringSocket extends Socket {
  #isGathering = false;

  override cork(): void {
    super.cork();
    if (this.#isGathering) return;
    this.#isGathering = true;
    // Corks are counted: it is written when this one is undone, after all that runs before the next event.
    super.cork();
    process.nextTick(() => {
      this.#isGathering = false;
      super.uncork();
    });
  }
}
