import { type EmbeddedServer, startEmbeddedServer } from "./embedded-server.ts";
import { isPostgres } from "./postmaster.ts";

const LOOK_EVERY_MS = 500;

/** Starts the server again, on the same port, when it dies under a living bot. @returns a function that stops watching */
export function watchServer(dataDir: string, server: EmbeddedServer): () => void {
  let current = server;
  let starting = false;
  const timer = setInterval(async () => {
    if (starting || isPostgres(current.pid)) return;
    starting = true;
    current = await startEmbeddedServer(dataDir).catch(() => current);
    starting = false;
  }, LOOK_EVERY_MS);
  timer.unref();
  return () => clearInterval(timer);
}
