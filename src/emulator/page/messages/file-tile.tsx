import type { EmulatedMessage } from "../../contract.ts";
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

/** A file as a tile that downloads it. */
export function FileTile({ file }: { file: NonNullable<EmulatedMessage["file"]> }) {
  const { control } = useStore();
  const extension = file.fileName.includes(".") ? (file.fileName.split(".").pop() ?? "").toLowerCase() : "";
  return (
    <a class="file-tile" href={control.fileUrl(file.fileId)} download={file.fileName}>
      <span class={`file-kind ${FAMILIES[extension] ?? "other"}`} aria-hidden="true">
        {extension.slice(0, 4).toUpperCase() || "文件"}
      </span>
      <span class="file-words">
        <span class="file-name">{file.fileName}</span>
        <span class="file-size">{readableSize(file.size)}</span>
      </span>
      <Icon name="download" />
    </a>
  );
}
