/**
 * A refusal is expected: the person is told in one sentence what happened, what is unchanged and what to do next, and
 * everything the attempt changed is rolled back. It is thrown because only a throw rolls a transaction back.
 * A failure (network, bug) is any other error.
 */
export class Refusal extends Error {
  override readonly name = "Refusal";
  /** Names the rule for logs and tests, `<feature>.<what>`, e.g. `campaign.unknown-reference`. */
  readonly code: string;

  /** @param sentence the Chinese sentence shown to the person, from a feature's phrases */
  constructor(code: string, sentence: string) {
    super(sentence);
    this.code = code;
  }
}
