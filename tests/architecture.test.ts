import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join, relative } from "node:path";
import { describe, expect, test } from "vitest";

const PROJECT = join(import.meta.dirname, "..");

/**
 * The campaign's folders in the order of its year: each may look back, none ahead. The journal stands before all: every
 * one of them writes to it, and it knows none.
 */
const STAGES = [
  "journal",
  "directory",
  "campaign",
  "ruling",
  "rubric",
  "application",
  "preliminary-review",
  "recommendation",
  "verification",
  "ranking",
  "selection",
  "work-report",
  "reminder",
  "broadcast",
  "export",
  "archive",
];

/** What each folder of the platform may import besides itself. None knows a stage. */
const PLATFORM: Record<string, readonly string[]> = {
  shared: [],
  storage: ["shared"],
  documents: ["shared"],
  chat: ["shared", "storage"],
  conversation: ["shared", "storage", "chat"],
  dingtalk: ["shared", "chat"],
  web: ["shared", "storage"],
  // The emulator is the other side: of ours it may know the payloads' schemas, see `isWire`.
  emulator: ["shared"],
  // Starts programs as processes; it stops the embedded database, so it knows the storage.
  start: ["shared", "storage"],
};

/** What a stage may use of the platform: never DingTalk, the web or the emulator themselves. */
const FOR_STAGES = ["shared", "storage", "chat", "conversation", "documents"];

/**
 * The definition is the campaign's data, and `feature.ts` the shape of a part of it: every folder speaks of both, also
 * those that come before `campaign` in time (a member is read from the definition's roster).
 */
const COMMON_LANGUAGE = [
  "src/campaign/capabilities.ts",
  "src/campaign/definition.ts",
  "src/campaign/feature.ts",
  "src/campaign/running-campaign.ts",
  "src/campaign/definition/",
];

/** DingTalk's own names. */
const DINGTALK_WORDS =
  /\b(outTrackId|openConversationId|senderStaffId|robotCode|cardParamMap|cardTemplateId|openSpaceId|msgKey|msgParam|sessionWebhook|processQueryKey|downloadCode|conversationType|unionId|dtmd)\b/;

const MAY_NAME_DINGTALK: Record<string, string> = {
  "src/run-bot.ts": "hands the configuration over to the adapter, in the adapter's own words",
  "src/chat/ports.ts": "the handle of a received file, which the chat only carries back to the adapter that gave it",
  "src/log.ts": "names what must never stand in a log",
};

const MAY_READ_ENVIRONMENT: Record<string, string> = {
  "src/main.ts": "the bot's program: hands the environment to src/config.ts",
  "src/emulator/config.ts": "the emulator's own configuration; the emulator knows nothing of the bot's",
};

/** Names under which things are put that nobody wanted to name. */
const DRAWERS = /^(utils?|helpers?|managers?|services?|common|misc)(\.|$)|-(utils?|helpers?|manager|service)\./;

const CAP = 300;
const TEST_CAP = 500;

interface SourceFile {
  /** From the project's root, with slashes. */
  path: string;
  text: string;
  /** Without comments, so that prose trips no rule. */
  code: string;
  imports: { to: string; typeOnly: boolean }[];
}

const filesUnder = (folder: string): SourceFile[] =>
  existsSync(join(PROJECT, folder))
    ? readdirSync(join(PROJECT, folder), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && /\.(ts|tsx|mjs)$/.test(entry.name))
        .map((entry) => relative(PROJECT, join(entry.parentPath, entry.name)))
        .filter((path) => !path.startsWith("src/storage/generated/"))
        .map(readSource)
    : [];

