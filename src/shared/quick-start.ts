import { enableCompileCache, registerHooks } from "node:module";
import { fileURLToPath } from "node:url";

/** Called before the rest of a program is imported: saves a quarter and more of the processor time of its start. */
export function quickStart(): void {
  // What Node compiled is kept for the next start. Where the folder cannot be written, Node goes on without.
  enableCompileCache(fileURLToPath(new URL("../../node_modules/.cache/compiled", import.meta.url)));
  registerHooks({
    // Our imports name whole files, so nothing has to be looked up for any of a thousand modules.
    resolve: (specifier, context, next) =>
      context.parentURL !== undefined && specifier.startsWith(".") && specifier.endsWith(".ts")
        ? { url: new URL(specifier, context.parentURL).href, format: "module-typescript", shortCircuit: true }
        : next(specifier, context),
  });
}
