import { RefusalError } from "../../../shared/refusal-error.ts";
import type { OpenFile } from "../../documents/open/open-file.ts";
import type { Database } from "../../storage/database.ts";
import type { Encryption } from "../../storage/encryption.ts";
import type { FileStore } from "../../storage/files.ts";
import type { ReceivedFile } from "../dispatcher.ts";
import type { Chat, ChatGateway, InboundFile } from "../ports.ts";
import type { FetchedFile, InboxRow } from "./inbox-row.ts";

interface Deps {
  gateway: ChatGateway;
  files: FileStore;
  openFile: OpenFile;
  database: Database;
  encryption: Encryption;
}

/**
 * Downloads the files of a message into the file store and opens them, before its transaction begins. A download is a paid
 * call, so what is in the store is written down with the message at once, and not fetched again after a crash.
 */
export function makeReceiveFiles({ gateway, files, openFile, database, encryption }: Deps) {
  const received = new Map<bigint, ReceivedFile[]>();

  async function fetch(
    file: InboundFile,
    { chat, isOnlyOne }: { chat: Chat; isOnlyOne: boolean },
  ): Promise<FetchedFile> {
    try {
      const bytes = await gateway.download(file, chat);
      return { hash: await files.put(bytes), size: bytes.length };
    } catch (error) {
      // The others of the message go through.
      if (isOnlyOne || !(error instanceof RefusalError)) throw error;
      return { refused: error.message };
    }
  }

  const keep = (id: bigint, fetched: readonly FetchedFile[]): Promise<unknown> =>
    database.query("update inbox_event set fetched = $2 where id = $1", [id, encryption.seal(fetched)]);

  async function open({ kind, fileName: name }: InboundFile, file: FetchedFile): Promise<ReceivedFile> {
    if ("refused" in file) {
      return { kind, name, hash: "", size: 0, opened: { kind: "refused", sentence: file.refused } };
    }
    const { hash, size } = file;
    if (kind === "video") return { kind, name, hash, size };
    return { kind, name, hash, size, opened: await openFile(await files.get(hash), name) };
  }

  return {
    async prepare({ id, inbound, fetched: known }: InboxRow): Promise<void> {
      if (inbound.kind !== "message" || inbound.files.length === 0) return;
      // Only the recognised words of a voice message are used.
      const wanted = inbound.files.filter(({ kind }) => kind !== "audio");
      const fetched = [...known];
      const ready: ReceivedFile[] = [];
      for (const [at, file] of wanted.entries()) {
        let found = fetched[at];
        if (!found) {
          found = await fetch(file, { chat: inbound.chat, isOnlyOne: inbound.files.length === 1 });
          fetched.push(found);
          await keep(id, fetched);
        }
        ready.push(await open(file, found));
      }
      received.set(id, ready);
    },
    filesOf: ({ id }: InboxRow): readonly ReceivedFile[] => received.get(id) ?? [],
    forget: (id: bigint) => received.delete(id),
  };
}
