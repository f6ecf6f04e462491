import type { ReceivedFile } from "../../../platform/chat/dispatcher.ts";
import type { Action, View } from "../../../platform/chat/view.ts";
import type { Member } from "../../directory/member.ts";
import { extensionPoint } from "../extension-point.ts";

/** Where a file that nobody asked for can go: a button, and what the choice would do. */
export interface FilePlace {
  /** Left out where the file cannot go there as it is; the note says why. */
  action?: Action;
  note?: string;
  /** The file is known by what it holds: shown in place of the question, with the other places' buttons below its own. */
  recognised?: View;
}

/** Places for a file, the likeliest first. The action's command takes it with `takeOffered`. */
export const filePlaces = extensionPoint<{ file: ReceivedFile; person: Member }, FilePlace>("dispatch.file-places");

/** Of some files (by hash) those that a part keeps. */
export const filesInUse = extensionPoint<{ hashes: readonly string[] }, readonly string[]>("dispatch.files-in-use");
