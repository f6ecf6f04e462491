import { beginsAsName, isDoubleSurname } from "./surnames.ts";

/** 李　军, 欧阳 锋: as names are spread over a cell. */
const SPREAD = /^(\p{Script=Han})[ \u3000]+(\p{Script=Han})(?:[ \u3000]+(\p{Script=Han}))?$/u;
/** In characters. */
const [SHORTEST, LONGEST] = [2, 4];

/** The name of a person without blanks within it and without the title that its field names: 李　军, 方勇 书记. */
export function bareName(label: string, said: string): string {
  const text = said.trim();
  const cuts = Array.from({ length: Math.max(0, label.length - 1) }, (_, cut) => label.slice(cut));
  const title = cuts.find((one) => text.endsWith(one));
  const name = title === undefined ? text : text.slice(0, -title.length).trimEnd();
  const isName = [...name].length >= SHORTEST && [...name].length <= LONGEST && beginsAsName(name);
  const bare = title !== undefined && isName && !isDoubleSurname(name) && /^\p{Script=Han}+$/u.test(name) ? name : said;
  const [, ...signs] = SPREAD.exec(bare.trim()) ?? [];
  return signs.length > 0 && beginsAsName(bare.trim()) ? signs.join("") : bare;
}
