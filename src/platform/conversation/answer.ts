import type { CivilDate } from "../../shared/civil-date.ts";

/**
 * A normalised answer, as stored (JSON): a string for text, phone, date and choice; a number for percent and points; an
 * object for a declaration.
 */
export type AnswerValue = string | number | Declaration;

export interface Declaration {
  /** `value` of the chosen option. */
  choice: string;
  /** Civil dates and texts by the detail's key. */
  details: Readonly<Record<string, string>>;
}

/** By the question's key; unanswered questions are absent. */
export type Answers = Readonly<Record<string, AnswerValue>>;

/** Context for parsing an answer. */
export interface AnswerContext {
  today: CivilDate;
  /** The campaign's year, assumed for dates without one. */
  year: number;
  /** The words are the answer as they stand (内容：…), whatever else they look like. */
  asText?: boolean;
  /** The words are one reading of what was said, and only that is asked whether they are an answer. */
  isReading?: boolean;
  /** An unfinished answer from the previous message. */
  pending?: Pending | undefined;
}

/** An unfinished answer: it needs another message. */
export type Pending =
  /** Longer than the form allows; waits for 附页 or a shorter text. */
  | { kind: "attachedPage"; text: string }
  /** A declaration without all of its details. */
  | { kind: "details"; choice: string; details: Readonly<Record<string, string>> };

export type Parsed =
  | { ok: true; value: AnswerValue /** As displayed; parses to the same answer. */; shown: string }
  | {
      ok: false;
      /** One Chinese sentence: the expected format, with the range or an example. */
      retry: string;
      /** Asked back: what may have been meant. Each is the label of a button and, sent as it stands, the answer. */
      readings?: readonly string[];
      /** Of paragraphs that hold more than they should: what would be recorded, once it is said that it is meant. */
      content?: string;
      /** Words that hardly are content of the field, and may be all the same. */
      asIs?: true;
      /** Set if the answer is unfinished rather than invalid. */
      pending?: Pending;
    };
