import { useEffect, useState } from "preact/hooks";
import type { EmulatedMessage } from "../../src/contract/control.ts";
import { Dialog } from "../shell/dialog.tsx";
import { Icon } from "../shell/icon.tsx";
import { focusableRegion } from "../shell/reachable.ts";
import { useStore } from "../state/context.ts";
import { readableSize } from "../text/size.ts";
import { DocumentView } from "./document-view.tsx";
import { fileKindOf } from "./file-kind.ts";
import { damagedFileError, PreviewError } from "./preview-error.ts";
import { readTable } from "./read-table.ts";
import { readText } from "./read-text.ts";
import type { Sheet } from "./sheet.ts";
import { unpackedSize } from "./unpacked-size.ts";
import { WorkbookView } from "./workbook-view.tsx";

export type SentFile = NonNullable<EmulatedMessage["file"]>;

type Content =
  | { kind: "loading" }
  | { kind: "trouble"; sentence: string }
  | { kind: "sheets"; sheets: readonly Sheet[] }
  | { kind: "document"; archive: ArrayBuffer }
  | { kind: "text"; text: string };

/** A preview of a file; when it is not possible a sentence says why. The file can always be downloaded. */
export function FilePreview({ file, onClose }: { file: SentFile; onClose(): void }) {
  const { control } = useStore();
  const address = control.fileUrl(file.fileId);
  const [content, onTrouble] = useContent(file, address);
  return (
    <Dialog title={`预览：${file.fileName}`} onClose={onClose} look="preview">
      <header class="preview-head">
        <h2>{file.fileName}</h2>
        <span class="meta">{readableSize(file.size)}</span>
        <a class="button small" href={address} download={file.fileName}>
          <Icon name="download" />
          下载
        </a>
        <button type="button" class="icon-button" aria-label="关闭预览" title="关闭" onClick={onClose}>
          <Icon name="close" />
        </button>
      </header>
      <div class="preview-body">
        <Shown content={content} onTrouble={onTrouble} />
      </div>
    </Dialog>
  );
}

function Shown({ content, onTrouble }: { content: Content; onTrouble(error: unknown): void }) {
  if (content.kind === "loading") return <p class="waiting">正在打开……</p>;
  if (content.kind === "trouble")
    return (
      <p class="waiting" role="alert">
        {content.sentence}
      </p>
    );
  if (content.kind === "sheets") return <WorkbookView sheets={content.sheets} />;
  if (content.kind === "text")
    return (
      <pre class="plain-text" {...focusableRegion}>
        {content.text}
      </pre>
    );
  return (
    <section class="document-paper" aria-label="文档内容" {...focusableRegion}>
      <DocumentView archive={content.archive} onTrouble={onTrouble} />
    </section>
  );
}

const errorMessage = (error: unknown): string => (error instanceof PreviewError ? error : damagedFileError()).message;

function useContent(file: SentFile, address: string): [Content, (error: unknown) => void] {
  const [content, setContent] = useState<Content>({ kind: "loading" });
  const [onTrouble] = useState(
    () => (error: unknown) => setContent({ kind: "trouble", sentence: errorMessage(error) }),
  );
  useEffect(() => {
    let wanted = true;
    read(file, address).then(
      (read) => wanted && setContent(read),
      (error: unknown) => wanted && onTrouble(error),
    );
    return () => {
      wanted = false;
    };
  }, [file, address, onTrouble]);
  return [content, onTrouble];
}

/** The readers of office files are large, so they are fetched when the first such file is opened. */
async function read({ fileName, size }: SentFile, address: string): Promise<Content> {
  switch (fileKindOf(fileName)) {
    case "workbook": {
      const [archive, { readWorkbook }] = await Promise.all([loadArchive(address, size), import("./read-workbook.ts")]);
      return { kind: "sheets", sheets: await readWorkbook(archive) };
    }
    case "document":
      return { kind: "document", archive: await loadArchive(address, size) };
    case "table":
      return { kind: "sheets", sheets: [readTable(readText(await loadBytes(address, size)), fileName)] };
    case "text":
      return { kind: "text", text: readText(await loadBytes(address, size)) };
    default:
      throw new PreviewError("此类文件不能预览，请下载后查看。");
  }
}

const MB = 1024 * 1024;
const MAX_BYTES = 10 * MB;
const MAX_UNPACKED_BYTES = 80 * MB;
const MAX_ENTRIES = 4_000;

/** The bytes of a file that is small enough for a preview. @throws PreviewError */
async function loadBytes(address: string, size: number): Promise<ArrayBuffer> {
  if (size > MAX_BYTES) throw new PreviewError("文件超过10 MB，请下载后查看。");
  const response = await fetch(address);
  if (!response.ok) throw new PreviewError("文件已不在模拟器中。");
  return response.arrayBuffer();
}

/** The bytes of an office file, which is an archive: one that unpacks to too much is refused. @throws PreviewError */
async function loadArchive(address: string, size: number): Promise<ArrayBuffer> {
  const archive = await loadBytes(address, size);
  const { entries, bytes } = unpackedSize(archive);
  if (entries > MAX_ENTRIES || bytes > MAX_UNPACKED_BYTES) throw new PreviewError("文件内容过大，请下载后查看。");
  return archive;
}
