import { z } from "zod";
import { type ControlRoute, controlRoute } from "../control-api/control-route.ts";
import type { Parts } from "../parts.ts";
import { dumpWorld, loadDump } from "../world/dump.ts";
import { giveUpPending } from "../world/messages.ts";
import { clearWorld, tableNames } from "../world/world.ts";

const snapshotSchema = z.object({
  /** What the rows hold is the emulator's own; that they are rows is checked. */
  world: z.partialRecord(z.enum(tableNames), z.array(z.tuple([z.string(), z.looseObject({})]))),
  /** Base64 by fileId. */
  files: z.record(z.string(), z.base64()),
});

/**
 * The emulator's state as one value; bots are not part of it.
 * @param announced hears of a state that was put back
 */
export const snapshotRoutes = (parts: Parts, announced: () => void): ControlRoute[] => [
  controlRoute({
    method: "POST",
    path: "/snapshot",
    summary: "The emulator's state.",
    reply: z.object({ snapshot: snapshotSchema }),
    run: () => ({ snapshot: { world: dumpWorld(parts.world), files: dumpFiles(parts) } }),
  }),
  controlRoute({
    method: "POST",
    path: "/restore",
    summary: "Back to a state taken before.",
    body: z.object({ snapshot: snapshotSchema }),
    reply: z.object({ restored: z.literal(true) }),
    run: ({ body: { snapshot } }) => {
      parts.deliveries.abandon();
      parts.limits.clear();
      clearWorld(parts.world);
      parts.files.clear();
      loadDump(parts.world, snapshot.world);
      giveUpPending(parts);
      for (const [fileId, text] of Object.entries(snapshot.files)) {
        parts.files.putBack(fileId, Buffer.from(text, "base64"));
      }
      announced();
      return { restored: true };
    },
  }),
];

function dumpFiles({ world, files }: Parts): Record<string, string> {
  const dump: Record<string, string> = {};
  for (const { fileId } of world.files.values()) dump[fileId] = files.bytes(fileId)?.toString("base64") ?? "";
  return dump;
}
