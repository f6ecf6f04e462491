import type { View } from "../../../platform/chat/view.ts";
import { RefusalError } from "../../../shared/refusal-error.ts";
import { type Citation, cite } from "../../definition/citation.ts";
import type { Command, Feature } from "../../engine/feature.ts";
import { examplesOf } from "./examples.ts";
import { citationPhrases } from "./phrases.ts";

const see: Command = {
  id: "citation.see",
  orients: true,
  words: ["依据", "文件依据", "cite"],
  capability: "citation.see",
  effect: "read",
  joined: true,
  help: { example: (definition) => citationPhrases.line(examplesOf(definition)), purpose: citationPhrases.purpose },
  offeredBy: ["stage"],
  async handle(context, { words, subject }) {
    const reference = subject ?? words;
    if (reference === "")
      throw new RefusalError("citation.what", citationPhrases.what(examplesOf(context.campaign.definition)));
    const found = cite(context.campaign.definition, reference, context.rulings);
    if ("nearest" in found)
      throw new RefusalError("citation.unknown", citationPhrases.unknown(reference, found.nearest), {
        choices: found.nearest,
        said: reference,
      });
    await context.reply(citationView(found, context.campaign.definition.campaign.planTitle));
    return {};
  },
};

export const citationFeature: Feature = { commands: [see] };

/** The plan's exact sentence with its line, its mark and the readings in force. */
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
