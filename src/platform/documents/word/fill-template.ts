import { type Filling, fillParagraphs, misspeltPlacesIn, placesIn } from "./fill-paragraphs.ts";
import { asPart, type PackageParts, packed, partsOf, textOf } from "./package-parts.ts";

/** One filled copy of a template. */
export interface TemplateCopy {
  texts: ReadonlyMap<string, string>;
  /** PNG pictures by the name of their place, with the length of their sides in millimetres. */
  pictures: ReadonlyMap<string, { png: Uint8Array; side: number }>;
  /** Sections with a place of one of these names are left out. */
  leftOut: readonly string[];
}

const DOCUMENT = "word/document.xml";
const RELATIONS = "word/_rels/document.xml.rels";
const TYPES = "[Content_Types].xml";
const REFERENCE = /<w:(footer|header)Reference ([^>]*?)r:id="([^"]+)"([^>]*?)\/>/gu;
const EMU_PER_MM = 36_000;
const NAMESPACES =
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
const RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/**
 * Fills a template (docx) once or several times, one copy after the other in one document, each with its own headers and
 * footers. Places are written `{{name}}` anywhere in it.
 */
export function fillTemplate(template: Uint8Array, copies: readonly TemplateCopy[], at: Date): Buffer {
  const parts = partsOf(template);
  const document = textOf(parts, DOCUMENT);
  const bodyAt = document.indexOf("<w:body>") + "<w:body>".length;
  const bodyEnd = document.lastIndexOf("</w:body>");
  const sections = sectionsOf(document.slice(bodyAt, bodyEnd));
  const added: PackageParts = {};
  const relations: string[] = [];
  const types: string[] = [];
  const bodies = copies.flatMap((copy, number) => {
    const kept = sections.filter(({ content }) => !placesIn(content).some((name) => copy.leftOut.includes(name)));
    return kept.map((section) => {
      const own = new CopiedParts(parts, { copy, number, added, relations, types });
      return {
        content: fillParagraphs(section.content, own.fillings(DOCUMENT)),
        properties: own.withOwnFooters(section.properties),
      };
    });
  });
  const body = bodies
    .map(({ content, properties }, index) =>
      index === bodies.length - 1 ? content + properties : content + sectionBreak(properties),
    )
    .join("");
  const replaced = footersOf(parts, document);
  return packed(
    {
      ...Object.fromEntries(Object.entries(parts).filter(([name]) => !replaced.parts.has(name))),
      ...added,
      [DOCUMENT]: asPart(document.slice(0, bodyAt) + body + document.slice(bodyEnd)),
      [RELATIONS]: asPart(withRelations(replaced.without(textOf(parts, RELATIONS)), [...new Set(relations)].join(""))),
      [TYPES]: asPart(withTypes(replaced.without(textOf(parts, TYPES)), types)),
    },
    at,
  );
}

/**
 * The template's own headers and footers: each copy has its own, so that these, with their places unfilled, are left out.
 */
function footersOf(parts: PackageParts, document: string) {
  const relations = textOf(parts, RELATIONS);
  const found = [...document.matchAll(REFERENCE)].flatMap(([, , , id = ""]) => partBehind(relations, id) ?? []);
  const types = found.map(({ file }) => new RegExp(`<Override [^>]*PartName="/word/${file}"[^>]*>`, "u"));
  return {
    parts: new Set(found.flatMap(({ file }) => [`word/${file}`, `word/_rels/${file}.rels`])),
    without: (xml: string): string =>
      [...found.map(({ relation }) => relation), ...types].reduce<string>((text, one) => text.replace(one, ""), xml),
  };
}

/** The relation with this id, and the file that it leads to, from the folder `word`. */
function partBehind(relations: string, id: string): { relation: string; file: string } | undefined {
  const relation = new RegExp(`<Relationship [^>]*Id="${id}"[^>]*>`, "u").exec(relations)?.[0];
  const file = /Target="(?:\/word\/)?([^"]+)"/u.exec(relation ?? "")?.[1];
  return relation === undefined || file === undefined ? undefined : { relation, file };
}

/** Names of the places in a template, its headers and footers. */
export const placesOf = (template: Uint8Array): string[] => inTemplate(template, placesIn);

/** What looks like a place in a template and is written otherwise. */
export const misspeltPlacesOf = (template: Uint8Array): string[] => inTemplate(template, misspeltPlacesIn);

function inTemplate(template: Uint8Array, find: (xml: string) => string[]): string[] {
  const parts = partsOf(template);
  const names = Object.keys(parts).filter((name) => /^word\/(?:document|header\d*|footer\d*)\.xml$/u.test(name));
  return [...new Set(names.flatMap((name) => find(textOf(parts, name))))];
}

interface Section {
  content: string;
  /** `<w:sectPr>…</w:sectPr>` */
  properties: string;
}

