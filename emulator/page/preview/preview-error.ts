/** Why a file cannot be shown; `message` is a sentence for the person. */
export class PreviewError extends Error {
  override readonly name = "PreviewError";
}

export const damagedFileError = (): PreviewError => new PreviewError("文件已损坏或不是所称的格式，无法预览。");
