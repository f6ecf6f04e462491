import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { describe, expect, test } from "vitest";
import { makeRegistry } from "../../src/campaign/engine/registry.ts";
import { features } from "../../src/campaign/features.ts";

const CAMPAIGN = join(import.meta.dirname, "../../src/campaign");

/** The parts of the campaign, by folder, in the order of its year. */
const PARTS = [
  "definition",
  "directory",
  "engine",
  "figure",
  "stage",
  "receipt",
  "official-document",
  "summary",
  "attachment",
  "authority",
  "ruling",
  "reference-list",
  "application",
  "scoring",
  "preliminary-review",
  "evidence",
  "snapshot",
  "recommendation",
  "correction",
  "form-paper",
  "consultation",
  "evaluation-team",
  "site-visit",
  "verification",
  "ranking",
  "city-intake",
  "selection",
  "public-notice",
  "objection",
  "provincial-recommendation",
  "support",
  "case",
  "case-history",
  "work-report",
  "check-in",
  "extension",
  "tasks",
  "city-summary",
  "reminder",
  "broadcast",
  "feedback",
  "export",
  "archive",
  "overview",
  "administration",
];

interface Source {
  /** From src/campaign, with slashes. */
  path: string;
  /** Without comments. */
  code: string;
}

/** Something in braces. */
interface Braces {
  /** What stands right before it. */
  before: string;
  /** What stands in it, but not in braces within it. */
  own: string;
}

/** An id, where it stands. */
interface Place {
  path: string;
  id: string;
  /** In a command's object, or on a button or form that asks for a command. */
  as: "command" | "action";
}

const withoutComments = (text: string): string =>
  text.replace(/\/\*[\s\S]*?\*\//g, "").replace(/(^|\s)\/\/.*$/gm, "$1");

const sources: readonly Source[] = readdirSync(CAMPAIGN, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name.endsWith(".ts"))
  .map((entry) => relative(CAMPAIGN, join(entry.parentPath, entry.name)))
  .map((path) => ({ path, code: withoutComments(readFileSync(join(CAMPAIGN, path), "utf8")) }));

const partOf = (path: string): string => path.split("/")[0] ?? "";

function bracesIn(code: string): Braces[] {
  const open: number[] = [];
  const found: Braces[] = [];
  for (const { 0: mark, index } of code.matchAll(/"(?:[^"\\\n]|\\.)*"|[{}]/g)) {
    if (mark === "{") open.push(index);
    if (mark !== "}") continue;
    const from = open.pop() ?? 0;
    let own = code.slice(from + 1, index);
    while (/\{[^{}]*\}/.test(own)) own = own.replace(/\{[^{}]*\}/g, "");
    found.push({ before: code.slice(0, from), own });
  }
  return found;
}

/** Constants of text by name, and the ids of constant objects as `name.id`; imported ones too. */
function constantsOf({ path, code }: Source, others: readonly Source[]): Map<string, string> {
  const texts = [...code.matchAll(/\bconst (\w+)(?:: \w+)? = "([^"]*)"/g)];
  const objects = [...code.matchAll(/\bconst (\w+)(?:: \w+)? = \{\s*id: "([^"]*)"/g)];
  const imports = [...code.matchAll(/^\s*import \{([^}]*)\} from "(\.[^"]+)"/gm)].flatMap(
    ([, names = "", from = ""]) => {
      const other = others.find((one) => one.path === join(dirname(path), from));
      const theirs = other ? constantsOf(other, []) : new Map<string, string>();
      return [...names.matchAll(/\w+/g)].flatMap(([name]) => [...theirs].filter(([key]) => key.split(".")[0] === name));
    },
  );
  return new Map([
    ...imports,
    ...texts.map(([, name = "", value = ""]) => [name, value] as const),
    ...objects.map(([, name = "", id = ""]) => [`${name}.id`, id] as const),
  ]);
}

