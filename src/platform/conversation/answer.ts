import type { CivilDate } from "../../shared/civil-date.ts";

/**
 * A normalised answer, as it is stored (JSON): characters, phone number, civil date and the value of an option as
 * string; percent and points as number; a declaration with its details.
 */
export type AnswerValue = string | number | Declaration;

export interface Declaration {
  /** `value` of the option taken. */
  choice: string;
  /** By the detail's key: a civil date or a text. */
  details: Readonly<Record<string, string>>;
}

/** By the question's key; a question that is missing is not answered. */
export type Answers = Readonly<Record<string, AnswerValue>>;

/** What an answer is read against. */
export interface AnswerContext {
  today: CivilDate;
  /** Stands in for a year that is not typed: the campaign's. */
  year: number;
  /** What an earlier message left to be completed. */
  pending?: Pending | undefined;
}

/** An answer that needs one more message. */
export type Pending =
  /** Longer than the form allows: waits for 附页 or a shorter text. */
  | { kind: "attachedPage"; text: string }
  /** A declaration of which details are missing. */
  | { kind: "details"; choice: string; details: Readonly<Record<string, string>> };

export type Parsed =
  | { ok: true; value: AnswerValue /** As people read it; typed again it means the same. */; shown: string }
  | {
      ok: false;
      /** One Chinese sentence: what is expected, with the range or an example. */
      retry: string;
      /** Set when the answer is not wrong but unfinished. */
      pending?: Pending;
    };
