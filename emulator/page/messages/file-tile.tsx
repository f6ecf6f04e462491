import type { EmulatedMessage } from "../../src/contract/control.ts";
import { extensionOf, fileKindOf } from "../preview/file-kind.ts";
import { Icon } from "../shell/icon.tsx";
import { useStore } from "../state/context.ts";
import { readableSize } from "../text/size.ts";

const FAMILIES: Record<string, string> = {
  xlsx: "sheet",
  xls: "sheet",
  csv: "sheet",
  docx: "words",
  doc: "words",
  txt: "words",
  pdf: "fixed",
  zip: "archive",
};

type SentFile = NonNullable<EmulatedMessage["file"]>;

/** A file: a press previews it if possible, the arrow downloads it. */
export function FileTile({ file }: { file: SentFile }) {
  const { control, preview } = useStore();
  const canBeShown = fileKindOf(file.fileName) !== undefined;
  const show = () => {
    preview.value = { kind: "file", file };
  };
  return (
    <div class="file-tile">
      {canBeShown ? (
        <button type="button" class="file-open" aria-label={`预览${file.fileName}`} onClick={show}>
          <FileLabel file={file} />
        </button>
      ) : (
        <span class="file-open">
          <FileLabel file={file} />
        </span>
      )}
      <a
        class="icon-button"
        href={control.fileUrl(file.fileId)}
        download={file.fileName}
        title="下载"
        aria-label={`下载${file.fileName}，${readableSize(file.size)}`}
      >
        <Icon name="download" />
      </a>
    </div>
  );
}

function FileLabel({ file: { fileName, size } }: { file: SentFile }) {
  const extension = extensionOf(fileName);
  return (
    <>
      <span class={`file-kind ${FAMILIES[extension] ?? "other"}`} aria-hidden="true">
        {extension.slice(0, 4).toUpperCase() || "文件"}
      </span>
      <span class="file-words">
        <span class="file-name">{fileName}</span>
        <span class="file-size">{readableSize(size)}</span>
      </span>
    </>
  );
}
