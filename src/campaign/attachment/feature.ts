import { filesInUse } from "../engine/dispatch/file-places.ts";
import { extend, type Feature } from "../engine/feature.ts";
import { attachmentTable, filesOfAttachments } from "./store.ts";

/** Papers and pictures, wherever they belong. */
export const attachmentFeature: Feature = {
  extensions: [extend(filesInUse, async ({ tx }, { hashes }) => filesOfAttachments(tx, hashes))],
  tables: [attachmentTable],
};
