// Takes the start lock that is named, says so, and lets it go.
import { takeStartLock } from "../../../../../src/platform/storage/embedded/start-lock.ts";

const release = await takeStartLock(process.argv[2] ?? "");
console.log("held");
await release();
