import { nounsOf } from "../directory/nouns.ts";
import type { Command } from "../engine/feature.ts";
import { cityCase, ON_LEDGER } from "./city-case.ts";
import { recheckPhrases as phrases } from "./city-phrases.ts";
import { RECHECK } from "./city-view.ts";
import { readOnCase } from "./read-on-case.ts";
import { askRecheck, settleRecheck } from "./recheck.ts";

const ask: Command = {
  ...ON_LEDGER,
  id: RECHECK,
  words: [phrases.word(), "要求复核"],
  capability: "selection.propose",
  or: "selection.approve",
  until: "publication",
  effect: "write",
  onlyIn: "direct",
  help: {
    example: (definition) => phrases.example(nounsOf(definition)),
    purpose: (definition) => phrases.purpose(nounsOf(definition)),
    step: "verification",
  },
  async handle(context, { subject, verbatim }) {
    const { name, rows, rest } = readOnCase(verbatim);
    const { caseId } = await cityCase(context, { subject, words: name });
    const asked = await askRecheck(context, caseId, { criteria: rows, reason: rest });
    return { reply: phrases.asked(asked.name, asked.criteria, rest), toast: phrases.toast(), changed: true };
  },
};

const settle: Command = {
  ...ON_LEDGER,
  id: "verification.settle-recheck",
  words: [phrases.settleWord()],
  capability: "verification.agree",
  until: "publication",
  effect: "write",
  onlyIn: "direct",
  help: {
    example: (definition) => phrases.settleExample(nounsOf(definition)),
    purpose: phrases.settlePurpose(),
    step: "verification",
  },
  async handle(context, { verbatim }) {
    const [, first = "", rest = ""] = /^(\S+?)[\s,，:：]+(.*)$/su.exec(verbatim.trim()) ?? [];
    const { caseId } = await cityCase(context, { words: first === "" ? verbatim : first });
    return { reply: phrases.settled(await settleRecheck(context, caseId, rest.trim()), rest.trim()), changed: true };
  },
};

export const recheckCommands: readonly Command[] = [ask, settle];
