import { writable } from "../writable.ts";

/** Text for a place, or XML that stands inside a run, e.g. a picture. */
export type Filling = string | { xml: string };

const PARAGRAPH = /<w:p(?: [^>]*)?>(?:(?!<w:p[ >])[\s\S])*?<\/w:p>/gu;
const TEXT = /<w:t(?: [^>]*)?>([^<]*)<\/w:t>|<w:t(?: [^>]*)?\/>/gu;
const PLACE = /\{\{\s*([^{}]+?)\s*\}\}/gu;

/**
 * Fills the places `{{name}}` of the XML's paragraphs, even where an editor has cut a place into several runs. A text of
 * several lines that has its paragraph to itself becomes several paragraphs. Unknown places stay as they are.
 */
export const fillParagraphs = (xml: string, fillings: ReadonlyMap<string, Filling>): string =>
  xml.replaceAll(PARAGRAPH, (paragraph) => filled(paragraph, fillings));

/** Names of the places in the XML. */
export const placesIn = (xml: string): string[] =>
  [...xml.matchAll(PARAGRAPH)].flatMap(([paragraph]) =>
    [...wordsOf(paragraph).matchAll(PLACE)].map(([, name = ""]) => name),
  );

const BRACED = /[{｛]+[^{}｛｝]*[}｝]+/gu;

/** What stands in braces and is no place, as it is written: {name}, ｛｛name｝｝. */
export const misspeltPlacesIn = (xml: string): string[] =>
  [...xml.matchAll(PARAGRAPH)].flatMap(([paragraph]) => wordsOf(paragraph).replaceAll(PLACE, "").match(BRACED) ?? []);

const wordsOf = (paragraph: string): string =>
  [...paragraph.matchAll(TEXT)].map(([, text = ""]) => decoded(text)).join("");

function filled(paragraph: string, fillings: ReadonlyMap<string, Filling>): string {
  const words = wordsOf(paragraph);
  if (!words.includes("{{")) return paragraph;
  const places = [...words.matchAll(PLACE)].filter(([, name = ""]) => fillings.has(name));
  const [only] = places;
  const filling = only && fillings.get(only[1] ?? "");
  if (
    only &&
    places.length === 1 &&
    words.trim() === only[0] &&
    typeof filling === "string" &&
    filling.includes("\n")
  ) {
    const lines = filling.split("\n");
    return lines.map((line) => replaced(paragraph, [{ from: only.index, length: only[0].length, by: line }])).join("");
  }
  return replaced(
    paragraph,
    places.map((place) => ({
      from: place.index,
      length: place[0].length,
      by: fillings.get(place[1] ?? "") ?? "",
    })),
  );
}

interface Replacement {
  /** In the paragraph's words. */
  from: number;
  length: number;
  by: Filling;
}

/** Puts each filling where its place begins, and removes the rest of the place from the runs that follow. */
function replaced(paragraph: string, replacements: readonly Replacement[]): string {
  let at = 0;
  return paragraph.replaceAll(TEXT, (_, text: string | undefined) => {
    const words = decoded(text ?? "");
    const begin = at;
    at += words.length;
    let rest = "";
    let from = 0;
    for (const place of replacements) {
      const start = place.from - begin;
      const end = start + place.length;
      if (end <= 0 || start >= words.length) continue;
      rest += textXml(words.slice(from, Math.max(from, start)));
      if (start >= 0) rest += fillingXml(place.by);
      from = Math.max(from, Math.min(words.length, end));
    }
    return rest + textXml(words.slice(from));
  });
}

const textXml = (text: string): string =>
  text === ""
    ? ""
    : `<w:t xml:space="preserve">${text.split("\n").map(encoded).join('</w:t><w:br/><w:t xml:space="preserve">')}</w:t>`;

const fillingXml = (filling: Filling): string => (typeof filling === "string" ? textXml(filling) : filling.xml);

const encoded = (text: string): string =>
  writable(text).replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

const decoded = (text: string): string =>
  text
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&apos;", "'")
    .replaceAll(/&#(\d+);/gu, (_, code: string) => String.fromCodePoint(Number(code)))
    .replaceAll("&amp;", "&");
