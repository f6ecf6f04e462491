import { z } from "zod";
import { notFound } from "../control-api/control-error.ts";
import { controlRoute } from "../control-api/control-route.ts";
import type { Files } from "../files/files.ts";
import type { World } from "../world/world.ts";

interface Deps {
  world: World;
  files: Files;
}

/** RFC 8187: of the signs that an address may hold, four have a meaning here. */
const extendedValue = (text: string): string =>
  encodeURIComponent(text).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);

/** The bytes of any file. Only pictures are served inline, since anything else could contain a script. */
export const fileRoute = ({ world, files }: Deps) =>
  controlRoute({
    method: "GET",
    path: "/files/:fileId",
    summary: "The bytes of a file that a person or a robot sent, by its fileId or its media id.",
    params: z.object({ fileId: z.string() }),
    run: ({ params: { fileId }, response }) => {
      const record = world.files.get(fileId) ?? files.byMediaId(fileId);
      const bytes = files.bytes(record?.fileId ?? "");
      if (record === undefined || bytes === undefined) throw notFound("fileUnknown", `没有文件 ${fileId}`);
      const shown = /^image\/(png|jpeg|gif|webp|bmp)$/.test(record.contentType);
      response.header("content-type", shown ? record.contentType : "application/octet-stream");
      const name = `filename*=UTF-8''${extendedValue(record.fileName)}`;
      response.header("content-disposition", `${shown ? "inline" : "attachment"}; ${name}`);
      return bytes;
    },
  });
