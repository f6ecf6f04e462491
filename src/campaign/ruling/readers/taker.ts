/** Where something was taken from; it parts what is left on both sides. */
const GAP = "\0";
const SIGNS = /[\s,，.。;；:：、!！?？()（）「」『』“”"'‘’\-—]+/g;
/** Words that carry no meaning beside what a reader takes. */
const FILLERS =
  /^(?:以|按照|按|依|为准|为|是|由|在|执行|掌握|处理|办理|计算|计|即可|方案|本次|统一|一律|均|都|则|应当|应|要|须|需|的|了|和|与|及|或|但|年|日|止|前|后|起|时|我们|建议|同意|请|各|每个?|地区)+$/;

/** Text of an answer from which readers take what they understand; what is left over is asked about. */
export class Taker {
  #text: string;
  readonly #aside: string[] = [];

  /** @param text half width */
  constructor(text: string) {
    this.#text = text;
  }

  get text(): string {
    return this.#text;
  }

  has(pattern: RegExp): boolean {
    return pattern.test(this.#text);
  }

  /** Takes the first match. */
  take(pattern: RegExp): RegExpExecArray | undefined {
    const match = pattern.exec(this.#text);
    if (!match) return undefined;
    this.#text = `${this.#text.slice(0, match.index)}${GAP}${this.#text.slice(match.index + match[0].length)}`;
    return match;
  }

  takeAll(pattern: RegExp): RegExpExecArray[] {
    const matches: RegExpExecArray[] = [];
    for (let match = this.take(pattern); match; match = this.take(pattern)) matches.push(match);
    return matches;
  }

  /** Takes the word itself. @returns whether it was there */
  takeLiteral(word: string): boolean {
    const at = word === "" ? -1 : this.#text.indexOf(word);
    if (at < 0) return false;
    this.#text = `${this.#text.slice(0, at)}${GAP}${this.#text.slice(at + word.length)}`;
    return true;
  }

  rewrite(change: (text: string) => string): void {
    this.#text = change(this.#text);
  }

  /** Takes all matches out of the way; they stay among what is left over. */
  setAside(pattern: RegExp): void {
    this.#aside.push(...this.takeAll(pattern).map(([found]) => found));
  }

  /** What nobody took, without signs and fillers; empty if all was understood. */
  rest(): string {
    return [...this.#aside, ...this.#text.split(GAP)]
      .flatMap((part) => part.split(/[,，;；。\s]+/))
      .map((part) => ({ part: part.trim(), bare: part.replace(SIGNS, "") }))
      .filter(({ bare }) => bare !== "" && !FILLERS.test(bare))
      .map(({ part }) => part)
      .join("，");
  }
}
