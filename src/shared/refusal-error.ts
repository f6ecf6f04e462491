/**
 * An expected refusal, as opposed to a failure (network, bug). The person sees one sentence: what happened, what is
 * unchanged and what to do next. It is an exception because it must roll the transaction back.
 */
export class RefusalError extends Error {
  override readonly name = "RefusalError";
  /** `<feature>.<what>`, for logs and tests, e.g. `campaign.unknown-reference`. */
  readonly code: string;
  /** Names of several things of which one was meant; empty if there is no such choice. */
  readonly choices: readonly string[];
  /** The words that were to name one of them; empty if none were. */
  readonly said: string;
  /** Words between what was said and the name of a choice; left out: the name stands before what was said. */
  readonly after: string | undefined;
  /** The choices as they can be sent instead, and the question which of them is meant, to be asked after the rollback. */
  readonly asks: AskedChoice | undefined;

  /** What is still to be said behind the command: the next message may say it. */
  readonly lacks: StillToSay | undefined;

  /** @param sentence Chinese, from a feature's phrases */
  constructor(code: string, sentence: string, { choices = [], said = "", after, asks, lacks }: RefusalChoice = {}) {
    super(sentence);
    this.code = code;
    this.choices = choices;
    this.said = said;
    this.after = after;
    this.asks = asks;
    this.lacks = lacks;
  }
}

interface RefusalChoice {
  choices?: readonly string[];
  said?: string;
  after?: string | undefined;
  asks?: AskedChoice;
  lacks?: StillToSay;
}

/** `day`: a day, whatever stands beside it; `text`: words of its own. */
export type StillToSay = "day" | "text";

export interface AskedChoice {
  /** What is sent for each of the first, on a button. */
  typed: readonly string[];
  /** On the buttons; left out: what is sent. */
  labels?: readonly string[];
  /** The open question, as dialogues are stored; left out where nobody can be asked. */
  dialogue?: { kind: string; state: unknown; campaignId: string; answeredAt: Date };
}
