import { assemble } from "../../src/assemble.ts";
import { memoryBytes } from "../../src/files/files.ts";
import { silentLog } from "../../src/instruments/log.ts";
import type { PlatformCall } from "../../src/platform/call.ts";
import { organisation } from "../../src/testing/organisation.ts";
import { makeWorld } from "../../src/world/world.ts";

/** Every call of the platform's interface that the emulator knows. */
export const knownCalls = (): readonly PlatformCall[] =>
  assemble({
    world: makeWorld(),
    bytes: memoryBytes(),
    expectBots: 0,
    seed: organisation({ people: { maxiaohan: "马小涵" } }),
    now: new Date("2023-08-09T09:00:00+08:00"),
    log: silentLog,
    baseUrl: () => "http://127.0.0.1:3100",
    secureEndpoint: () => undefined,
  }).calls;

/** As the traffic names it. */
export const nameOfCall = ({ method, path }: PlatformCall): string => `${method} ${path}`;
