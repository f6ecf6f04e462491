import type { FileStore } from "../../storage/files.ts";
import type { ChatGateway } from "../ports.ts";
import type { ReceivedFile } from "../turn.ts";
import type { InboxRow } from "./work-lane.ts";

/**
 * Fetches the files of a message into the file store before its transaction opens. The store is by content, so doing
 * it again after a crash changes nothing.
 */
export function makeReceiveFiles({ gateway, files }: { gateway: ChatGateway; files: FileStore }) {
  const received = new Map<bigint, ReceivedFile[]>();
  return {
    async prepare({ id, inbound }: InboxRow): Promise<void> {
      if (inbound.kind !== "message" || inbound.files.length === 0) return;
      const fetched: ReceivedFile[] = [];
      for (const file of inbound.files) {
        // A voice message is worth its recognised words; the sound itself is not kept.
        if (file.kind === "audio") continue;
        const bytes = await gateway.download(file);
        fetched.push({ kind: file.kind, name: file.fileName, hash: await files.put(bytes), size: bytes.length });
      }
      received.set(id, fetched);
    },
    filesOf: ({ id }: InboxRow): readonly ReceivedFile[] => received.get(id) ?? [],
    forget: (id: bigint) => received.delete(id),
  };
}
