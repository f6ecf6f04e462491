// Loaded before a bot: the machine's clock, as this process reads it, is wrong by what a file says. Timers are not: they run
// on another clock.
import { readFileSync } from "node:fs";

const LOOKS_EVERY_MS = 50;
const file = process.env.SKEW_FILE;

if (file !== undefined && process.argv[1]?.endsWith("main.ts")) {
  const RealDate = Date;
  let skew = 0;
  const look = (): void => {
    try {
      skew = Number(readFileSync(file, "utf8"));
    } catch {
      skew = 0;
    }
  };
  setInterval(look, LOOKS_EVERY_MS).unref();
  globalThis.Date = new Proxy(RealDate, {
    construct: (target, given, made) =>
      Reflect.construct(target, given.length === 0 ? [target.now() + skew] : given, made),
    get: (target, name) => (name === "now" ? () => target.now() + skew : Reflect.get(target, name)),
  });
}
