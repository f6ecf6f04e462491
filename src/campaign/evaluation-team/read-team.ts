import { findPhones, withDigits } from "../../platform/conversation/answers/find-phones.ts";
import { roleFirst } from "./team-words.ts";

/** Somebody as typed: 张三, 张三 13800000000, 李工（市物业管理协会）. */
export interface NamedPerson {
  name: string;
  /** Where somebody outside the organisation comes from. */
  unit?: string;
  mobile?: string;
}

/** Who is to be in the team, as typed. */
export interface ReadTeam {
  leads: readonly NamedPerson[];
  members: readonly NamedPerson[];
  /** Changes of the present team. */
  added: readonly NamedPerson[];
  removed: readonly NamedPerson[];
  /** What stands before any of these words. */
  unread: readonly string[];
  /** It says everything: without members there are none. */
  whole?: true;
}

type Place = "leads" | "others" | "added" | "removed" | "unread";

const BETWEEN = /^[\s,，、;；:：。和及与]+/u;
const HEADS: readonly { words: RegExp; place: Place; outside?: true; kept?: string }[] = [
  { words: /^组长(?:由|为|是|就|换成|换为|改为|改成)?/u, place: "leads" },
  { words: /^(?:外部|组织外)成员(?:为|是|有)?/u, place: "others", outside: true },
  { words: /^(?:其他)?(?:成员|组员)(?:由|为|是|有|就)?/u, place: "others" },
  { words: /^副组长(?:由|为|是)?/u, place: "unread", kept: "副组长" },
  { words: /^(?:增加|新增|加入|添加|增补)(?:成员)?/u, place: "added" },
  { words: /^(?:减少|移出|退出|调出|删去|去掉)(?:成员)?/u, place: "removed" },
];
/** What may follow a known name, besides a head. */
const ENDS = /^(?:$|[\s,，、;；:：。和及与（(]|1\d{10})/u;
/** A name with the unit in brackets behind it. */
const WITH_UNIT = /^(?<name>[^\s,，、;；:：（(]+)\s*[（(](?<unit>[^）)]+)[）)]/u;
const WORD = /^[^\s,，、;；:：。]+/u;

/**
 * 组长 X 成员 Y、Z、李工（市物业管理协会）; 增加 X 减少 Y changes the present team.
 * @param known names of people of the organisation: one may contain 组长 or 成员 itself
 */
export function readTeam(typed: string, known: readonly string[]): ReadTeam {
  const names = [...new Set(known)].toSorted((a, b) => b.length - a.length);
  const read: Record<Place, NamedPerson[]> = { leads: [], others: [], added: [], removed: [], unread: [] };
  let place: Place = "unread";
  let outside = false;
  for (let rest = withDigits(roleFirst(typed.normalize("NFC"), names)).trim(); rest !== ""; ) {
    const between = BETWEEN.exec(rest)?.[0];
    const name = outside ? undefined : names.find((one) => isNamedAt(rest, one));
    const head = headAt(rest);
    if (between !== undefined) rest = rest.slice(between.length);
    else if (name === undefined && head) {
      rest = rest.replace(head.words, "");
      place = head.place;
      outside = head.outside === true;
      if (head.kept !== undefined) read.unread.push({ name: head.kept });
    } else {
      const person = personAt(rest, name);
      const last = read[place].at(-1);
      if (person.name === "" && person.mobile !== undefined && last) Object.assign(last, { mobile: person.mobile });
      else read[place].push(person);
      rest = rest.slice(person.length);
    }
  }
  const { unread, ...found } = read;
  return {
    leads: bare(found.leads),
    members: bare(found.others),
    added: bare(found.added),
    removed: bare(found.removed),
    unread: unread.map((one) => one.name || (one.mobile ?? "")),
  };
}

const headAt = (text: string) => HEADS.find(({ words }) => words.test(text));

const isNamedAt = (text: string, name: string): boolean => {
  const after = text.slice(name.length);
  return text.startsWith(name) && (ENDS.test(after) || headAt(after) !== undefined);
};

const bare = (people: readonly (NamedPerson & { length?: number })[]): NamedPerson[] =>
  people.map(({ length: _, ...person }) => person);

/** Who stands at the start of the text, and how long that is. */
function personAt(text: string, known: string | undefined): NamedPerson & { length: number } {
  if (known !== undefined) {
    // What stands in brackets behind somebody known only describes them.
    const described = /^\s*[（(][^）)]*[）)]/u.exec(text.slice(known.length))?.[0].length ?? 0;
    return { name: known, length: known.length + described };
  }
  const from = WITH_UNIT.exec(text);
  if (from?.groups) {
    const { name = "", unit = "" } = from.groups;
    return { name, unit: unit.trim(), length: from[0].length };
  }
  const word = WORD.exec(text)?.[0] ?? text;
  const [phone] = findPhones(word);
  if (!phone) return { name: word, length: word.length };
  return { name: word.slice(0, phone.from).trim(), mobile: phone.number, length: word.length };
}

/** Nothing was said of a team. */
export const saysNothing = ({ leads, members, added, removed, unread }: ReadTeam): boolean =>
  [leads, members, added, removed, unread].every((one) => one.length === 0);
