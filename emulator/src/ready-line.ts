import type { Emulator } from "./create-emulator.ts";

/** What programs that start the emulator wait for, and read its addresses from. */
export const readyLine = ({ url, env, proxy }: Emulator): string =>
  JSON.stringify({ ready: "emulator", url, pid: process.pid, env, proxy: proxy?.url, caFile: proxy?.caFile });
