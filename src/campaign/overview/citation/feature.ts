import type { View } from "../../../platform/chat/view.ts";
import { Refusal } from "../../../shared/refusal.ts";
import { type Citation, cite } from "../../definition/citation.ts";
import type { Command, Feature } from "../../engine/feature.ts";
import { citationPhrases } from "./phrases.ts";

const see: Command = {
  id: "citation.see",
  words: ["依据", "文件依据", "cite"],
  capability: "citation.see",
  effect: "look",
  joined: true,
  example: "依据 L15",
  purpose: "查看实施方案原文和现行口径",
  async run(turn, asked) {
    const reference = asked.by === "press" ? asked.subject : asked.rest;
    if (reference === "") throw new Refusal("citation.what", citationPhrases.what());
    const found = cite(turn.campaign.definition, reference, turn.rulings);
    if ("nearest" in found) throw new Refusal("citation.unknown", citationPhrases.unknown(reference, found.nearest));
    await turn.reply(citationView(found, turn.campaign.definition.campaign.planTitle));
    return {};
  },
};

export const citationFeature: Feature = { commands: [see] };

/** The plan's sentence word for word, its line, its mark, and the readings in force. */
export function citationView(citation: Citation, planTitle: string): View {
  const readings = citation.readings.map(citationPhrases.reading);
  return {
    title: citationPhrases.title(citation),
    tone: "running",
    status: citation.markLabel,
    body: [
      { kind: "quote", text: citation.text },
      {
        kind: "facts",
        facts: [{ label: citationPhrases.linesLabel(), value: citationPhrases.lines(citation.lines, planTitle) }],
      },
      ...(readings.length > 0 ? [{ kind: "list" as const, items: readings }] : []),
    ],
    actions: [],
    footnote: citationPhrases.mark(citation.markLabel),
  };
}
