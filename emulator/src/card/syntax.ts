import { type Token, tokensOf } from "./tokens.ts";

/** An expression as a tree. */
export type Syntax =
  | { kind: "value"; value: unknown }
  | { kind: "name"; name: string }
  | { kind: "list"; items: Syntax[] }
  | { kind: "call"; name: string; inputs: Syntax[] }
  | { kind: "not"; inner: Syntax }
  | { kind: "minus"; inner: Syntax }
  | { kind: "pair"; sign: string; left: Syntax; right: Syntax }
  | { kind: "choice"; test: Syntax; yes: Syntax; no: Syntax };

/** Binary operators by precedence, lowest first. */
const LEVELS = [["||"], ["&&"], ["==", "!=", "===", "!=="], ["<", ">", "<=", ">="], ["+", "-"], ["*", "/", "%"]];
const WORDS: Record<string, unknown> = { true: true, false: false, null: null, undefined: undefined };

interface Reader {
  tokens: Token[];
  at: number;
}

function sign(reader: Reader, allowed: readonly string[]): string | undefined {
  const token = reader.tokens[reader.at];
  if (token?.kind !== "sign" || !allowed.includes(token.sign)) return undefined;
  reader.at += 1;
  return token.sign;
}

function expectSign(reader: Reader, wanted: string): void {
  if (sign(reader, [wanted]) === undefined) throw new Error(`card expression: ${wanted} is missing`);
}

function listUntil(reader: Reader, end: string): Syntax[] {
  const items: Syntax[] = [];
  if (sign(reader, [end])) return items;
  do items.push(choice(reader));
  while (sign(reader, [","]));
  expectSign(reader, end);
  return items;
}

function single(reader: Reader): Syntax {
  if (sign(reader, ["!"])) return { kind: "not", inner: single(reader) };
  if (sign(reader, ["-"])) return { kind: "minus", inner: single(reader) };
  if (sign(reader, ["["])) return { kind: "list", items: listUntil(reader, "]") };
  if (sign(reader, ["("])) {
    const inner = choice(reader);
    expectSign(reader, ")");
    return inner;
  }
  const token = reader.tokens[reader.at];
  reader.at += 1;
  if (token?.kind === "value") return { kind: "value", value: token.value };
  if (token?.kind !== "name") throw new Error("card expression: a value is missing");
  if (sign(reader, ["("])) return { kind: "call", name: token.name, inputs: listUntil(reader, ")") };
  return Object.hasOwn(WORDS, token.name) ? { kind: "value", value: WORDS[token.name] } : token;
}

function pairs(reader: Reader, level: number): Syntax {
  const signs = LEVELS[level];
  if (!signs) return single(reader);
  let left = pairs(reader, level + 1);
  for (let found = sign(reader, signs); found; found = sign(reader, signs))
    left = { kind: "pair", sign: found, left, right: pairs(reader, level + 1) };
  return left;
}

function choice(reader: Reader): Syntax {
  const test = pairs(reader, 0);
  if (!sign(reader, ["?"])) return test;
  const yes = choice(reader);
  expectSign(reader, ":");
  return { kind: "choice", test, yes, no: choice(reader) };
}

/** @throws Error when the text is not an expression */
export function syntaxOf(text: string): Syntax {
  const reader: Reader = { tokens: tokensOf(text), at: 0 };
  const syntax = choice(reader);
  if (reader.at < reader.tokens.length) throw new Error(`card expression: unexpected input at the end of ${text}`);
  return syntax;
}