/** The texts that an expression may be: its own, unless it compares with them, and those of its constants. */
const valuesOf = (expression: string, constants: ReadonlyMap<string, string>): string[] =>
  [...expression.replace(/[!=]== "[^"]*"/g, "").matchAll(/"([^"]*)"|\b(\w+(?:\.id)?)\b/g)].flatMap(
    ([, text, name = ""]) => {
      const value = text ?? constants.get(name);
      return value === undefined || value === "" ? [] : [value];
    },
  );

const named = (key: string, { own }: Braces): string =>
  new RegExp(`(?<![\\w.?])${key}:\\s*([^,;]*)`).exec(own)?.[1] ?? "";

const isCommand = ({ own }: Braces): boolean => /(?<![\w.])id[:,]/.test(own) && /(?<![\w.])handle(\(|: )/.test(own);
const isJournalEntry = ({ own, before }: Braces): boolean =>
  /(^|,)\s*rows\s*(:|,|$)/.test(own) || /(\bwithJournal\((tx, )?|\bwhere: )$/.test(before);

/**
 * Every id of a command and every id that a button or form sends: `id: …` and `action: …` in an object, and the first
 * argument of a function that makes buttons.
 */
function placesIn(source: Source, others: readonly Source[] = []): Place[] {
  const { path, code } = source;
  const constants = constantsOf(source, others);
  const objects = bracesIn(code);
  const placed = (as: Place["as"], ids: readonly string[]): Place[] => ids.map((id) => ({ path, id, as }));
  const onButtons = objects
    .filter((one) => !isCommand(one))
    .flatMap((one) => {
      const ids = valuesOf(named("id", one), constants).filter((id) => id.includes(".") || /\btyped\b/.test(one.own));
      return [...ids, ...(isJournalEntry(one) ? [] : valuesOf(named("action", one), constants))];
    });
  const makers = [
    ...code.matchAll(/\b(?:const|function) (\w+)(?: = )?\((?:id|action): string(?:(?!\n\n)[\s\S])*?\btyped\b/g),
  ];
  const made = makers.flatMap(([, maker]) =>
    [...code.matchAll(new RegExp(`(?<!function )\\b${maker}\\(\\s*([^,)]*)`, "g"))].flatMap(([, first = ""]) =>
      valuesOf(first, constants),
    ),
  );
  const onCommands = objects.filter(isCommand).flatMap((one) => {
    // Its id comes out of a function of the same file.
    if (/(?<![\w.])id,/.test(one.own)) return onButtons;
    return valuesOf(named("id", one), constants);
  });
  return [...placed("command", onCommands), ...placed("action", onButtons), ...placed("action", made)];
}

/** Texts that are a command's id, where they do not name a capability, whose names may be the same. */
const idsIn = ({ path, code }: Source): string[] =>
  path === "definition/schema/roles.ts" || path === "definition/value-names.ts"
    ? []
    : [
        ...code
          .replace(/\b(?:capability|or)(:| ===) "[^"]*"|\bCAPABILITY = "[^"]*"/g, "")
          .replace(/\b(mayMember|mayUse|membersWhoMay|scopeOf|districtScope)\([^()]*"[^"]*"\)/g, "")
          .matchAll(/"([^"\n]*)"/g),
      ].flatMap(([, text = ""]) => (commandIds.has(text) ? [text] : []));

const { commands } = makeRegistry(features({ readUsage: () => Promise.reject(new Error("no usage in a test")) }));
const commandIds = new Set(commands.map(({ id }) => id));
const places = sources.flatMap((source) => placesIn(source, sources));
const homes = new Map(places.filter(({ as }) => as === "command").map(({ id, path }) => [id, partOf(path)]));
const isBefore = (part: string, other: string): boolean => PARTS.indexOf(part) < PARTS.indexOf(other);

/** Offenders by file. */
const byFile = (offenders: readonly { path: string; id: string }[]): Record<string, string[]> =>
  Object.fromEntries(
    [...Map.groupBy(offenders, ({ path }) => path)].map(([path, found]) => [
      path,
      [...new Set(found.map(({ id }) => id))].sort(),
    ]),
  );

describe("the rule can read", () => {
  test("ids of buttons and forms, whatever they are written with", () => {
    const views: Source = {
      path: "stage/views.ts",
      code: `
        import { CONFIRM, openAction } from "./confirm.ts";
        const SAVE = "stage.save";
        export const first: Action = { id: "stage.first", label: words(), typed: "一" };
        const second = { id: late ? "stage.late" : "stage.early", look: { kind: "plain" } };
        const third = [{ id: CONFIRM, label, typed }, { id: "", label, typed }, { id: "bare", label, typed }];
        const page = (at: number): ViewForm => ({ id: \`page-\${at}\`, action: SAVE, subject, fields: [{ name: "a" }] });
        const form = { id: "form", action: "stage.send", submitLabel: words() };
        const button = (id: string, label: string) => ({ id, label, typed: label });
        const sized = (action: string, { size }: { size: number; look: Look }) => ({ id: action, size, typed });
        const both = [button("stage.third", words()), button(mode === "group" ? CONFIRM : "stage.fourth", words())];
        const large = sized("stage.large", { size: 2, look: "default" });
        const entry = { action: "stage.opened", rows };
        await withJournal({ action: "stage.seen" }, work);
        await withJournal(tx, { action: "stage.seen" }, work);
        await tx.journalEntry.count({ where: { action: "stage.seen" } });
        const query = { kind: "stage.group", orderBy: { id: "asc" } };
      `,
    };
    const confirm: Source = { path: "stage/confirm.ts", code: `export const CONFIRM = "stage.confirm";` };

    expect(placesIn(views, [confirm, views]).map(({ id, as }) => [as, id])).toEqual(
      [
        "stage.first",
        "stage.late",
        "stage.early",
        "stage.confirm",
        "bare",
        "stage.save",
        "stage.send",
        "stage.third",
        "stage.confirm",
        "stage.fourth",
        "stage.large",
      ].map((id) => ["action", id]),
    );
  });

  test("ids of commands, apart from those on their own cards", () => {
    const feature: Source = {
      path: "stage/feature.ts",
      code: `
        import { openAction } from "./views.ts";
        const open: Command = { id: openAction.id, async handle() { return { actions: [openAction] }; } };
        const close: Command = {
          ...shared,
          id: "stage.close",
          help: { example: "关闭" },
          handle: async () => ({ reply: { actions: [{ id: "stage.open", label, typed }] } }),
        };
        const verdict = (yes: boolean) => (yes ? { id: "stage.yes", label } : { id: "stage.no", label });
      `,
    };
    const views: Source = {
      path: "stage/views.ts",
      code: `export const openAction: Action = { id: "stage.open", label, typed };`,
    };
    const decision: Source = {
      path: "stage/decision.ts",
      code: `
        const verdict = (yes: boolean) => (yes ? { id: "stage.yes", label } : { id: "stage.no", label });
        const decide = (yes: boolean): Command => { const { id } = verdict(yes); return { id, handle: async () => ({}) }; };
      `,
    };
    const commandsIn = (source: Source) =>
      placesIn(source, [feature, views, decision]).flatMap(({ id, as }) => (as === "command" ? [id] : []));

    expect(commandsIn(feature)).toEqual(["stage.open", "stage.close"]);
    expect(commandsIn(views)).toEqual([]);
    expect(commandsIn(decision)).toEqual(["stage.yes", "stage.no"]);
  });

  test("the object of every command, and which part it belongs to", () => {
    expect([...homes.keys()].sort()).toEqual([...commandIds].sort());
    expect(sources.map(({ path }) => partOf(path)).filter((part) => !PARTS.includes(part))).toEqual(["features.ts"]);
  });
});

describe("buttons and commands", () => {
  test("every button and form asks for something that is a command", () => {
    expect(byFile(places.filter(({ id }) => !commandIds.has(id)))).toEqual({});
  });

  test("a card of an earlier part offers a later part's command only where the command says so", () => {
    const offers = sources.flatMap((source) => idsIn(source).map((id) => ({ path: source.path, id })));
    const undeclared = offers.filter(({ path, id }) => {
      const part = partOf(path);
      const declared = commands.find((command) => command.id === id)?.offeredBy ?? [];
      return isBefore(part, homes.get(id) ?? "") && !declared.includes(part);
    });

    expect(byFile(undeclared)).toEqual({});
  });

  test("a command says of no part that it offers it where that part does not", () => {
    const offered = places.filter(({ as }) => as === "action").map(({ path, id }) => `${partOf(path)} ${id}`);
    const said = commands.flatMap(({ id, offeredBy = [] }) => offeredBy.map((part) => `${part} ${id}`));

    expect(said.filter((one) => !offered.includes(one))).toEqual([]);
  });

  test("a command without words has a button or form somewhere", () => {
    const offered = new Set(places.filter(({ as }) => as === "action").map(({ id }) => id));
    const silent = commands.filter(({ id, words = [] }) => words.length === 0 && !offered.has(id));

    expect(byFile(silent.flatMap(({ id }) => places.filter((place) => place.id === id)))).toEqual({});
  });
});
