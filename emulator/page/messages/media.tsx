import { useState } from "preact/hooks";
import type { EmulatedMessage } from "../../src/contract/control.ts";
import { useStore } from "../state/context.ts";
import { FileTile } from "./file-tile.tsx";

/** A picture; a press enlarges it. One that the browser cannot show is a file. */
export function Picture({ message, userId }: { message: EmulatedMessage; userId: string }) {
  const { control, preview } = useStore();
  const [broken, setBroken] = useState(false);
  const { file, text, conversationId } = message;
  if (file !== undefined && broken) return <FileTile file={file} />;
  const show = (address: string) => {
    preview.value = { kind: "picture", userId, conversationId, address };
  };
  return (
    <div class="bubble picture">
      {file !== undefined && (
        <button
          type="button"
          aria-label={`查看图片${file.fileName}`}
          onClick={() => show(control.fileUrl(file.fileId))}
        >
          <img src={control.fileUrl(file.fileId)} alt={file.fileName} onError={() => setBroken(true)} />
        </button>
      )}
      {text !== undefined && <p class="text">{text}</p>}
    </div>
  );
}

/** A voice message with its recognised text. */
export function Voice({ message: { file, text } }: { message: EmulatedMessage }) {
  const { control } = useStore();
  return (
    <div class="bubble">
      {file !== undefined && (
        <audio controls src={control.fileUrl(file.fileId)}>
          <track kind="captions" label="识别文字见下" />
        </audio>
      )}
      <p class="text">{text ?? "[语音]"}</p>
    </div>
  );
}
