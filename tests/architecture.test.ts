import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join, relative } from "node:path";
import { describe, expect, test } from "vitest";

const PROJECT = join(import.meta.dirname, "..");

/**
 * The parts of the campaign in the order of its year: each may look back, none ahead. What a later part must do when an
 * earlier one changes, it hears as an event.
 */
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
  "publication",
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

/** What each folder of the platform may import besides itself and `shared/`. None knows a part of the campaign. */
const PLATFORM: Record<string, readonly string[]> = {
  storage: [],
  documents: [],
  backup: ["storage"],
  journal: ["storage"],
  chat: ["storage", "documents"],
  conversation: ["storage", "chat"],
  dingtalk: ["chat"],
  web: ["storage"],
  // Starts programs as processes; it stops the embedded database, so it knows the storage.
  processes: ["storage"],
};

/** What the campaign may use of the platform: never DingTalk, the web or processes themselves. */
const FOR_CAMPAIGN = ["storage", "documents", "journal", "chat", "conversation"];

/** DingTalk's own names. */
const DINGTALK_WORDS =
  /\b(outTrackId|openConversationId|senderStaffId|robotCode|cardParamMap|cardTemplateId|openSpaceId|msgKey|msgParam|sessionWebhook|processQueryKey|downloadCode|conversationType|unionId|dtmd)\b/;

const MAY_NAME_DINGTALK: Record<string, string> = {
  "src/dingtalk-settings.ts": "hands the configuration over to the adapter, in the adapter's own words",
  "src/platform/chat/ports.ts":
    "the handle of a received file, which the chat only carries back to the adapter that gave it",
  "src/platform/log.ts": "names what must never stand in a log",
};

const MAY_READ_ENVIRONMENT: Record<string, string> = {
  "src/bot.ts": "the bot's program: hands the environment to src/config.ts",
  "emulator/src/config.ts": "the emulator's own configuration; the emulator knows nothing of the bot's",
};

