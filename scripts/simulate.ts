// npm run simulate: every simulation. npm run simulate -- seeds|schedules|fuzz|crowd|weeks|kills [--count N] [--first N] [--seed N]:
// that one alone, so many times, from the first given on, or the one that a failure named; see docs/reliability.md
import { spawn } from "node:child_process";
import { parseArgs } from "node:util";

/** What can be asked for by name; anything else goes to vitest as it stands. */
const PROGRAMS: Readonly<Record<string, { project: string; file: string }>> = {
  seeds: { project: "simulation", file: "tests/simulation/seeds" },
  schedules: { project: "simulation", file: "tests/simulation/schedules.test.ts" },
  crowd: { project: "simulation", file: "tests/simulation/crowd.test.ts" },
  weeks: { project: "simulation", file: "tests/simulation/weeks.test.ts" },
  kills: { project: "simulation", file: "tests/simulation/kills.test.ts" },
  fuzz: { project: "unit", file: "tests/fuzz" },
};

const given = process.argv.slice(2);
const [name = "", ...rest] = given;
const program = PROGRAMS[name];
const { values } = parseArgs({
  args: program ? rest : [],
  options: { count: { type: "string" }, first: { type: "string" }, seed: { type: "string" } },
});
const what = program
  ? ["--project", program.project, program.file, "--disable-console-intercept", "--testTimeout", "3600000"]
  : ["--project", "simulation", ...given];
const child = spawn("vitest", ["run", ...what], {
  stdio: "inherit",
  shell: process.platform === "win32",
  env: {
    ...process.env,
    ...(values.count === undefined ? {} : { [name.toUpperCase()]: values.count }),
    ...(values.first === undefined ? {} : { FIRST: values.first }),
    ...(values.seed === undefined ? {} : { SEED: values.seed }),
  },
});
child.on("exit", (code) => process.exit(code ?? 1));
