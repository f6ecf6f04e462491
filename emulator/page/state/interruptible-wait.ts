/** A timer of which one runs at a time; it can be ended early. */
export interface InterruptibleWait {
  wait(ms: number): Promise<void>;
  /** Does nothing when nobody waits. */
  end(): void;
}

export function interruptibleWait(): InterruptibleWait {
  let end = () => {};
  return {
    wait: (ms) =>
      new Promise<void>((done) => {
        const timer = setTimeout(done, ms);
        end = () => {
          clearTimeout(timer);
          done();
        };
      }),
    end: () => end(),
  };
}