/** A paragraph that only ends a section is part of the break, not of the content. */
function sectionsOf(body: string): Section[] {
  const sections: Section[] = [];
  let from = 0;
  for (const match of body.matchAll(/<w:sectPr[\s\S]*?<\/w:sectPr>/gu)) {
    const start = Math.max(body.lastIndexOf("<w:p>", match.index), body.lastIndexOf("<w:p ", match.index));
    const isInParagraph = start > body.lastIndexOf("</w:p>", match.index);
    if (!isInParagraph) {
      sections.push({ content: body.slice(from, match.index), properties: match[0] });
      continue;
    }
    const end = body.indexOf("</w:p>", match.index) + "</w:p>".length;
    const paragraph = body.slice(start, end).replace(match[0], "");
    const isEmpty = !/<w:(?:t|drawing|pict)[ >]/u.test(paragraph);
    sections.push({ content: body.slice(from, start) + (isEmpty ? "" : paragraph), properties: match[0] });
    from = end;
  }
  return sections;
}

const sectionBreak = (properties: string): string =>
  `<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>${properties}</w:pPr></w:p>`;

const withTypes = (types: string, added: readonly string[]): string => {
  const png = types.includes('Extension="png"') ? "" : '<Default Extension="png" ContentType="image/png"/>';
  return types.replace("</Types>", `${[...new Set(added)].join("")}</Types>`).replace(/(<Types[^>]*>)/u, `$1${png}`);
};

const withRelations = (text: string, added: string): string =>
  text
    .replace(/(<Relationships[^>]*?)\s*\/>/u, "$1></Relationships>")
    .replace("</Relationships>", `${added}</Relationships>`);

interface Growing {
  copy: TemplateCopy;
  /** From 0. */
  number: number;
  added: PackageParts;
  relations: string[];
  types: string[];
}

/** The parts that one copy has for itself: footers, headers and pictures. */
class CopiedParts {
  private readonly parts: PackageParts;
  private readonly growing: Growing;

  constructor(parts: PackageParts, growing: Growing) {
    this.parts = parts;
    this.growing = growing;
  }

  /** Fillings for a part; its pictures become relations of that part. */
  fillings(part: string): ReadonlyMap<string, Filling> {
    const { copy, number } = this.growing;
    const all = new Map<string, Filling>(copy.texts);
    for (const [at, [name, { png, side }]] of [...copy.pictures].entries()) {
      const media = `media/place${at}_${number}.png`;
      const id = `rIdPlace${at}_${number}`;
      this.growing.added[`word/${media}`] = png;
      const relation = `<Relationship Id="${id}" Type="${RELATION}/image" Target="${media}"/>`;
      if (part === DOCUMENT) this.growing.relations.push(relation);
      else this.relate(part, relation);
      all.set(name, { xml: pictureXml(id, { side, number: number * 10 + at + 1 }) });
    }
    return all;
  }

  private relate(part: string, relation: string): void {
    const file = `word/_rels/${part.slice("word/".length)}.rels`;
    const known = this.growing.added[file] ?? this.parts[file];
    const text = known
      ? textOf({ [file]: known }, file)
      : '<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>';
    if (!text.includes(relation)) this.growing.added[file] = asPart(withRelations(text, relation));
  }

  /** The section's properties with this copy's own headers and footers. */
  withOwnFooters(properties: string): string {
    const { number, added, relations, types } = this.growing;
    return properties.replaceAll(REFERENCE, (_, kind: string, before: string, id: string, after: string) => {
      const file = partBehind(textOf(this.parts, RELATIONS), id)?.file;
      if (file === undefined) return "";
      const copied = `word/${file.replace(/\.xml$/u, "")}_${number}.xml`;
      const rels = this.parts[`word/_rels/${file}.rels`];
      if (rels && !added[`word/_rels/${copied.slice(5)}.rels`]) added[`word/_rels/${copied.slice(5)}.rels`] = rels;
      added[copied] = asPart(fillParagraphs(textOf(this.parts, `word/${file}`), this.fillings(copied)));
      const own = `${id}_${number}`;
      relations.push(`<Relationship Id="${own}" Type="${RELATION}/${kind}" Target="${copied.slice(5)}"/>`);
      types.push(
        `<Override PartName="/${copied}" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.${kind}+xml"/>`,
      );
      return `<w:${kind}Reference ${before}r:id="${own}"${after}/>`;
    });
  }
}

function pictureXml(id: string, { side, number }: { side: number; number: number }): string {
  const extent = Math.round(side * EMU_PER_MM);
  return (
    `<w:drawing><wp:inline ${NAMESPACES} distT="0" distB="0" distL="0" distR="0"><wp:extent cx="${extent}" cy="${extent}"/>` +
    `<wp:docPr id="${1000 + number}" name="place${number}"/><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture">` +
    `<pic:pic><pic:nvPicPr><pic:cNvPr id="${1000 + number}" name="place${number}"/><pic:cNvPicPr/></pic:nvPicPr>` +
    `<pic:blipFill><a:blip r:embed="${id}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>` +
    `<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="${extent}" cy="${extent}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>` +
    `</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing>`
  );
}
