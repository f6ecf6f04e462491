import { z } from "zod";
import { WORKS } from "../documents/jobs.ts";
import { describeMachine, type Machine } from "../machine.ts";
import { startProgram } from "../program.ts";

const ROUNDS = 5;

/** Of one work, each in a process of its own. */
const tookSchema = z.object({ seconds: z.number(), megabytes: z.number(), bytes: z.number() });
export type Took = z.output<typeof tookSchema>;

export interface DocumentFigures {
  machine: Machine;
  rounds: number;
  /** Medians over rounds in turn; megabytes: the most that the process held. */
  lines: readonly { what: string; peer: string; ours: Took; peers: Took }[];
}

/** Documents in quantity beside peers: time and memory. */
export async function makesDocuments(say: (line: string) => void): Promise<DocumentFigures> {
  const machine = describeMachine();
  const lines = [];
  for (const [name, { what, peer }] of Object.entries(WORKS)) {
    const took: Record<"ours" | "peers", Took[]> = { ours: [], peers: [] };
    for (let round = 1; round <= ROUNDS; round += 1) {
      say(`${what}, round ${round} of ${ROUNDS}`);
      took.ours.push(await runJob(name, "ours"));
      took.peers.push(await runJob(name, "peers"));
    }
    lines.push({ what, peer, ours: medians(took.ours), peers: medians(took.peers) });
  }
  return { machine, rounds: ROUNDS, lines };
}

async function runJob(name: string, whose: "ours" | "peers"): Promise<Took> {
  const program = startProgram(["bench/documents/run-job.ts", name, whose], {});
  const { text } = await program.line('{"done"');
  await program.end();
  return tookSchema.parse(JSON.parse(text));
}

const median = (all: readonly number[]): number => all.toSorted((one, other) => one - other)[all.length >> 1] ?? 0;

const medians = (all: readonly Took[]): Took => ({
  seconds: median(all.map(({ seconds }) => seconds)),
  megabytes: median(all.map(({ megabytes }) => megabytes)),
  bytes: median(all.map(({ bytes }) => bytes)),
});

/** For a terminal and docs/bench.md. */
export const documentsTable = ({ machine, rounds, lines }: DocumentFigures): string =>
  [
    `${machine.processors} × ${machine.model}, node ${machine.node}, load average before ${machine.loadBefore.toFixed(2)}; medians of ${rounds} in turn`,
    "",
    "| documents | ours: time | memory | size | peer: time | memory | size | peer |",
    "|---|---:|---:|---:|---:|---:|---:|---|",
    ...lines.map(({ what, ours, peers, peer }) => `| ${what} | ${tookCells(ours)} | ${tookCells(peers)} | ${peer} |`),
  ].join("\n");

const tookCells = ({ seconds, megabytes, bytes }: Took): string =>
  `${seconds.toFixed(2)} s | ${megabytes.toFixed(0)} MB | ${(bytes / 1_048_576).toFixed(1)} MB`;
