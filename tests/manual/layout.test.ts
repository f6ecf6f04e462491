import { expect, test } from "vitest";
import { plainOf, tables, tokens } from "./support/manual.ts";

const MOST_CHARACTERS = 150;
const MOST_ENTRIES = 9;

const paragraphs = tokens.flatMap((token, at) =>
  token.type === "inline" && tokens[at - 1]?.type === "paragraph_open" ? [plainOf(token)] : [],
);
const headings = tokens.flatMap((token, at) => (tokens[at - 1]?.type === "heading_open" ? [plainOf(token)] : []));

/** The end of a link to a heading, as Markdown is shown on the web. */
const anchorOf = (heading: string): string => `#${heading.toLowerCase().replaceAll(/[^\p{L}\p{N}_-]/gu, "")}`;

const links = tokens
  .flatMap(({ children }) => children ?? [])
  .flatMap((token) => (token.type === "link_open" ? [decodeURI(String(token.attrGet("href")))] : []));

/** How many entries each list has. */
function listLengths(): number[] {
  const lengths: number[] = [];
  const open: number[] = [];
  for (const { type } of tokens) {
    if (/^(?:bullet|ordered)_list_open$/u.test(type)) open.push(0);
    if (type === "list_item_open") open.push((open.pop() ?? 0) + 1);
    if (/^(?:bullet|ordered)_list_close$/u.test(type)) lengths.push(open.pop() ?? 0);
  }
  return lengths;
}

test(`no paragraph is longer than ${MOST_CHARACTERS} characters`, () => {
  expect(paragraphs.length).toBeGreaterThan(200);
  expect(paragraphs.filter((text) => [...text].length > MOST_CHARACTERS)).toEqual([]);
});

test(`no list has more than ${MOST_ENTRIES} entries`, () => {
  expect(Math.max(...listLengths())).toBeLessThanOrEqual(MOST_ENTRIES);
});

test(`no table of forms has more than ${MOST_ENTRIES} rows`, () => {
  const forms = tables.filter(({ head }) => head.includes("怎么写"));
  expect(forms.length).toBeGreaterThan(15);
  expect(forms.filter(({ rows }) => rows.length > MOST_ENTRIES).map(({ section }) => section)).toEqual([]);
});

test("each heading is there once, and each link leads to one", () => {
  const anchors = headings.map(anchorOf);
  expect(anchors.filter((one, at) => anchors.indexOf(one) !== at)).toEqual([]);
  expect(links.length).toBeGreaterThan(50);
  expect(links.filter((link) => link.startsWith("#") && !anchors.includes(link))).toEqual([]);
});

test("each task of a role is linked from the table at its head", () => {
  const roles = ["区（县、市）经办人", "活动联系人"];
  const linked = tables.length > 0 ? links : [];
  const under = (role: string) => {
    const from = tokens.findIndex((token, at) => tokens[at - 1]?.type === "heading_open" && plainOf(token) === role);
    const rest = tokens.slice(from + 1);
    const end = rest.findIndex(({ type, tag }) => type === "heading_open" && tag === "h2");
    return rest
      .slice(0, end)
      .flatMap((token, at, all) =>
        all[at - 1]?.type === "heading_open" && all[at - 1]?.tag === "h3" ? [plainOf(token)] : [],
      );
  };
  expect(roles.flatMap(under).length).toBeGreaterThan(40);
  expect(roles.flatMap(under).filter((heading) => !linked.includes(anchorOf(heading)))).toEqual([]);
});

test("the Chinese is set as it should be", () => {
  const texts = tokens
    .filter(({ type }) => type === "inline")
    .map(({ children }) =>
      (children ?? []).flatMap(({ type, content }) => (type === "text" ? [content] : [])).join(""),
    );
  expect(texts.filter((text) => /\p{Script=Han}[,;:!?]|[,;:!?]\p{Script=Han}/u.test(text))).toEqual([]);
  expect(texts.filter((text) => /你|\p{Extended_Pictographic}/u.test(text.replaceAll("“你先这么记着”", "")))).toEqual(
    [],
  );
});
