import type { FileKey } from "../definition.ts";
import {
  annexNames,
  decisionNames,
  deliverableNames,
  fieldNames,
  publicationNames,
  quotaNames,
  rowNames,
} from "../purpose-phrases.ts";
import type { SourceFolder } from "../read-folder.ts";
import type { Check, Finding } from "./finding.ts";
import { type Found, part, query, textPart } from "./query.ts";

/** Purposes must be unique per list and values of `by`, except those in `again`. */
const GIVEN_ONCE: readonly Given[] = [
  { in: "campaign", items: "deliverables.*", by: ["level"], names: deliverableNames },
  { in: "campaign", items: "quotas.*", by: ["category", "level"], names: quotaNames },
  { in: "campaign", items: "publications.*", by: [], names: publicationNames },
  { in: "campaign", items: "annexes.*", by: [], names: annexNames },
  { in: "rubric", items: "sections.*.criteria.*", by: [], names: rowNames, again: ["participation"] },
];

interface Given {
  in: FileKey;
  items: string;
  by: readonly string[];
  names: Readonly<Record<string, string>>;
  again?: readonly string[];
  /** Key of the purpose; default: `purpose`. */
  key?: string;
}

/** Reports repeated purposes, which make lookups ambiguous. */
export const repeatedPurposes: Check = (source) => [
  ...GIVEN_ONCE.flatMap((given) => repeated(source, given, query(source.files[given.in].content, given.items))),
  ...query(source.files.forms.content, "*").flatMap(({ path, value }) =>
    repeated(
      source,
      { in: "forms", items: "", by: [], names: fieldNames, again: ["disqualification"] },
      query(value, "fields.*").map((found) => ({ ...found, path: [...path, ...found.path] })),
    ),
  ),
  ...repeated(
    source,
    { in: "rulings", items: "", by: [], names: decisionNames, key: "decides" },
    query(source.files.rulings.content, "*"),
  ),
];

function repeated({ files }: SourceFolder, given: Given, items: readonly Found[]): Finding[] {
  const { in: file, by, names, again = [], key = "purpose" } = given;
  const first = new Map<string, number>();
  return items.flatMap(({ path, value }) => {
    const purpose = textPart(value, key);
    if (purpose === undefined || names[purpose] === undefined || again.includes(purpose)) return [];
    const apart = [purpose, ...by.map((name) => String(part(value, name) ?? ""))].join(" ");
    const at = [...path, key];
    const line = first.get(apart);
    if (line === undefined) {
      first.set(apart, files[file].lineAt(at));
      return [];
    }
    const message = `${key}“${purpose}（${names[purpose]}）”写了两次，首次在第${line}行。只能有一处，请删去多余的。`;
    return [{ in: file, path: at, message }];
  });
}