function readSource(path: string): SourceFile {
  const text = readFileSync(join(PROJECT, path), "utf8");
  const code = text.replace(/\/\*[\s\S]*?\*\//g, "").replace(/(^|\s)\/\/.*$/gm, "$1");
  return { path, text, code, imports: importsOf(path, code) };
}

function importsOf(path: string, code: string): SourceFile["imports"] {
  const found = code.matchAll(
    /^(?:import|export)( type)?[^;]*?from "(\.[^"]+)"|^import "(\.[^"]+)"|import\("(\.[^"]+)"\)/gm,
  );
  return [...found].map(([, typeOnly, ...specifiers]) => ({
    to: relative(PROJECT, join(PROJECT, dirname(path), specifiers.find((one) => one !== undefined) ?? "")),
    typeOnly: typeOnly !== undefined,
  }));
}

/** `src/chat/cards.ts` → `chat`; a file right under src stands above all folders and has none. */
const folderOf = (path: string): string | undefined => /^src\/([^/]+)\//.exec(path)?.[1];

const source = filesUnder("src");
const programs = [...filesUnder("scripts"), ...filesUnder("bench"), ...filesUnder("cards")];
const tests = filesUnder("tests");
const self = relative(PROJECT, import.meta.filename);
const everything = [...source, ...programs, ...tests].filter(({ path }) => path !== self);

const edges = source.flatMap(({ path, imports }) => imports.map(({ to, typeOnly }) => ({ from: path, to, typeOnly })));
const shown = ({ from, to }: { from: string; to: string }) => `${from} imports ${to}`;
const isWire = (path: string) => /^src\/dingtalk\/wire(\.ts|\/)/.test(path);
const isCommonLanguage = (path: string) => COMMON_LANGUAGE.some((start) => path.startsWith(start));
const pathsWith = (files: readonly SourceFile[], pattern: RegExp) =>
  files.filter(({ code }) => pattern.test(code)).map(({ path }) => path);

describe("who may know whom", () => {
  test("the rule can read imports at all", () => {
    expect(edges.length).toBeGreaterThan(200);
    expect(readSource("src/app.ts").imports).toContainEqual({ to: "src/chat/ports.ts", typeOnly: true });
  });

  test("every folder has its place in the rule", () => {
    const known = [...STAGES, ...Object.keys(PLATFORM), "reception"];

    const folders = new Set(source.flatMap(({ path }) => folderOf(path) ?? []));

    expect([...folders].filter((folder) => !known.includes(folder))).toEqual([]);
  });

  test("the platform knows no stage, and each folder only those below it", () => {
    const broken = edges.filter(({ from, to }) => {
      const allowed = PLATFORM[folderOf(from) ?? ""];
      if (!allowed || folderOf(from) === folderOf(to)) return false;
      if (folderOf(from) === "emulator" && isWire(to)) return false;
      return !allowed.includes(folderOf(to) ?? "");
    });

    expect(broken.map(shown)).toEqual([]);
  });

  test("a stage looks back, never ahead, and uses the platform without DingTalk", () => {
    const broken = edges.filter(({ from, to }) => {
      const [own, other] = [STAGES.indexOf(folderOf(from) ?? ""), STAGES.indexOf(folderOf(to) ?? "")];
      if (own < 0) return false;
      if (other >= 0) return other > own && !isCommonLanguage(to);
      return !FOR_STAGES.includes(folderOf(to) ?? "");
    });

    expect(broken.map(shown)).toEqual([]);
  });

  test("reception stands above the campaign and below the composition", () => {
    const allowed = [...STAGES, ...FOR_STAGES, "reception"];

    const broken = edges.filter(
      ({ from, to }) => folderOf(from) === "reception" && !allowed.includes(folderOf(to) ?? ""),
    );

    expect(broken.map(shown)).toEqual([]);
  });

  test("nothing outside src is imported into it", () => {
    expect(edges.filter(({ to }) => !to.startsWith("src/")).map(shown)).toEqual([]);
  });

  test("rules know no chat and no storage", () => {
    const broken = edges.filter(
      ({ from, to, typeOnly }) =>
        basename(from) === "rules.ts" && !typeOnly && ["chat", "storage"].includes(folderOf(to) ?? ""),
    );

    expect(broken.map(shown)).toEqual([]);
  });

  test("no files need each other to load", () => {
    expect(cyclesIn(edges.filter(({ typeOnly }) => !typeOnly))).toEqual([]);
  });
});

