import { Icon } from "../shell/icon.tsx";
import { readableSize } from "../text/size.ts";
import { nameFor } from "./use-send.ts";

/** Files to be sent with the next message. */
export function PendingFiles({ files, onFiles }: { files: readonly File[]; onFiles(files: readonly File[]): void }) {
  if (files.length === 0) return null;
  return (
    <ul class="file-tray" aria-label="待发送的文件">
      {files.map((file, place) => (
        <li key={`${place} ${file.name}`}>
          <span>{nameFor(file)}</span>
          <span class="meta">{readableSize(file.size)}</span>
          <button
            type="button"
            class="icon-button"
            aria-label={`不发送${nameFor(file)}`}
            onClick={() => onFiles(files.filter((other) => other !== file))}
          >
            <Icon name="close" />
          </button>
        </li>
      ))}
    </ul>
  );
}
