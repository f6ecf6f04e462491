import { RefusalError } from "../../shared/refusal-error.ts";
import type { Command } from "../engine/feature.ts";
import { hasApplications } from "./offered.ts";
import { formWordPhrases as phrases } from "./phrases.ts";

const common = {
  capability: "application.fill",
  effect: "read",
  step: "application",
  offeredWhen: hasApplications,
  onlyIn: "direct",
} as const;

const help = (words: readonly string[], purpose: string): NonNullable<Command["help"]> => ({
  example: words[0] ?? "",
  purpose,
  step: "application",
  withoutButton: true,
});

function noFormOpen(words: readonly string[]): never {
  throw new RefusalError("application.no-form-open", phrases.noFormOpen(words[0] ?? ""));
}

const undo: Command = {
  ...common,
  id: "application.undo",
  words: phrases.undo,
  help: help(phrases.undo, phrases.undoPurpose()),
  handle: async () => noFormOpen(phrases.undo),
};

const filled: Command = {
  ...common,
  id: "application.filled",
  words: phrases.filled,
  help: help(phrases.filled, phrases.filledPurpose()),
  handle: async () => noFormOpen(phrases.filled),
};

/** 撤销, 填了哪些: for 帮助. An open form takes them before any command; without one they say so. */
export const formWords: readonly Command[] = [undo, filled];
