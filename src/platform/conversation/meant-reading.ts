import { affirms } from "./answers/affirms.ts";
import { parseAnswer } from "./answers/parse-answer.ts";
import { contentPhrases } from "./content-phrases.ts";
import { decided } from "./decided.ts";
import { apartPhrases } from "./elsewhere-phrases.ts";
import type { Form } from "./field.ts";
import { readFormCommand } from "./form-command.ts";
import { type FormState, isAnswered } from "./form-state.ts";
import { answering, type StepContext } from "./moves.ts";
import { readWhole } from "./numerals.ts";
import { openQuestion } from "./open-question.ts";
import type { Step } from "./outcome.ts";
import { labelledPhrases, stepPhrases } from "./phrases.ts";
import { compactAnswer } from "./plain.ts";
import { proposalFor } from "./proposal.ts";
import { saysRecord } from "./record-offered.ts";
import { viewPhrases } from "./view-phrases.ts";

/** 2, ②, 第2段, 第二个, 选2 */
const ORDINAL = /^(?:就?[选要])?(第)?([0-9]{1,2}|[一二三四五六七八九十]{1,2})(?:个|段|项|条|份|种)?$/u;

/**
 * The one of the readings offered last that an ordinal stands for, or 好的 where there is one only; undefined for other
 * words. Without 第 a number that answers the open question is that answer; of a line of words no bare number is one.
 */
export function meantReading({ form, state, input }: StepContext): string | undefined {
  const { readings = [] } = state;
  if (input.asText) return undefined;
  const [only, second] = readings;
  if (affirms(input.text) && readings.length > 0) {
    const isSure = second === undefined && !mayAccept({ form, state }) && !isContent(only) && isListed(form, state);
    return isSure ? only : undefined;
  }
  const typed = decided({ form, state, input })?.typed;
  if (typed !== undefined) return typed;
  // 改, 改为: the beginning of what the button says.
  const replaces = readings.find((one) => one === contentPhrases.replace());
  if (replaces !== undefined && /^改[为掉了吧成]*$/u.test(compactAnswer(input.text))) return replaces;
  const [, th, digits = ""] = ORDINAL.exec(compactAnswer(input.text)) ?? [];
  const place = readWhole(digits);
  const named = place === undefined ? undefined : readings[place - 1];
  // A command is sent by its button, or typed.
  const meant = named?.startsWith("/") ? undefined : named;
  const open = openQuestion(form, state);
  const isOfWords = open === undefined || open.kind === "text" || open.kind === "longText";
  if (meant === undefined || th !== undefined || isOfWords) return meant;
  return parseAnswer(open, input.text, answering(input)).ok ? undefined : meant;
}

/** The first reading is what was offered, if anything was. */
function isListed({ fields }: Form, { offered, readings: [reading = ""] = [] }: FormState): boolean {
  const [key, second] = Object.keys(offered ?? {});
  const label = fields.find((one) => one.key === key)?.label ?? "\n";
  const forms = [labelledPhrases.line(label, ""), stepPhrases.changeTyped(label, "")];
  return !offered || (second === undefined && forms.some((form) => reading.startsWith(form)));
}

/** 内容：… of words that were taken for something else: 好的 does not say that they are content. */
const isContent = (reading = ""): boolean => reading.startsWith(labelledPhrases.asText(""));

/** Whether the card also offers a suggested answer, which 好的 may be for. */
function mayAccept({ form, state }: Pick<StepContext, "form" | "state">): boolean {
  const open = openQuestion(form, state);
  return open !== undefined && !isAnswered(state, open) && proposalFor(form, state, open) !== undefined;
}

/** 好的 to several readings says nothing: they are named again; so is the suggested answer beside one. */
export function unclearReading({ form, state, input }: StepContext): Step | undefined {
  const { readings = [], ...kept } = state;
  const question = openQuestion(form, state);
  const undecided = affirms(input.text) ? undefined : decided({ form, state, input });
  if (undecided && undecided.typed === undefined) {
    const again = {
      sentence: apartPhrases.whichOffered(input.text.trim(), undecided.among),
      readings: undecided.among,
    };
    return {
      state: kept,
      outcome: question
        ? { kind: "retry", question, ...again }
        : { kind: "review", notes: [again.sentence], readings: again.readings },
    };
  }
  const isRefused = question !== undefined && state.contentOf?.includes(question.key) === true;
  const suggested =
    question && (readings.length > 0 || isRefused) && mayAccept({ form, state }) ? [viewPhrases.typed.accept] : [];
  const rest =
    readings.length > 0 && state.offered && !isListed(form, state)
      ? [labelledPhrases.recordRest(Object.keys(state.offered).length)]
      : [];
  const all = [...readings, ...suggested, ...rest];
  const isOneRefused = all.length === 1 && isContent(all[0]);
  if (question && isRefused && all.length < 2 && !input.asText && affirms(input.text)) {
    const [only] = all;
    const sentence =
      only === undefined || isContent(only)
        ? apartPhrases.stillOpen(input.text.trim(), question.label)
        : apartPhrases.onlyProposed(only);
    return { state: kept, outcome: { kind: "retry", question, sentence, readings: all } };
  }
  // 确认, where it is asked whether what waits is recorded, may be said of that as well.
  const command = readings.some((one) => saysRecord(form, one)) ? readFormCommand(input.text) : undefined;
  const isConfirmed = command?.kind === "accept" && !command.proposed;
  const isSaid = affirms(input.text) || (isConfirmed && suggested.length > 0);
  if (!question || (all.length < 2 && !isOneRefused) || input.asText || !isSaid) return undefined;
  const sentence = isOneRefused ? apartPhrases.onlyAsIs(readings.join("")) : stepPhrases.whichReading(all);
  // Said again, now that it is listed, 确认 takes the suggested answer.
  const again = isConfirmed ? {} : { readings };
  return { state: kept, outcome: { kind: "retry", question, sentence, ...again } };
}
