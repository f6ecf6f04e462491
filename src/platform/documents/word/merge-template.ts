import { allWritable } from "../writable.ts";
import { asPart, holdsPrograms, packed, partsOf, textOf } from "./package-parts.ts";
import { withRareCharacters } from "./rare-characters.ts";
import { readWord } from "./read-word.ts";

/** Text of a field; several paragraphs; rows of a table by the names of their cells. */
export type MergeValue = string | readonly string[] | readonly Readonly<Record<string, string>>[];

/** What is wrong with a template: fields that nothing fills, by name; what is not closed, by the text that stands there. */
export type TemplateFault = { kind: "unreadable" } | { kind: "macros" } | { kind: "fields"; names: string[] };

const DOCUMENT = "word/document.xml";
const DELIMITERS = { start: "{{", end: "}}" };

async function opened(template: Uint8Array) {
  const [{ default: Docxtemplater }, { default: PizZip }] = await Promise.all([
    import("docxtemplater"),
    import("pizzip"),
  ]);
  return (modules: object[] = []) =>
    new Docxtemplater(new PizZip(template), {
      ...{ delimiters: DELIMITERS, paragraphLoop: true, linebreaks: true, modules },
      errorLogging: false,
      nullGetter: () => "",
    });
}

/**
 * A Word template with its fields `{{name}}` filled. `{{#name}}` and `{{/name}}` stand around what is repeated: a
 * paragraph with `{{.}}`, or a table's row with its cells. Equal input gives equal bytes.
 */
export async function mergeTemplate(
  template: Uint8Array,
  values: Readonly<Record<string, MergeValue>>,
  { at, font }: { at: Date; font: string },
): Promise<Buffer> {
  const open = await opened(template);
  const document = open();
  document.render(allWritable(values));
  const parts = partsOf(document.getZip().generate({ type: "uint8array" }));
  return packed({ ...parts, [DOCUMENT]: asPart(withRareCharacters(textOf(parts, DOCUMENT), font)) }, at);
}

/** Names of a repeated part and of what stands in it, `.` aside. */
export interface TemplateFields {
  fields: readonly string[];
  lists: Readonly<Record<string, readonly string[]>>;
}

/** What is wrong with a template; undefined for a sound one. */
export async function templateFault(template: Uint8Array, known: TemplateFields): Promise<TemplateFault | undefined> {
  try {
    if (holdsPrograms(partsOf(template))) return { kind: "macros" };
    // docxtemplater fills what no program opens.
    await readWord(Buffer.from(template));
    const open = await opened(template);
    const { default: inspect } = await import("docxtemplater/js/inspect-module.js");
    // Its types describe another build of it.
    const inspected = new (inspect as unknown as new () => { getAllTags(): Record<string, unknown> })();
    open([inspected]);
    const names = unknownIn(inspected.getAllTags(), known);
    return names.length === 0 ? undefined : { kind: "fields", names };
  } catch (error) {
    const names = unclosedIn(error);
    return names.length === 0 ? { kind: "unreadable" } : { kind: "fields", names };
  }
}

function unknownIn(tags: Readonly<Record<string, unknown>>, { fields, lists }: TemplateFields): string[] {
  return Object.entries(tags).flatMap(([name, inside]) => {
    const cells = lists[name];
    if (!cells) return fields.includes(name) ? [] : [name];
    const within = typeof inside === "object" && inside !== null ? Object.keys(inside) : [];
    return within.filter((one) => one !== "." && !cells.includes(one) && !fields.includes(one));
  });
}

/** docxtemplater's own list of mistakes: each has the text of the tag. */
function unclosedIn(error: unknown): string[] {
  const properties = (error as { properties?: { errors?: unknown[]; xtag?: unknown } }).properties;
  const errors = properties?.errors ?? (properties ? [{ properties }] : []);
  return errors.flatMap((one) => {
    const tag = (one as { properties?: { xtag?: unknown } }).properties?.xtag;
    return typeof tag === "string" ? [tag] : [];
  });
}
