import type { MessageBoxes } from "./message-boxes.ts";
import type { World } from "./world.ts";

/** Messages of an earlier run or of a restored state: nobody waits for their acknowledgement any more. */
export function giveUpPending({ world, messages }: { world: World; messages: MessageBoxes }): void {
  for (const message of [...world.messages.values()]) {
    if (message.delivery === "pending") messages.change(message.id, { delivery: "lost" });
  }
}
