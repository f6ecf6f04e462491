import type { FastifyInstance } from "fastify";
import { StartError } from "../../shared/start-error.ts";
import { webPhrases } from "./phrases.ts";

/** @returns the address @throws {StartError} if it is taken, or may not be used */
export async function listen(
  app: Pick<FastifyInstance, "listen">,
  { port, host }: { port: number; host: string },
): Promise<string> {
  try {
    return await app.listen({ port, host });
  } catch (cause) {
    const code = cause instanceof Error && "code" in cause ? String(cause.code) : "";
    if (code === "EADDRINUSE") throw new StartError(webPhrases.portInUse(port), { cause });
    if (code !== "") throw new StartError(webPhrases.cannotListen(host, port, code), { cause });
    throw cause;
  }
}
