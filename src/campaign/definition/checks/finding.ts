import type { FileKey } from "../definition.ts";
import type { Path, SourceFolder } from "../read-folder.ts";

/** What a check found, named by place in the content. */
export interface Finding {
  in: FileKey;
  path: Path;
  /** A Chinese sentence. */
  message: string;
}

/** Looks for one sort of mistake; silent about what it cannot read, which the shape check reports. */
export type Check = (source: SourceFolder) => Finding[];
