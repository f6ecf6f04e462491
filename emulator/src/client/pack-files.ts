/** A file to send: a browser's `File`, or a name with its text or bytes. */
export type DroppedFile = File | { name: string; content: string | Uint8Array; type?: string };

const PICTURE_TYPES: Record<string, string> = { png: "image/png", jpg: "image/jpeg", jpeg: "image/jpeg" };

/** The multipart body of `drop`. */
export function packFiles(
  files: DroppedFile | readonly DroppedFile[],
  fields: { conversationId?: string | undefined; text?: string | undefined; recognition?: string },
): FormData {
  const form = new FormData();
  const all = fields.recognition === undefined ? fields : { ...fields, kind: "audio" };
  for (const [name, value] of Object.entries(all)) if (value !== undefined) form.append(name, value);
  for (const file of isList(files) ? files : [files]) form.append("file", blobOf(file), file.name);
  return form;
}

const isList = (files: DroppedFile | readonly DroppedFile[]): files is readonly DroppedFile[] => Array.isArray(files);

function blobOf(file: DroppedFile): Blob {
  if (file instanceof Blob) return file;
  const { name, content } = file;
  const type = file.type ?? PICTURE_TYPES[/\.(\w+)$/.exec(name)?.[1]?.toLowerCase() ?? ""] ?? "";
  return new Blob([typeof content === "string" ? content : new Uint8Array(content)], { type });
}
