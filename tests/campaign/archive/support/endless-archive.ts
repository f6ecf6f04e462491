import { setTimeout as pause } from "node:timers/promises";
import { writeArchive } from "../../../../src/campaign/archive/folder.ts";

/** A program that writes an archive which never ends: it says when it has begun, and is killed. */
async function* endless(): AsyncGenerator<Uint8Array> {
  yield Buffer.alloc(100_000, 1);
  process.send?.("begun");
  for (;;) {
    yield Buffer.alloc(1_000, 1);
    await pause(5);
  }
}

await writeArchive(process.argv[2] ?? "", process.argv[3] ?? "", endless());
