/** A piece of an expression: a literal value, a name with dots, or a sign. */
export type Token =
  | { kind: "value"; value: string | number }
  | { kind: "name"; name: string }
  | { kind: "sign"; sign: string };

const TOKEN =
  /\s*(?:(?<string>"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')|(?<number>\d+(?:\.\d+)?)|(?<name>[\p{L}_$][\p{L}\p{N}_$]*(?:\.[\p{L}_$][\p{L}\p{N}_$]*|\[\d+\])*)|(?<sign>===|!==|==|!=|<=|>=|&&|\|\||[-+*/%<>!?:(),[\]]))/uy;

const unquoted = (text: string): string => text.slice(1, -1).replaceAll(/\\(.)/g, "$1");

/** @throws when a character belongs to no token */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  TOKEN.lastIndex = 0;
  const source = text.trimEnd();
  while (TOKEN.lastIndex < source.length) {
    const at = TOKEN.lastIndex;
    const groups = TOKEN.exec(source)?.groups;
    if (!groups) throw new Error(`card expression: cannot read ${JSON.stringify(source.slice(at))}`);
    if (groups.string !== undefined) tokens.push({ kind: "value", value: unquoted(groups.string) });
    else if (groups.number !== undefined) tokens.push({ kind: "value", value: Number(groups.number) });
    else if (groups.name !== undefined) tokens.push({ kind: "name", name: groups.name });
    else tokens.push({ kind: "sign", sign: groups.sign ?? "" });
  }
  return tokens;
}
