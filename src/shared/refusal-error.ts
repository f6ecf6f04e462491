/**
 * An expected refusal, as opposed to a failure (network, bug). The person sees one sentence: what happened, what is
 * unchanged and what to do next. It is an exception because it must roll the transaction back.
 */
export class RefusalError extends Error {
  override readonly name = "RefusalError";
  /** `<feature>.<what>`, for logs and tests, e.g. `campaign.unknown-reference`. */
  readonly code: string;
  /** Of several things of which one was meant, each as it can be sent instead; empty if there is no such choice. */
  readonly choices: readonly string[];

  /** @param sentence Chinese, from a feature's phrases */
  constructor(code: string, sentence: string, { choices = [] }: { choices?: readonly string[] } = {}) {
    super(sentence);
    this.code = code;
    this.choices = choices;
  }
}
