import type { View } from "../../../platform/chat/view.ts";
import { correctionIn } from "../../../platform/conversation/correction-in-text.ts";
import { RefusalError } from "../../../shared/refusal-error.ts";
import type { Command, Dialogue } from "../feature.ts";
import { asText } from "./command-or-answer.ts";
import { correctedPhrases as phrases } from "./corrected-phrases.ts";

/** Behind a command: its words are meant as they stand. */
const AS_WRITTEN = /\s*[（(]照原文记录[)）]\s*$/u;

interface Words {
  /** The command's words as said; left out where it has none. */
  words?: string;
  rest: string;
  verbatim: string;
}

/**
 * The words of a command without the mark that they are meant as they stand.
 * @throws {RefusalError} if they correct themselves, with the command as it is meant
 */
export function asMeant<Said extends Words>(command: Pick<Command, "readsCorrections">, said: Said): Said {
  const { words = "", verbatim, rest } = said;
  if (AS_WRITTEN.test(verbatim))
    return { ...said, verbatim: verbatim.replace(AS_WRITTEN, ""), rest: rest.replace(AS_WRITTEN, "") };
  const correction = command.readsCorrections ? undefined : correctionIn(verbatim);
  if (!correction) return said;
  const typed = (text: string): string => `${words} ${text}`.trim();
  const cleaned = correction.cleaned === undefined ? undefined : typed(correction.cleaned);
  const offers = [
    ...(cleaned === undefined ? [] : [{ label: phrases.takeCorrected(), typed: cleaned }]),
    { label: phrases.takeWritten(), typed: `${typed(verbatim)}${phrases.asWritten()}` },
  ];
  throw new RefusalError("dispatch.corrected", phrases.corrected(correction.said, cleaned), {
    asks: { typed: offers.map((offer) => offer.typed), labels: offers.map(({ label }) => label) },
  });
}

/**
 * {@link asMeant}; where the command would refuse the words as they are meant, it does so at once: a button with them would
 * not work.
 */
export async function checkedMeaning<Of, Said extends Words>(
  context: Of,
  command: Pick<Command, "readsCorrections"> & { checks?(context: Of, verbatim: string): Promise<void> },
  said: Said,
): Promise<Said> {
  try {
    return asMeant(command, said);
  } catch (error) {
    const cleaned = correctionIn(said.verbatim)?.cleaned;
    if (cleaned !== undefined) await command.checks?.(context, cleaned);
    throw error;
  }
}

/** The question about an answer that corrects itself; undefined: it may be recorded. */
export function correctedAnswer(dialogue: Pick<Dialogue, "readsCorrections">, text: string): View | undefined {
  const correction = dialogue.readsCorrections ? undefined : correctionIn(text);
  return correction && phrases.correctedView(correction, asText(text));
}
