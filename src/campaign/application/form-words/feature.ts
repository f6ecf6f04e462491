import { RefusalError } from "../../../shared/refusal-error.ts";
import type { Command, Feature } from "../../engine/feature.ts";
import { casesInWords, namesCase } from "../names-one.ts";
import { hasApplications } from "../offered.ts";
import { pastedApplication } from "../pasted-form.ts";
import { formWordPhrases as phrases } from "../phrases.ts";
import { factsUnopened } from "./facts.ts";
import { wordsUnopened } from "./unopened.ts";
import { wishesToApply } from "./wish.ts";

const common = {
  capability: "application.fill",
  effect: "read",
  step: "application",
  offeredWhen: hasApplications,
  onlyIn: "direct",
  until: "publication",
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

/**
 * 撤销, 填了哪些: for 帮助. An open form takes them before any command; without one they say so. And what names a case or
 * is a form without saying so.
 */
export const formWordsFeature: Feature = {
  commands: [undo, filled],
  extensions: [pastedApplication, namesCase, casesInWords, wordsUnopened, factsUnopened, wishesToApply],
};
