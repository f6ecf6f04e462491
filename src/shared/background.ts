/** Work that goes on beside the chat; what is to do stands in the database, and whoever writes it there sets it going. */
export interface Background {
  start(): Promise<void>;
  /** There may be something to do. */
  soon(): void;
  /** Does everything that is due: after an emulated clock has moved. */
  run(): Promise<void>;
  isIdle(): Promise<boolean>;
  stop(): Promise<void>;
}

/** Several of them as one, started one after the other. */
export const together = (all: readonly Background[]): Background => ({
  async start() {
    for (const one of all) await one.start();
  },
  soon() {
    for (const one of all) one.soon();
  },
  run: async () => void (await Promise.all(all.map((one) => one.run()))),
  async isIdle() {
    for (const one of all) if (!(await one.isIdle())) return false;
    return true;
  },
  stop: async () => void (await Promise.all(all.map((one) => one.stop()))),
});
