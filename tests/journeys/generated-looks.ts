import type { Registry } from "../../src/campaign/engine/registry.ts";
import type { Probe } from "./case-probe.ts";

/** What looks may be about. */
export interface Sights {
  people: readonly string[];
  cases: readonly { id: string; name: string }[];
  districts: readonly { id: string; name: string }[];
  rows: readonly string[];
  members: readonly { id: string; name: string }[];
}

/** Repeatable draws: the same seed gives the same looks. */
export function draws(seed: number) {
  let state = seed >>> 0;
  const next = (below: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  return { next, of: <One>(all: readonly One[]): One => all[next(all.length)] as One };
}

const EXPORTS = ["附件4", "排名", "进度", "口径", "附件3", "申报表", "要求表", "初评表", "附件2", "推荐表", "推荐函"];
/** How somebody asks about a case in their own words. */
const ASKED = ["核验打完了吗", "还差哪些没打", "现在多少分", "谁还没有定稿", "进展怎么样"];

/**
 * So many looks and acts, drawn from every command that there is: typed alone, with a case, a case and a row, a member,
 * or a district; pressed with every subject that its button may carry; exports, and questions in one's own words.
 */
export function generatedLooks(registry: Registry, sights: Sights, { seed, count }: { seed: number; count: number }) {
  const draw = draws(seed);
  const typed = (words: string): string => {
    const { name } = draw.of(sights.cases);
    const rests = [
      "",
      ` ${name}`,
      ` ${name}`,
      ` ${name} ${draw.of(sights.rows)}`,
      ` ${name} ${draw.of(sights.members).name}`,
      ` ${name} ${draw.of(sights.rows)} 3 理由：共同核对`,
      ` ${draw.of(sights.districts).name}`,
    ];
    return words + draw.of(rests);
  };
  const subject = (): string => {
    const { id } = draw.of(sights.cases);
    return draw.of([id, id, `${id} ${draw.of(sights.members).id}`, draw.of(sights.districts).id, ""]);
  };
  return Array.from({ length: count }, (): Probe => {
    const person = draw.of(sights.people);
    const kind = draw.next(10);
    if (kind === 0) return { person, ask: { typed: typed(`导出 ${draw.of(EXPORTS)}`) } };
    if (kind === 1) return { person, ask: { typed: `${draw.of(sights.cases).name}${draw.of(ASKED)}` } };
    const command = draw.of(registry.commands);
    const [words] = command.words ?? [];
    if (words === undefined || kind < 4) return { person, ask: { action: command.id, subject: subject() } };
    return { person, ask: { typed: typed(words) } };
  });
}
