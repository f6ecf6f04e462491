import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { readEmulatorConfig } from "dingtalk-emulator/config.ts";
import { describe, expect, test } from "vitest";
import { environment } from "../src/config.ts";

const PROJECT = join(import.meta.dirname, "..");
const read = (path: string) => readFileSync(join(PROJECT, path), "utf8");

const documents = [
  "README.md",
  "README.zh.md",
  "CONTRIBUTING.md",
  "CHANGELOG.md",
  ...readdirSync(join(PROJECT, "docs"), { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".md"))
    .map((path) => join("docs", path)),
];

/** `npm run x` and the scripts npm runs by their own name. */
const scriptsIn = (text: string): string[] =>
  [...text.matchAll(/\bnpm (?:run (?:-s )?([\w:-]+)|(start|test))/g)].map(([, named, own]) => named ?? own ?? "");

const linksIn = (text: string): string[] =>
  [...text.matchAll(/\]\(([^)#\s]+)[^)]*\)/g)].map(([, target]) => target ?? "").filter((to) => !/^\w+:/.test(to));

/**
 * Files and folders of the project in backquotes; in prose about the source, `src/` may be left out. Without those of the
 * data folder and of an archive, which the program makes.
 */
const pathsIn = (text: string): string[] => {
  const named = [...text.matchAll(/`([\w.-]+(?:\/[\w.-]+)*\/(?:[\w.-]+\.(?:tsx?|mjs|md|yaml|json|prisma))?)`/g)];
  return named
    .map(([, path]) => path ?? "")
    .filter((path) => !/^(DATA_DIR|postgres|files|archives|personal|emulator|data)\/$/.test(path));
};

const { scripts }: { scripts: Record<string, string> } = JSON.parse(read("package.json"));

const missing = (paths: readonly string[]) =>
  paths.filter((path) => !existsSync(join(PROJECT, path)) && !existsSync(join(PROJECT, "src", path)));

/** The names a reader asks an environment for. */
function namesReadBy(reader: (variables: NodeJS.ProcessEnv) => unknown): string[] {
  const names = new Set<string>();
  const get = (_: object, name: string | symbol) => {
    if (typeof name === "string" && /^[A-Z_]+$/.test(name)) names.add(name);
    return undefined;
  };
  reader(new Proxy<NodeJS.ProcessEnv>({}, { get }));
  return [...names];
}

describe.each(documents)("%s", (path) => {
  test("names only npm scripts that exist", () => {
    expect(scriptsIn(read(path)).filter((name) => !(name in scripts))).toEqual([]);
  });

  test("links only to files that exist", () => {
    expect(missing(linksIn(read(path)).map((target) => join(dirname(path), target)))).toEqual([]);
  });

  test("names only files that exist", () => {
    expect(missing(pathsIn(read(path)))).toEqual([]);
  });
});

describe("the README and its Chinese twin", () => {
  test("name the same commands in the same order", () => {
    expect(scriptsIn(read("README.zh.md")).length).toBeGreaterThan(10);
    expect(scriptsIn(read("README.zh.md"))).toEqual(scriptsIn(read("README.md")));
  });

  test("link to each other and otherwise to the same files", () => {
    const swapped = linksIn(read("README.zh.md")).map((to) => (to === "README.md" ? "README.zh.md" : to));

    expect(swapped).toEqual(linksIn(read("README.md")));
  });

  test("have as many heads in bold, chapter by chapter", () => {
    const heads = (path: string) =>
      read(path)
        .split(/^## /m)
        .map((chapter) => chapter.match(/\*\*[^*\n]+\*\*/g)?.length ?? 0);

    expect(heads("README.md").some((count) => count > 5)).toBe(true);
    expect(heads("README.zh.md")).toEqual(heads("README.md"));
  });

  test("name the same permissions and hosts", () => {
    const names = (path: string) => read(path).match(/qyapi_\w+|\w+\.\w+\.Write|[\w-]+\.dingtalk\.com/g);

    expect(names("README.zh.md")).toEqual(names("README.md"));
  });
});

describe(".env.example", () => {
  const text = read(".env.example");
  const named = [...text.matchAll(/^([A-Z_]+)=(.*)$/gm)].map(([, name = "", value = ""]) => ({ name, value }));

  test("names exactly the variables that the bot and the emulator read, each once", () => {
    const readByPrograms = new Set([...Object.keys(environment.shape), ...namesReadBy(readEmulatorConfig)]);

    const names = named.map(({ name }) => name);

    expect(names.toSorted(byName)).toEqual([...readByPrograms].toSorted(byName));
  });

  test("sets nothing", () => {
    expect(named.filter(({ value }) => value !== "")).toEqual([]);
  });

  test("puts what is required first", () => {
    const required = Object.entries(environment.shape)
      .filter(([, schema]) => !schema.safeParse(undefined).success)
      .map(([name]) => name);

    expect(named.slice(0, required.length).map(({ name }) => name)).toEqual(required);
  });
});

const byName = (one: string, other: string) => one.localeCompare(other);

test("every test that docs/reliability.md names is there", () => {
  const page = readFileSync(join(PROJECT, "docs/reliability.md"), "utf8");
  const named = [...page.matchAll(/`((?:journeys|simulation|platform|campaign|fuzz)\/[\w/-]+)`/g)].map(
    ([, path]) => path,
  );

  expect(named.length).toBeGreaterThan(50);
  expect(named.filter((path) => !existsSync(join(PROJECT, `tests/${path}.test.ts`)))).toEqual([]);
});
