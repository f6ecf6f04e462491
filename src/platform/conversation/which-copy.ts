/** Which copy counts, of each conflict (from 1); `unread`: words that say neither. */
export type Decision = { kind: "unread"; said: string } | { kind: "read"; sides: ReadonlyMap<number, "file" | "now"> };

const SIDE = /(?:以|按|用)?(?<side>文件|表格|现有|系统|同事)(?:内|里|中)?的?(?:为准|算)?$/u;
const BETWEEN = /(?<=为准|算)[\s,，;；。]*|(?<=(?:文件|表格|现有|系统|同事)的?)[\s,，;；。]+|[;；。]/u;
const REST = /^(?:其余|其他|全部|都|均|剩下的?)?(?:的|都|均)*$/u;

/** 1、3以文件为准，其余以现有为准. @param count of conflicts */
export function readDecision(typed: string, count: number): Decision {
  const sides = new Map<number, "file" | "now">();
  const rest: ("file" | "now")[] = [];
  for (const part of typed.normalize("NFKC").split(BETWEEN)) {
    const said = part.replaceAll(/\s+/gu, " ").trim();
    if (said === "") continue;
    const found = SIDE.exec(said);
    const side = /文件|表格/u.test(found?.groups?.side ?? "") ? ("file" as const) : ("now" as const);
    const of = found ? said.slice(0, found.index).replace(/^[,，、\s]+|[,，、\s]+$/gu, "") : undefined;
    if (of === undefined) return { kind: "unread", said };
    const numbers = of
      .split(/[\s,，、和]+/u)
      .map((one) => Number(/^第?(\d{1,3})[条项]?$/u.exec(one)?.[1] ?? Number.NaN));
    if (REST.test(of)) rest.push(side);
    else if (numbers.every((one) => one >= 1 && one <= count)) for (const one of numbers) sides.set(one, side);
    else return { kind: "unread", said };
  }
  const [left] = rest;
  if (rest.length > 1) return { kind: "unread", said: typed.trim() };
  for (let one = 1; left !== undefined && one <= count; one += 1) if (!sides.has(one)) sides.set(one, left);
  return { kind: "read", sides };
}