/** What reads a day or a time in the zone of the machine: people's days are days in Shanghai, whatever the machine's. */
const MACHINE_ZONE =
  /\.(get|set)(Day|Date|Month|FullYear|Hours|Minutes)\(|\.getTimezoneOffset\(|\.toLocale(Date|Time)?String\(|\bIntl\.DateTimeFormat\b|\bnew Date\(\d+\s*,|from "chinese-days"/;

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
        .filter((path) => !path.startsWith("src/platform/storage/generated/") && !path.includes("node_modules/"))
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

/** `src/platform/chat/cards.ts` → `platform/chat`; `src/shared/ids.ts` → `shared`; files right under src have none. */
const roomOf = (path: string): string | undefined =>
  /^src\/((?:campaign|platform)\/[^/]+)\//.exec(path)?.[1] ?? /^src\/(shared)\//.exec(path)?.[1];
const partOf = (path: string): string => /^campaign\/(.*)/.exec(roomOf(path) ?? "")?.[1] ?? "";
const platformOf = (path: string): string => /^platform\/(.*)/.exec(roomOf(path) ?? "")?.[1] ?? "";

const bot = filesUnder("src");
const emulator = [...filesUnder("emulator/src"), ...filesUnder("emulator/page")];
const source = [...bot, ...emulator, ...filesUnder("payloads/src")];
const programs = [...filesUnder("scripts"), ...filesUnder("bench"), ...filesUnder("cards"), ...filesUnder("demo")];
const tests = [...filesUnder("tests"), ...filesUnder("emulator/tests")];
const self = relative(PROJECT, import.meta.filename);
const everything = [...source, ...programs, ...tests].filter(({ path }) => path !== self);

const edgesOf = (files: readonly SourceFile[]) =>
  files.flatMap(({ path, imports }) => imports.map(({ to, typeOnly }) => ({ from: path, to, typeOnly })));
const edges = edgesOf(bot);
const shown = ({ from, to }: { from: string; to: string }) => `${from} imports ${to}`;
const pathsWith = (files: readonly SourceFile[], pattern: RegExp) =>
  files.filter(({ code }) => pattern.test(code)).map(({ path }) => path);

describe("who may know whom", () => {
  test("the rule can read imports at all", () => {
    expect(edges.length).toBeGreaterThan(200);
    expect(readSource("src/compose.ts").imports).toContainEqual({ to: "src/platform/chat/ports.ts", typeOnly: true });
  });

  test("every folder has its place in the rule", () => {
    const known = [
      "shared",
      ...PARTS.map((part) => `campaign/${part}`),
      ...Object.keys(PLATFORM).map((one) => `platform/${one}`),
    ];

    const rooms = new Set(bot.flatMap(({ path }) => roomOf(path) ?? []));

    expect([...rooms].filter((room) => !known.includes(room))).toEqual([]);
    expect(readdirSync(join(PROJECT, "src"))).toEqual(
      expect.arrayContaining(["campaign", "compose.ts", "config.ts", "main.ts", "platform", "shared"]),
    );
  });

  test("what is shared knows nothing of ours", () => {
    const broken = edges.filter(({ from, to }) => roomOf(from) === "shared" && roomOf(to) !== "shared");

    expect(broken.map(shown)).toEqual([]);
  });

  test("the platform knows no part of the campaign, and each folder only those below it", () => {
    const broken = edges.filter(({ from, to }) => {
      const allowed = PLATFORM[platformOf(from)];
      if (!allowed || roomOf(from) === roomOf(to) || roomOf(to) === "shared") return false;
      return !allowed.includes(platformOf(to));
    });

    expect(broken.map(shown)).toEqual([]);
  });

  test("a part of the campaign looks back, never ahead, and uses the platform without DingTalk", () => {
    const broken = edges.filter(({ from, to }) => {
      const [own, other] = [PARTS.indexOf(partOf(from)), PARTS.indexOf(partOf(to))];
      if (own < 0 || roomOf(to) === "shared") return false;
      if (other >= 0) return other > own;
      return !FOR_CAMPAIGN.includes(platformOf(to));
    });

    expect(broken.map(shown)).toEqual([]);
  });

  test("the bot imports nothing from outside its folder but the payloads", () => {
    expect(edges.filter(({ to }) => !to.startsWith("src/")).map(shown)).toEqual([]);
    expect(pathsWith(bot, /from "dingtalk-emulator/)).toEqual([]);
  });

  test("the local DingTalk knows nothing of the bot", () => {
    const outside = edgesOf([...emulator, ...filesUnder("payloads/src")]).filter(
      ({ from, to }) => to.split("/")[0] !== from.split("/")[0],
    );

    expect(outside.map(shown)).toEqual([]);
    expect(pathsWith(emulator, /from "(jiayuan|dingtalk-stream)/)).toEqual([]);
  });

  test("rules know no chat and no storage", () => {
    const broken = edges.filter(
      ({ from, to, typeOnly }) =>
        basename(from) === "rules.ts" && !typeOnly && ["chat", "storage"].includes(platformOf(to)),
    );

    expect(broken.map(shown)).toEqual([]);
  });

  test("no files import each other in a circle, types counted", () => {
    expect(cyclesIn(edgesOf(source))).toEqual([]);
  });
});

describe("words and doors", () => {
  test("DingTalk's words stay inside the adapter and the emulator", () => {
    const outside = bot.filter(({ path }) => platformOf(path) !== "dingtalk");

    expect(new Set(pathsWith(outside, DINGTALK_WORDS))).toEqual(new Set(Object.keys(MAY_NAME_DINGTALK)));
  });

  test("only the readers of the configuration see the environment", () => {
    // scripts/ and bench/ hold programs, each free to hand its environment on.
    expect(new Set(pathsWith(source, /\bprocess\.env\b/))).toEqual(new Set(Object.keys(MAY_READ_ENVIRONMENT)));
  });
});

test("nobody reads a day in the machine's time zone", () => {
  expect(pathsWith([...source, ...programs], MACHINE_ZONE)).toEqual([]);
});

describe("files", () => {
  test(`no file is longer than ${CAP} lines, no test longer than ${TEST_CAP}`, () => {
    const tooLong = everything
      .map(({ path, text }) => ({ path, lines: text.trimEnd().split("\n").length }))
      .filter(({ path, lines }) => lines > (tests.some((one) => one.path === path) ? TEST_CAP : CAP));

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
    expect(pathsWith(everything, /^export default\b/m)).toEqual(["emulator/page/vite.config.ts"]);
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
