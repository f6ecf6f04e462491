import { textView } from "../../../platform/chat/view.ts";
import { RefusalError } from "../../../shared/refusal-error.ts";
import { nounsOf } from "../../directory/nouns.ts";
import type { Command, Feature } from "../../engine/feature.ts";
import { sitesToAnnounce, visitNoticeDocument } from "./document.ts";
import { visitNoticePhrases as phrases } from "./phrases.ts";

const make: Command = {
  id: "site-visit.notice",
  words: phrases.words,
  capability: "verification.assign",
  effect: "read",
  onlyIn: "direct",
  step: "verification",
  until: "publication",
  help: {
    example: phrases.word(),
    purpose: (definition) => phrases.purpose(nounsOf(definition)),
    step: "verification",
  },
  async handle(context) {
    const nouns = nounsOf(context.campaign.definition);
    const sites = await sitesToAnnounce(context);
    if (sites.length === 0) throw new RefusalError("site-visit.no-notice", phrases.none(nouns));
    const hash = await context.files.put(await visitNoticeDocument(context, sites));
    const name = phrases.fileName();
    await context.withJournal({ action: "site-visit.notice-made", reason: `${name} ${hash}` }, () =>
      context.outbox.sendFile(context.person.staffId, { name, hash }),
    );
    return { reply: textView(phrases.word(), phrases.sent(nouns.cases(sites.length))) };
  },
};

export const visitNoticeFeature: Feature = { commands: [make] };
