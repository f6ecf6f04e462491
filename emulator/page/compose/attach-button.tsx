import { useRef } from "preact/hooks";
import { Icon } from "../shell/icon.tsx";

/** In groups the client sends the bot pictures only, so only these are offered; any file can still be dropped. */
export function AttachButton({
  picturesOnly,
  onFiles,
}: {
  picturesOnly: boolean;
  onFiles(files: readonly File[]): void;
}) {
  const input = useRef<HTMLInputElement>(null);
  const label = picturesOnly ? "发送图片" : "发送文件";
  return (
    <>
      <button type="button" class="icon-button" aria-label={label} title={label} onClick={() => input.current?.click()}>
        <Icon name="attach" />
      </button>
      <input
        ref={input}
        class="unseen"
        type="file"
        multiple
        tabIndex={-1}
        aria-label={label}
        accept={picturesOnly ? "image/*" : undefined}
        onChange={({ currentTarget }) => {
          onFiles([...(currentTarget.files ?? [])]);
          currentTarget.value = "";
        }}
      />
    </>
  );
}
