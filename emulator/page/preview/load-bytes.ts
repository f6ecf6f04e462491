import { PreviewError } from "./preview-error.ts";
import { unpackedSize } from "./unpacked-size.ts";

const MB = 1024 * 1024;
const MAX_BYTES = 10 * MB;
const MAX_UNPACKED_BYTES = 80 * MB;
const MAX_ENTRIES = 4_000;

/** The bytes of a file that is small enough for a preview. @throws PreviewError */
export async function loadBytes(address: string, size: number): Promise<ArrayBuffer> {
  if (size > MAX_BYTES) throw new PreviewError("文件超过10 MB，请下载后查看。");
  const response = await fetch(address);
  if (!response.ok) throw new PreviewError("文件已不在模拟器中。");
  return response.arrayBuffer();
}

/** The bytes of an office file, which is an archive: one that unpacks to too much is refused. @throws PreviewError */
export async function loadArchive(address: string, size: number): Promise<ArrayBuffer> {
  const archive = await loadBytes(address, size);
  const { entries, bytes } = unpackedSize(archive);
  if (entries > MAX_ENTRIES || bytes > MAX_UNPACKED_BYTES) throw new PreviewError("文件内容过大，请下载后查看。");
  return archive;
}
