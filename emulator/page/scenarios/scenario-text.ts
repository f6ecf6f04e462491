import { z } from "zod";

// The page's CSP forbids code generation from strings, which zod would use for speed.
z.config({ jitless: true });

/** Loaded only when a scenario is read or written: YAML and validation would be most of the page's size otherwise. */
export { formatScenario } from "../../src/scenario/format.ts";
export { parseScenario } from "../../src/scenario/parse.ts";
