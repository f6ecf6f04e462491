import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { describe, expect, test } from "vitest";

const PACKAGE = join(import.meta.dirname, "..");

/**
 * What each folder of `src` may import besides itself, type imports counted. A folder only names folders above it in
 * this table, so there are no circles. `.` are the files directly in `src`: they compose the emulator.
 */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  // Shapes of the control interface and of drawn cards, shared with the page.
  contract: [],
  // Card templates: parsing, evaluating, rendering, reading.
  card: ["contract"],
  // The control interface from outside, for tests, scenarios and the page.
  client: ["contract"],
  scenario: ["contract", "card", "client"],
  // Names of hosts and kinds of requests; no state.
  net: [],
  // The tables of everything that is stored, and indexes over them.
  world: ["contract"],
  // Bytes of files and their records.
  files: ["world"],
  // Journal and files in the data folder.
  storage: ["world", "files"],
  // How a route of the control interface is declared and served.
  "control-api": ["net", "contract", "world"],
  // The emulated clock and the bots that follow it.
  clock: ["contract", "world", "control-api"],
  // Faults, traffic, usage, warnings, log.
  instruments: ["contract", "world", "clock"],
  limits: ["world"],
  // Stream connections to apps and the frames sent over them.
  gateway: ["net", "instruments"],
  // Pushes to apps, over a stream or over HTTP, with redelivery.
  delivery: ["contract", "world", "clock", "instruments", "gateway"],
  // How a call of DingTalk's API is declared and served: tokens, limits, faults, traffic.
  platform: ["net", "world", "clock", "instruments", "limits", "gateway", "delivery"],
  // What a robot's message shows, and where a real client would show it differently.
  "message-content": ["contract", "instruments"],
  // DingTalk's API, one folder per family of calls.
  contacts: ["contract", "world", "platform"],
  // The organisation's own apps.
  apps: ["world", "gateway", "platform"],
  // Logging in to an app, and its tickets for pages.
  login: ["contract", "world", "platform"],
  calendar: ["world", "clock", "instruments", "platform"],
  todo: ["contract", "world", "clock", "instruments", "delivery", "platform"],
  robot: ["world", "files", "clock", "instruments", "limits", "delivery", "platform", "message-content"],
  "custom-robot": ["world", "files", "clock", "instruments", "limits", "platform", "message-content", "robot"],
  groups: ["world", "clock", "instruments", "delivery", "platform", "custom-robot"],
  notice: ["world", "files", "clock", "instruments", "platform", "message-content", "contacts"],
  "card-delivery": ["contract", "card", "world", "clock", "instruments", "delivery", "platform", "robot"],
  // What people do: routes of the control interface.
  people: [
    ...["contract", "card", "world", "files", "control-api", "clock", "instruments", "delivery", "login"],
    "card-delivery",
  ],
  // Set-up, clock, faults, snapshots, instruments: routes of the control interface.
  control: [
    "net",
    "contract",
    "card",
    "world",
    "files",
    "control-api",
    "clock",
    "instruments",
    "limits",
    "gateway",
    "delivery",
    "contacts",
    "custom-robot",
    "groups",
  ],
  // An HTTPS proxy for programs with DingTalk's hosts built in.
  proxy: ["net", "instruments"],
  ".": [
    "contract",
    "net",
    "world",
    "files",
    "storage",
    "control-api",
    "clock",
    "instruments",
    "limits",
    "gateway",
    "delivery",
    "platform",
    "contacts",
    "apps",
    "login",
    "calendar",
    "todo",
    "robot",
    "custom-robot",
    "groups",
    "notice",
    "card-delivery",
    "people",
    "control",
    "proxy",
  ],
  // Helpers for tests of bots.
  testing: ["contract", "client", "."],
};

/** Folders of `src` that also run in a browser. */
const FOR_PAGE = ["contract", "card", "client", "scenario"];

interface Import {
  from: string;
  to: string;
  isType: boolean;
}

const IMPORT = /^(?:import|export)( type)?[^;]*?from "([^"]+)"|^import "([^"]+)"|\bimport\("([^"]+)"\)/gm;

const filesIn = (folder: string): string[] =>
  readdirSync(join(PACKAGE, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => relative(PACKAGE, join(entry.parentPath, entry.name)));

/** Imports of files as paths from the package's folder; those of packages by their names. */
function importsOf(from: string): Import[] {
  const code = readFileSync(join(PACKAGE, from), "utf8");
  return [...code.matchAll(IMPORT)].map(([, type, ...specifiers]) => {
    const specifier = specifiers.find((one) => one !== undefined) ?? "";
    const to = specifier.startsWith(".") ? join(dirname(from), specifier) : specifier;
    return { from, to, isType: type !== undefined };
  });
}

const folderOf = (path: string): string => /^src\/([^/]+)\//.exec(path)?.[1] ?? ".";
const isFile = ({ to }: Import): boolean => /\.\w+$/.test(to) && !to.startsWith("node:");
const shown = ({ from, to }: Import): string => `${from} imports ${to}`;

const server = filesIn("src").flatMap(importsOf);
const page = filesIn("page").flatMap(importsOf);
const tests = filesIn("tests").flatMap(importsOf);

describe("folders of the emulator", () => {
  test("every folder has its row in the table", () => {
    const folders = new Set(filesIn("src").map(folderOf));

    expect(folders).toEqual(new Set(Object.keys(MAY_IMPORT)));
  });

  test("the table names only folders above the row, so there are no circles", () => {
    const order = Object.keys(MAY_IMPORT);
    const forward = Object.entries(MAY_IMPORT).flatMap(([folder, allowed]) =>
      allowed.filter((one) => order.indexOf(one) >= order.indexOf(folder)).map((one) => `${folder}: ${one}`),
    );

    expect(forward).toEqual([]);
  });

  test("each folder imports only what its row allows", () => {
    const broken = server.filter(isFile).filter(({ from, to }) => {
      const [own, other] = [folderOf(from), folderOf(to)];
      return own !== other && MAY_IMPORT[own]?.includes(other) !== true;
    });

    expect(broken.map(shown)).toEqual([]);
  });

  test("the table allows nothing that is not used", () => {
    const used = new Set(server.filter(isFile).map(({ from, to }) => `${folderOf(from)}: ${folderOf(to)}`));
    const unused = Object.entries(MAY_IMPORT).flatMap(([folder, allowed]) =>
      allowed.map((one) => `${folder}: ${one}`).filter((edge) => !used.has(edge)),
    );

    expect(unused).toEqual([]);
  });
});

describe("the page", () => {
  test("imports only folders that run in a browser", () => {
    const broken = page.filter(isFile).filter(({ to }) => to.startsWith("src/") && !FOR_PAGE.includes(folderOf(to)));

    expect(broken.map(shown)).toEqual([]);
  });

  test("loads no module of Node, directly or through what it imports", () => {
    const loaded = new Set<string>();
    const visit = (path: string): void => {
      if (loaded.has(path)) return;
      loaded.add(path);
      for (const one of importsOf(path)) {
        if (one.isType) continue;
        if (/\.tsx?$/.test(one.to)) visit(one.to);
        else if (one.to.startsWith("node:")) broken.push(shown(one));
      }
    };
    const broken: string[] = [];

    for (const path of filesIn("page").filter((one) => !one.endsWith("vite.config.ts"))) visit(path);

    expect(loaded.size).toBeGreaterThan(200);
    expect(broken).toEqual([]);
  });
});

test("nothing outside the package is imported, by tests neither", () => {
  const outside = [...server, ...page, ...tests].filter(({ to }) => to.startsWith("../"));

  expect(outside.map(shown)).toEqual([]);
});