describe("words and doors", () => {
  test("DingTalk's words stay inside the adapter and the emulator", () => {
    const outside = source.filter(({ path }) => !["dingtalk", "emulator"].includes(folderOf(path) ?? ""));

    expect(new Set(pathsWith(outside, DINGTALK_WORDS))).toEqual(new Set(Object.keys(MAY_NAME_DINGTALK)));
  });

  test("only the readers of the configuration see the environment", () => {
    // scripts/ and bench/ hold programs, each free to hand its environment on.
    expect(new Set(pathsWith(source, /\bprocess\.env\b/))).toEqual(new Set(Object.keys(MAY_READ_ENVIRONMENT)));
  });
});

describe("files", () => {
  test(`no file is longer than ${CAP} lines, no test longer than ${TEST_CAP}`, () => {
    const tooLong = everything
      .map(({ path, text }) => ({ path, lines: text.trimEnd().split("\n").length }))
      .filter(({ path, lines }) => lines > (path.startsWith("tests/") ? TEST_CAP : CAP));

    expect(tooLong).toEqual([]);
  });

  test("half of the source files have at most 100 lines", () => {
    const lines = source.map(({ text }) => text.trimEnd().split("\n").length).sort((a, b) => a - b);

    expect(lines[Math.floor(lines.length / 2)]).toBeLessThanOrEqual(100);
  });

  test("everything is named after what it is for", () => {
    const names = everything.filter(({ path }) => path.split("/").some((part) => DRAWERS.test(part)));

    expect(names.map(({ path }) => path)).toEqual([]);
  });

  test("file names are written in kebab case", () => {
    const odd = everything.filter(({ path }) => !/^[a-z0-9]+([.-][a-z0-9]+)*$/.test(basename(path)));

    expect(odd.map(({ path }) => path)).toEqual([]);
  });

  test("the checks are never switched off for a line", () => {
    const marks = new RegExp(
      ["biome", "eslint", "@ts"].map((tool) => `${tool}-(ignore|disable|expect-error|nocheck)`).join("|"),
    );

    expect(everything.filter(({ text }) => marks.test(text)).map(({ path }) => path)).toEqual([]);
  });

  test("nothing is left untyped", () => {
    const untyped = /(:|\bas|<|\||,|=>)\s*any\b\s*([;,)>|=[\]{}]|$)/m;

    expect(pathsWith(everything, untyped)).toEqual([]);
  });

  test("everything is exported under its name, except where a tool asks for a default", () => {
    expect(pathsWith(everything, /^export default\b/m)).toEqual(["src/emulator/page/vite.config.ts"]);
  });

  test("nothing is put off", () => {
    // DingTalk has a value with the first of these names, so code may hold it as a whole string.
    const putOff = ({ text }: SourceFile) => /\b(TODO|FIXME|XXX)\b/.test(text.replaceAll('"TODO"', ""));

    expect(everything.filter(putOff).map(({ path }) => path)).toEqual([]);
  });
});

/** Every circle of imports, each written once as the way round. */
function cyclesIn(imports: readonly { from: string; to: string }[]): string[] {
  const next = Map.groupBy(imports, ({ from }) => from);
  const left = new Set<string>();
  const found: string[] = [];
  const walk = (path: string, way: readonly string[]) => {
    if (way.includes(path)) found.push([...way.slice(way.indexOf(path)), path].join(" → "));
    if (left.has(path) || way.includes(path)) return;
    for (const { to } of next.get(path) ?? []) walk(to, [...way, path]);
    left.add(path);
  };
  for (const { from } of imports) walk(from, []);
  return found;
}
