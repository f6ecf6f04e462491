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
 * Reads a whole multipart request; a part without a file name is not a file.
 * @throws when the request is not multipart or a file exceeds the server's limit
 */
export async function readUpload(request: FastifyRequest): Promise<Upload> {
  const upload: Upload = { files: [], fields: {} };
  for await (const part of request.parts()) {
    if (part.type === "file") {
      const file = { fileName: part.filename, contentType: part.mimetype, bytes: await part.toBuffer() };
      // The parser leaves an empty name undefined, against its type.
      if (file.fileName !== undefined) upload.files.push({ field: part.fieldname, file });
    } else upload.fields[part.fieldname] = String(part.value);
  }
  return upload;
}
