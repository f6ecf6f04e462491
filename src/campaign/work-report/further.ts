import type { Context } from "../engine/context.ts";
import { withPartsAgain } from "./contents/parts-again.ts";
import { contentsPhrases } from "./contents/phrases.ts";
import { type Received, receiveText } from "./receive.ts";
import { partsOfReport } from "./rules.ts";

/** What waits for a word of the person. */
export interface Asked {
  district: string;
  report: Received;
  last?: Received | undefined;
  /** Version handed in, of which the report is the continuation. */
  continues?: number | undefined;
  /** What became of what was said last. */
  told?: readonly string[];
  /** What was said or asked of something else. */
  aside?: string;
}

/** 去掉最后一段: what came before it is asked about. */
export function withoutLast({ report, last, continues, ...asked }: Asked): Asked {
  if (report.content.kind !== "text" || last?.content.kind !== "text") return { report, last, ...asked };
  const { text } = report.content;
  const isLast = text.endsWith(last.content.text) && text.length > last.content.text.length;
  return { ...asked, report: isLast ? receiveText(text.slice(0, -last.content.text.length)) : report };
}

/**
 * A report told in several messages: all of them, or only the last, is for the person to say. Parts that are sent again
 * take the place of what they were, and it is said.
 */
export function withPart(
  { campaign }: Pick<Context, "campaign">,
  { district, report, continues }: Asked,
  last: Received,
): Asked {
  const [before, added] = [report.content, last.content];
  const again =
    before.kind === "text" && added.kind === "text"
      ? withPartsAgain(
          before.text,
          { text: added.text, revised: last.revised === true },
          partsOfReport(campaign.definition),
        )
      : undefined;
  if (again)
    return { district, report: receiveText(again.text), continues, told: [contentsPhrases.partsAgain(again.replaced)] };
  const whole = before.kind === "text" && added.kind === "text" ? receiveText(`${before.text}\n${added.text}`) : last;
  return { district, report: whole, last, continues };
}
