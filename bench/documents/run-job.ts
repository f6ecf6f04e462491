// node bench/documents/run-job.ts <work> ours|peers: does it once and prints what it took.
import { performance } from "node:perf_hooks";
import { WORKS } from "./jobs.ts";

const [name = "", whose] = process.argv.slice(2);
const work = WORKS[name];
if (!work) throw new Error(`no work is called ${name}`);
const run = await (whose === "peers" ? work.peers() : work.ours());
const from = performance.now();
const bytes = await run();
const seconds = (performance.now() - from) / 1_000;
if (bytes === 0) throw new Error(`${name} made nothing`);
console.log(JSON.stringify({ done: name, seconds, megabytes: process.resourceUsage().maxRSS / 1_024, bytes }));
