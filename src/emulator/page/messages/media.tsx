import type { EmulatedMessage } from "../../contract.ts";
import { useStore } from "../state/context.ts";

export function Picture({ message: { file, text } }: { message: EmulatedMessage }) {
  const { control } = useStore();
  return (
    <div class="bubble picture">
      {file !== undefined && <img src={control.fileUrl(file.fileId)} alt={file.fileName} />}
      {text !== undefined && <p class="text">{text}</p>}
    </div>
  );
}

/** A voice message, with the words recognised in it. */
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
