import type { FastifyRequest } from "fastify";
import { isLoopback } from "../loopback.ts";

/**
 * Whether a call comes from this machine's own programs or the emulator's page: other pages open in a browser here may
 * send requests too, but not without naming themselves or a host that is not loopback.
 */
export function isLocal({ headers: { host = "", origin } }: FastifyRequest): boolean {
  if (!isLoopback(host)) return false;
  return origin === undefined || origin === `http://${host}`;
}
