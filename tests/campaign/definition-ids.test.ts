import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Definition } from "../../src/campaign/definition/definition.ts";
import { decision } from "../../src/campaign/definition/schema/decisions.ts";
import {
  annexPurpose,
  deliverablePurpose,
  fieldPurpose,
  publicationPurpose,
  quotaPurpose,
  rowPurpose,
  step,
} from "../../src/campaign/definition/schema/purposes.ts";
import { beijing, households } from "./definition/support/campaigns.ts";
import { shaoxing } from "./definition/support/shaoxing.ts";

const FOLDERS = ["src/campaign", "src/platform"];
/** They read what campaigns of the first format were called. */
const UPGRADE = /^src\/campaign\/definition\/(upgrade\.ts|upgrades\/)/;

/** What the program itself calls parts by: an id that is the same word is met by its purpose. */
const PURPOSES = new Set<string>(
  [
    deliverablePurpose,
    fieldPurpose,
    quotaPurpose,
    annexPurpose,
    publicationPurpose,
    rowPurpose,
    step,
    decision,
  ].flatMap(({ options }) => options),
);

/** Words that are an id in some campaign and mean something else where the program says them. */
const OTHER_WORDS: Readonly<Record<string, string>> = {
  select: "the kind of a form's field that is chosen from a list",
  reason: "the field of a form in which people give their reason",
  recommended: "how a case stands to its district's list",
  "preliminary-review": "the name of a part of the program, by which another part adds to its cards",
  "evaluation-team": "the part of the program that an entry of the journal belongs to",
  result: "a column of what became of the recommendation",
  "work-report": "a word that people type, beside 工作报告",
};

const idsOf = ({ campaign, forms, rubric, rulings }: Definition): string[] =>
  [
    campaign.stages,
    campaign.deliverables,
    campaign.quotas,
    campaign.publications,
    campaign.districts,
    forms,
    rulings,
    rubric.sections.flatMap(({ criteria }) => criteria),
  ]
    .flatMap((parts) => parts.map(({ id }) => id))
    .concat(forms.flatMap(({ fields }) => fields.map(({ key }) => key)));

const ids = [...new Set([shaoxing, households, beijing].flatMap(idsOf))].filter((id) => !PURPOSES.has(id));

interface Code {
  path: string;
  /** Without comments. */
  code: string;
}

const files: Code[] = FOLDERS.flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts"))
    .map((file) => join(folder, file))
    .filter((path) => !UPGRADE.test(path) && !path.startsWith("src/platform/storage/generated/"))
    .map((path) => ({ path, code: withoutComments(readFileSync(path, "utf8")) })),
);

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, "").replace(/(^|\s)\/\/.*$/gm, "$1");
}

/** What stands in quotes, templates without what is inserted. */
const literalsIn = (code: string): string[] =>
  [...code.matchAll(/"((?:[^"\\\n]|\\.)*)"|`((?:[^`\\]|\\.)*)`/g)].map(([, plain, template]) =>
    (plain ?? template ?? "").replace(/\$\{[^}]*\}/g, "\0"),
  );

/** The ids that the code names, as a text of its own. */
const namedIn = (code: string): string[] => {
  const literals = new Set(literalsIn(code));
  return ids.filter((id) => literals.has(id) && OTHER_WORDS[id] === undefined);
};

/** Numbers of rulings and rows inside other texts: 口径R9, 依据 3-2; and what is read of an answer by its key. */
function numbersIn(code: string): string[] {
  const rulings = code.match(/(?<![\w.])R[1-9]\d?(?!\w)/g) ?? [];
  const rows = literalsIn(code).flatMap((literal) => literal.match(/(?<![\w\\.-])\d-\d{1,2}(?![\w-])/g) ?? []);
  const keys = ids.filter(
    (id) => /[a-z][A-Z]/.test(id) && new RegExp(`\\b(answers|values|fields)\\??\\.${id}\\b`).test(code),
  );
  return [...new Set([...rulings, ...rows, ...keys])];
}

/** Examples of how something is written, not parts of a campaign; each with the reason. */
const EXAMPLES: Readonly<Record<string, string>> = {
  "src/campaign/definition/checks/shapes.ts: R1": "how the number of a ruling is written",
  "src/campaign/definition/checks/shapes.ts: 3-2": "how the number of a row is written",
  "src/campaign/recommendation/phrases.ts: 1-3": "from the first to the third of a numbered list",
  "src/campaign/selection/phrases.ts: 1-3": "from the first to the third of a numbered list",
};

describe("the program names no part of a campaign by its id", () => {
  test("the rule sees the ids and the texts at all", () => {
    expect(ids).toEqual(
      expect.arrayContaining(["implementation", "compoundName", "R14", "3-2", "per-village", "keqiao"]),
    );
    expect(namedIn(withoutComments('const stage = "implementation"; // "R14"'))).toEqual(["implementation"]);
    expect(namedIn("const key = `compoundName`;")).toEqual(["compoundName"]);
    expect(numbersIn('{ R9: "口径R14" }, answers.compoundName, "依据 3-2", "2023-10-20"')).toEqual([
      "R9",
      "R14",
      "3-2",
      "compoundName",
    ]);
  });

  test("in no text", () => {
    expect(files.flatMap(({ path, code }) => namedIn(code).map((id) => `${path}: ${id}`))).toEqual([]);
  });

  test("by no number in a sentence, and by no key of a form", () => {
    const named = files.flatMap(({ path, code }) => numbersIn(code).map((id) => `${path}: ${id}`));

    expect(named.filter((one) => EXAMPLES[one] === undefined)).toEqual([]);
  });
});
