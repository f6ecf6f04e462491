import type { Block } from "../../../platform/chat/view.ts";
import { maySeeReplies } from "../../consultation/case-replies.ts";
import { memberOf } from "../../directory/member.ts";
import { nounsOf } from "../../directory/nouns.ts";
import type { Context } from "../../engine/context.ts";
import { maySee } from "../../provincial-recommendation/views.ts";
import { wordsOf } from "../../selection/words.ts";
import { verifiedCase } from "../../verification/ledger.ts";
import { maySeeOthers } from "../../verification/rules.ts";
import type { Seen } from "../seen.ts";
import { chainFacts } from "./facts.ts";
import { chainPhrases as phrases } from "./phrases.ts";
import { type ChainViewer, chainFor, LINKS, type Link } from "./rules.ts";

export interface LinkWords {
  label: string;
  value: string;
}

/** 一事一链 of a case in five lines, as far as the viewer may see each part; a context on the past gives those of then. */
export async function chainLines(context: Context, seen: Seen): Promise<LinkWords[]> {
  const { definition } = context.campaign;
  const viewer = await viewerOf(context, seen);
  const chain = chainFor(await chainFacts(context, seen.application, seen.finalToday), viewer);
  const nouns = nounsOf(definition);
  const words: Readonly<Record<Link, string>> = {
    reported: phrases.reported(chain.reported),
    reviewed: phrases.reviewed(chain.reviewed, { ownFirst: viewer.sight === "reported" && !viewer.seesTeam }),
    decided: phrases.decided(chain.decided, wordsOf(definition)),
    papers: phrases.papers(chain.papers),
    told: phrases.told(chain.told, nouns),
  };
  return LINKS.map((link) => ({ label: phrases.label(link), value: words[link] }));
}

/** The same under its heading. */
export async function chainBlocks(context: Context, seen: Seen): Promise<Block[]> {
  return [
    { kind: "heading", text: phrases.heading() },
    { kind: "facts", facts: await chainLines(context, seen) },
  ];
}

async function viewerOf(context: Context, { application, viewer, sight }: Seen): Promise<ChainViewer> {
  const verified = await verifiedCase(context, application.id);
  return {
    sight,
    seesTeam: verified === undefined || maySeeOthers(verified, viewer),
    seesReplies: maySeeReplies(context, viewer),
    decides: maySee(context, memberOf(context.people, viewer)),
  };
}
