import type { FileKey } from "../definition.ts";
import type { Path, SourceFolder } from "../read-folder.ts";

/** A problem, located by its path in the content. */
export interface Finding {
  in: FileKey;
  path: Path;
  /** Chinese sentence. */
  message: string;
}

/** Reports one kind of mistake. Ignores content of the wrong shape, which the shape check reports. */
export type Check = (source: SourceFolder) => Finding[];
