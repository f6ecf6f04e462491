import type { ReceivedFile } from "../../../platform/chat/dispatcher.ts";
import type { Action, View } from "../../../platform/chat/view.ts";
import type { Member } from "../../directory/member.ts";
import type { PersonContext } from "../context.ts";
import { extensionPoint } from "../extension-point.ts";

/** Where a file that nobody asked for can go: a button, and what the choice would do. */
export interface FilePlace {
  /** Left out where the file cannot go there as it is; the note says why. */
  action?: Action;
  note?: string;
  /** The file is known by what it holds: shown in place of the question, and of the other places. */
  recognised?: View;
}

/** Places for a file, the likeliest first. The action's command takes it with `takeOffered`. */
export const filePlaces = extensionPoint<{ file: ReceivedFile; person: Member }, FilePlace>("dispatch.file-places", {
  acts: true,
});

/** A message in a direct chat, before any question or command takes it. */
export interface FileMessage {
  context: PersonContext;
  text: string;
  files: readonly ReceivedFile[];
  /** Its words begin like a command. */
  isCommand: boolean;
  /** When it was stored (machine time), and its place in the order in which people sent their messages. */
  received: { at: Date; order: bigint };
}

/** Words that say where files go, beside them or alone. The part that contributes has taken the message with its files. */
export const wordsAboutFiles = extensionPoint<FileMessage, true>("dispatch.words-about-files", { acts: true });

/** A file without words, as a dropped one already kept. */
export interface CollectedFile extends Pick<FileMessage, "context" | "received"> {
  file: ReceivedFile;
  draftId: string;
}

/**
 * A file without words that a part collects, to ask about several at once. It is kept as a dropped one by the draft; the
 * part that contributes answers for it.
 */
export const filesCollected = extensionPoint<CollectedFile, true>("dispatch.files-collected", { acts: true });

/** Of some files (by hash) those that a part keeps. */
export const filesInUse = extensionPoint<{ hashes: readonly string[] }, readonly string[]>("dispatch.files-in-use");
