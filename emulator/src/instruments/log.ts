import { type Logger, pino } from "pino";

/** Facts first, then a constant English sentence. */
export type Log = Pick<Logger, "debug" | "info" | "warn" | "error">;

export const silentLog: Log = pino({ enabled: false });
