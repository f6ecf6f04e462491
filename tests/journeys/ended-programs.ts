import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer, type Server } from "node:net";
import { join } from "node:path";

const PROJECT = join(import.meta.dirname, "../..");
const NODE = join(PROJECT, "node_modules/.bin/node");

export interface Ended {
  status: number | null;
  stderr: string;
}

/** Runs a program to its end, as somebody does who forgot something. */
export async function run(script: string, environment: Record<string, string>): Promise<Ended> {
  const child = spawn(NODE, [join(PROJECT, script)], {
    env: { PATH: process.env.PATH ?? "", PORT: "0", EMULATOR_PORT: "0", ...environment },
    stdio: ["ignore", "ignore", "pipe"],
  });
  let stderr = "";
  child.stderr.on("data", (chunk) => {
    stderr += chunk;
  });
  const [status] = await once(child, "close");
  return { status, stderr: stderr.trim() };
}

/** A server on a port of its own, for whoever wants that port too. */
export async function occupiedPort(): Promise<{ port: string; server: Server }> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  return { port: String(typeof address === "object" ? address?.port : ""), server };
}

/** The processes that work on a data folder. */
export async function processesOn(folder: string): Promise<string[]> {
  const child = spawn("ps", ["-eo", "args"], { stdio: ["ignore", "pipe", "ignore"] });
  let listed = "";
  child.stdout.on("data", (chunk) => {
    listed += chunk;
  });
  await once(child, "close");
  return listed.split("\n").filter((line) => line.includes(folder));
}
