import { makeInWorker } from "../make/make-in-worker.ts";
import type { WordSpec } from "./word-spec.ts";
import { writeWord } from "./write-word.ts";

const FEW_SECTIONS = 5;

/** See {@link writeWord}; a document of many sections, e.g. a sheet a case, is written in a thread of its own. */
export const writeSheets = (spec: WordSpec): Promise<Buffer> =>
  spec.sections.length > FEW_SECTIONS ? makeInWorker({ kind: "word", spec }) : writeWord(spec);
