import { isGeneric } from "../recommendation/no-reason.ts";
import { partsOfOne } from "../recommendation/short-name.ts";

/** Of a sentence; what is behind a comma may go on about the own case. */
const SENTENCE = /[\n。；;，,]/u;
const NUMBERING = /^[\s\d、.．（()）【《]+/u;

/** 锦江名都的管网也请协调, 嘉园也要, at the head of a clause: of another case than the one that is named. */
export function otherAtHead(content: string, names: readonly string[], own: string): string | undefined {
  const others = names.filter((name) => name !== "" && !own.includes(name) && !name.includes(own));
  const short = partsOfOne([...new Set(names)]).filter(([part]) => /^\p{Script=Han}+$/u.test(part) && !isGeneric(part));
  const clauses = content.split(SENTENCE).map((clause) => clause.replace(NUMBERING, ""));
  return others.find((name) =>
    clauses.some(
      (clause) => clause.startsWith(name) || short.some(([part, of]) => of === name && clause.startsWith(part)),
    ),
  );
}
