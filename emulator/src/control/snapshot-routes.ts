import { z } from "zod";
import { type ControlRoute, controlRoute } from "../control-api/control-route.ts";
import type { Deliveries } from "../delivery/deliveries.ts";
import type { Files } from "../files/files.ts";
import type { CallLimits } from "../limits/call-limits.ts";
import { dumpWorld, loadDump } from "../world/dump.ts";
import { type MessageStore, markPendingLost } from "../world/messages.ts";
import { clearWorld, tableNames, type World } from "../world/world.ts";

interface Deps {
  world: World;
  messages: MessageStore;
  files: Files;
  limits: CallLimits;
  deliveries: Deliveries;
}

const snapshotSchema = z.object({
  /** Rows are not validated further; only this emulator writes them. */
  world: z.partialRecord(z.enum(tableNames), z.array(z.tuple([z.string(), z.looseObject({})]))),
  /** Base64 by fileId. */
  files: z.record(z.string(), z.base64()),
});

/**
 * The emulator's state as one value; bots are not part of it.
 * @param announced called after a restore
 */
export const snapshotRoutes = (deps: Deps, announced: () => void): ControlRoute[] => [
  controlRoute({
    method: "POST",
    path: "/snapshot",
    summary: "The emulator's state.",
    reply: z.object({ snapshot: snapshotSchema }),
    run: () => ({ snapshot: { world: dumpWorld(deps.world), files: dumpFiles(deps) } }),
  }),
  controlRoute({
    method: "POST",
    path: "/restore",
    summary: "Restores a snapshot.",
    body: z.object({ snapshot: snapshotSchema }),
    reply: z.object({ restored: z.literal(true) }),
    run: ({ body: { snapshot } }) => {
      deps.deliveries.cancelAll();
      deps.limits.clear();
      clearWorld(deps.world);
      deps.files.clear();
      loadDump(deps.world, snapshot.world);
      markPendingLost(deps);
      for (const [fileId, text] of Object.entries(snapshot.files)) {
        deps.files.restore(fileId, Buffer.from(text, "base64"));
      }
      announced();
      return { restored: true };
    },
  }),
];

function dumpFiles({ world, files }: Pick<Deps, "world" | "files">): Record<string, string> {
  const dump: Record<string, string> = {};
  for (const { fileId } of world.files.values()) dump[fileId] = files.bytes(fileId)?.toString("base64") ?? "";
  return dump;
}
