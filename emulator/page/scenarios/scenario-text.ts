import { z } from "zod";

// The page's policy forbids making code of text, which zod would try for speed.
z.config({ jitless: true });

/** Loaded only when a scenario is read or written: YAML and its checks are most of the page's weight otherwise. */
export { formatScenario } from "../../src/scenario/format.ts";
export { parseScenario } from "../../src/scenario/parse.ts";
