import type { Block } from "../../platform/chat/view.ts";
import { contentPhrases } from "../../platform/conversation/content-phrases.ts";
import { partsOf } from "../../platform/conversation/read-text.ts";
import { RefusalError } from "../../shared/refusal-error.ts";
import { answersAsForm } from "../application/answers-as-form.ts";
import { askedForm } from "../application/form.ts";
import { hasApplications } from "../application/offered.ts";
import { applicationPhrases } from "../application/phrases.ts";
import { seeCase } from "../application/see-case.ts";
import { unsentView } from "../application/unsent.ts";
import { districtName } from "../definition/districts.ts";
import { nounsOf } from "../directory/nouns.ts";
import type { Command } from "../engine/feature.ts";
import { journalSeen } from "./look.ts";
import { casePhrases as phrases } from "./phrases.ts";
import { askedCase, seenBy } from "./seen.ts";

const ACT = "case.whole";

/** 全文 翠苑三区: the paragraphs of what was handed in, whole, to whoever may see them. */
export const wholeCommand: Command = {
  id: ACT,
  ofCase: true,
  words: phrases.wholeWords(),
  capability: "application.see",
  effect: "read",
  onlyIn: "direct",
  offeredWhen: hasApplications,
  whenClosed: true,
  async handle(context, { words }) {
    const nouns = nounsOf(context.campaign.definition);
    const name = words.trim();
    const unsent = await unsentView(context, name);
    if (unsent && name !== "") return { reply: unsent };
    const asked = await askedCase(context, { subject: undefined, name });
    if (asked.kind === "which") {
      const choices = asked.among.map((one) => one.name);
      const sentence = choices.length > 0 ? applicationPhrases.whichName(choices, nouns) : phrases.noneToRead(nouns);
      throw new RefusalError("case.which", sentence, choices.length > 0 ? { choices } : {});
    }
    const seen = await seenBy(context, context.person.staffId, asked.application);
    if (!seen) throw new RefusalError("case.unknown", applicationPhrases.noSuch());
    await journalSeen(context, seen, ACT);
    const { application } = seen;
    const state = await answersAsForm(context, application);
    const body = askedForm(context, state).fields.flatMap(({ kind, key, label, personal }): Block[] => {
      const text = state.answers[key];
      const isKept = personal === true && seen.sight !== "own";
      if (kind !== "longText" || typeof text !== "string" || text === "" || isKept) return [];
      return [contentPhrases.whole(label, text), ...partsOf(text)].map((part) => ({ kind: "text", text: part }));
    });
    return {
      reply: {
        title: phrases.wholeTitle(application.compoundName),
        tone: "closed",
        status: districtName(context.campaign.definition, application.district),
        body: body.length > 0 ? body : [{ kind: "text", text: phrases.noText() }],
        actions: [seeCase({ id: application.id, name: application.compoundName })],
      },
    };
  },
};
