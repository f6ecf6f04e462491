import { readFileSync, statSync } from "node:fs";
import { enableCompileCache, registerHooks } from "node:module";
import { fileURLToPath } from "node:url";
import { nameSourceLines } from "./source-lines.ts";

/** The programs that `npm run build` makes bundles of, each with the file that it begins with. */
export const BUNDLED = {
  start: "scripts/start-both.ts",
  bot: "src/bot.ts",
  emulator: "emulator/start.ts",
} as const;

export type BundledProgram = keyof typeof BUNDLED;

/** What a bundle says of itself, in `<program>.json` of the folder below. */
export interface BundleNote {
  /** The file to load, from that folder. */
  entry: string;
  /** What it was made of: path from the project's folder, size, time of the last change. */
  files: [path: string, size: number, changedAt: number][];
}

const PROJECT = new URL("../../", import.meta.url);
/** Of the project's folder. */
export const BUNDLES = "node_modules/.cache/bundles/";
/** What Node compiled is kept here for the next start. Where the folder cannot be written, Node goes on without. */
export const COMPILED = fileURLToPath(new URL("node_modules/.cache/compiled", PROJECT));

/**
 * Called before the rest of a program is imported: a start takes about half of the processor time.
 * @returns address of the program's bundle, where it is made of exactly the present sources; otherwise they are to be run
 */
export function quickStart(program: BundledProgram): string | undefined {
  enableCompileCache(COMPILED);
  const bundle = presentBundle(program, PROJECT);
  if (bundle === undefined) resolveOwnQuickly();
  else nameSourceLines();
  return bundle;
}

/** Sizes and times instead of contents: two thousand files are asked for in some milliseconds. */
export function presentBundle(program: BundledProgram, project: URL): string | undefined {
  const folder = new URL(BUNDLES, project);
  try {
    const { entry, files }: BundleNote = JSON.parse(readFileSync(new URL(`${program}.json`, folder), "utf8"));
    const root = fileURLToPath(project);
    const isPresent = files.every(([path, size, changedAt]) => {
      const file = statSync(root + path, { throwIfNoEntry: false });
      return file?.size === size && file.mtimeMs === changedAt;
    });
    return isPresent ? new URL(entry, folder).href : undefined;
  } catch {
    // None was made, or its note cannot be read.
    return undefined;
  }
}

/** Our imports name whole files, so nothing has to be looked up for any of a thousand modules. */
function resolveOwnQuickly(): void {
  registerHooks({
    resolve: (specifier, context, next) =>
      context.parentURL !== undefined && specifier.startsWith(".") && specifier.endsWith(".ts")
        ? { url: new URL(specifier, context.parentURL).href, format: "module-typescript", shortCircuit: true }
        : next(specifier, context),
  });
}
