import type { FastifyRequest } from "fastify";
import { z } from "zod";
import type { PlatformCall } from "./call.ts";

const oapiQuery = z.object({ access_token: z.string().default("") });

/** The token of a request, read where its gateway expects it; empty when there is none. */
export function tokenOf({ gateway }: Pick<PlatformCall, "gateway">, request: FastifyRequest): string {
  if (gateway === "oapi") return oapiQuery.safeParse(request.query).data?.access_token ?? "";
  const token = request.headers["x-acs-dingtalk-access-token"];
  return typeof token === "string" ? token : "";
}
