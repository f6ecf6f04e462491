import { readFileSync } from "node:fs";
import { SourceMap } from "node:module";
import { fileURLToPath } from "node:url";

const PLACE_IN_BUNDLE = /(file:\S+\/bundles\/\S+?\.mjs):(\d+):(\d+)/g;

/**
 * From now on errors of a bundle name the lines of its sources. Node's own way reads the maps at every start and keeps
 * them: 0.7 s of processor time and 100 MB; here they are read for the first stack that somebody looks at, and let go.
 */
export function nameSourceLines(): void {
  const maps = new Map<string, WeakRef<SourceMap>>();
  const mapOf = (file: string): SourceMap => {
    const kept = maps.get(file)?.deref();
    if (kept) return kept;
    const map = new SourceMap(JSON.parse(readFileSync(fileURLToPath(`${file}.map`), "utf8")));
    maps.set(file, new WeakRef(map));
    return map;
  };
  const places = new Map<string, string>();
  const placeOf = (written: string, file: string, line: string, column: string): string => {
    const known = places.get(written);
    if (known !== undefined) return known;
    const origin = mapOf(file).findOrigin(Number(line), Number(column));
    const place =
      "fileName" in origin
        ? `${new URL(origin.fileName, file).href}:${origin.lineNumber}:${origin.columnNumber}`
        : written;
    places.set(written, place);
    return place;
  };
  Error.prepareStackTrace = (error, calls) => {
    const stack = [Error.prototype.toString.call(error), ...calls.map((call) => `    at ${call}`)].join("\n");
    try {
      return stack.replaceAll(PLACE_IN_BUNDLE, placeOf);
    } catch {
      // Without its map a bundle's own lines are better than no error.
      return stack;
    }
  };
}
