import { RefusalError } from "../../shared/refusal-error.ts";
import { nounsOf } from "../directory/nouns.ts";
import type { Command } from "../engine/feature.ts";
import { teamMembers } from "../evaluation-team/store.ts";
import { SCORES } from "./member-sheet.ts";
import { verificationPhrases as phrases, verificationRefusals as refusals } from "./phrases.ts";
import { openSheetCard } from "./sheet-commands.ts";
import { siteNamed } from "./which-site.ts";

/** 代录: the lead enters what a member outside the organisation scored on paper. */
export const enterFor: Command = {
  ...SCORES,
  id: "verification.enter-for",
  words: [phrases.enterForWord()],
  capability: "verification.agree",
  effect: "write",
  onlyIn: "direct",
  help: {
    example: (definition) => phrases.enterForExample(nounsOf(definition)),
    purpose: phrases.enterForPurpose(),
    step: "verification",
  },
  async handle(context, { verbatim }) {
    const outside = [...(await teamMembers(context)).values()].filter(({ staffId }) => staffId === undefined);
    const said = verbatim.normalize("NFKC").trim();
    const found = outside
      .toSorted((a, b) => b.name.length - a.name.length)
      .find(({ name }) => said.startsWith(name.normalize("NFKC")));
    if (!found) {
      const names = outside.map(({ name }) => name);
      throw new RefusalError(
        "verification.no-member",
        refusals.noMember(said.split(/\s/u)[0] ?? "", names, nounsOf(context.campaign.definition)),
      );
    }
    const words = said.slice(found.name.normalize("NFKC").length).replace(/^[\s,，:：]+/u, "");
    const { id: caseId } = await siteNamed(context, { words }, found.id);
    return openSheetCard(context, { caseId, memberId: found.id });
  },
};
