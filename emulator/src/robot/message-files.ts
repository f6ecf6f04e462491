import { createHmac } from "node:crypto";
import { z } from "zod";
import { type Files, readDownloadCode } from "../files/files.ts";
import { type PlatformCall, platformCall } from "../platform/call.ts";
import { PlatformError } from "../platform/errors.ts";
import type { World } from "../world/world.ts";
import { requireRobot } from "./require-robot.ts";

interface Deps {
  world: World;
  files: Files;
  /** Where this emulator listens, without a trailing slash. */
  baseUrl(): string;
}

/** The lifetime of an address is not documented. Machine time. */
const ADDRESS_LIFE_MS = 30 * 60 * 1_000;

const sign = (fileId: string, expires: string): string =>
  createHmac("sha256", "download").update(`${fileId} ${expires}`).digest("base64url");

/** A file a person sent: the code in the message gives an address, the address the bytes. */
export const messageFileCalls = (deps: Deps): PlatformCall[] => [
  platformCall({
    method: "POST",
    path: "/v1.0/robot/messageFiles/download",
    gateway: "api",
    auth: "token",
    counted: true,
    body: z.object({ downloadCode: z.string().default(""), robotCode: z.string().default("") }),
    run: ({ app, body }) => {
      requireRobot(app, body.robotCode);
      const fileId = readDownloadCode(body.downloadCode, body.robotCode);
      if (fileId === undefined || !deps.world.files.has(fileId)) {
        throw new PlatformError(400, "invalidParameter.robotCode.downloadCode", "downloadCode is wrong or expired");
      }
      const Expires = String(Date.now() + ADDRESS_LIFE_MS);
      const query = new URLSearchParams({ Signature: sign(fileId, Expires), Expires });
      return { downloadUrl: `${deps.baseUrl()}/download/${fileId}?${query.toString()}` };
    },
  }),
  platformCall({
    method: "GET",
    path: "/download/:fileId",
    gateway: "api",
    auth: "none",
    counted: false,
    params: z.object({ fileId: z.string() }),
    query: z.object({ Signature: z.string().default(""), Expires: z.string().default("") }),
    run: ({ params: { fileId }, query: { Signature, Expires } }) => {
      const bytes = deps.files.bytes(fileId);
      if (bytes === undefined || Signature !== sign(fileId, Expires) || Date.now() > Number(Expires)) {
        throw new PlatformError(403, "AccessDenied", "the address is wrong or expired");
      }
      return bytes;
    },
  }),
];
