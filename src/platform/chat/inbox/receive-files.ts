import { RefusalError } from "../../../shared/refusal-error.ts";
import type { OpenFile } from "../../documents/open/open-file.ts";
import type { FileStore } from "../../storage/files.ts";
import type { ReceivedFile } from "../dispatcher.ts";
import type { ChatGateway, InboundFile } from "../ports.ts";
import type { InboxRow } from "./process-lane.ts";

interface Deps {
  gateway: ChatGateway;
  files: FileStore;
  openFile: OpenFile;
}

/**
 * Downloads the files of a message into the file store and opens them, before its transaction begins. The store is
 * content-addressed, so repeating the download after a crash is harmless.
 */
export function makeReceiveFiles({ gateway, files, openFile }: Deps) {
  const received = new Map<bigint, ReceivedFile[]>();
  async function receive(file: InboundFile): Promise<ReceivedFile> {
    const bytes = await gateway.download(file);
    const { kind, fileName: name } = file;
    const opened = kind === "video" ? {} : { opened: await openFile(bytes, name) };
    return { kind, name, hash: await files.put(bytes), size: bytes.length, ...opened };
  }
  return {
    async prepare({ id, inbound }: InboxRow): Promise<void> {
      if (inbound.kind !== "message" || inbound.files.length === 0) return;
      const downloaded: ReceivedFile[] = [];
      for (const file of inbound.files) {
        // Only the recognised words of a voice message are used.
        if (file.kind === "audio") continue;
        const isOnlyOne = inbound.files.length === 1;
        downloaded.push(
          await receive(file).catch((error: unknown) => {
            if (isOnlyOne || !(error instanceof RefusalError)) throw error;
            // The others of the message go through.
            const opened = { kind: "refused", sentence: error.message } as const;
            return { kind: file.kind, name: file.fileName, hash: "", size: 0, opened };
          }),
        );
      }
      received.set(id, downloaded);
    },
    filesOf: ({ id }: InboxRow): readonly ReceivedFile[] => received.get(id) ?? [],
    forget: (id: bigint) => received.delete(id),
  };
}
