import type { FastifyRequest } from "fastify";

export interface UploadedFile {
  fileName: string;
  contentType: string;
  bytes: Buffer;
}

export interface Upload {
  /** By the form's field name. */
  files: { field: string; file: UploadedFile }[];
  fields: Record<string, string>;
}

/**
 * Reads a multipart request whole; a file without a name is none.
 * @throws when it is no multipart, or a file exceeds the app's limit
 */
export async function readUpload(request: FastifyRequest): Promise<Upload> {
  const upload: Upload = { files: [], fields: {} };
  for await (const part of request.parts()) {
    if (part.type === "file") {
      const file = { fileName: part.filename, contentType: part.mimetype, bytes: await part.toBuffer() };
      // The parser leaves an empty name undefined, whatever its type says.
      if (file.fileName !== undefined) upload.files.push({ field: part.fieldname, file });
    } else upload.fields[part.fieldname] = String(part.value);
  }
  return upload;
}
