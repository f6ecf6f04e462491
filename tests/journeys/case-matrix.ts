import { cityByCards } from "../../demo/city-by-cards.ts";
import { compounds } from "../../demo/compounds.ts";
import { persistent } from "../../demo/persistent.ts";
import { playersIn } from "./campaign-state.ts";
import { sentOf } from "./case-files.ts";
import { type Found, openProbe, type Probe } from "./case-probe.ts";
import { CITY_CHANGES, VERIFYING } from "./case-rules.ts";
import {
  type CaseState,
  EVIDENCE,
  listedAs,
  playCaseStates,
  playVisit,
  STATES,
  type StatedCase,
} from "./case-states.ts";
import type { World } from "./world.ts";
import { worldAt } from "./world-at.ts";

/** Every role, of the own district and of another. */
const OWN = "keqiao-1";
const CITY = ["maxiaohan", "approver", "auditor"];
const VIEWERS = [OWN, "yuecheng-1", ...CITY, "team-lead", "team-1", "administrator"];
/** Reported to the city. */
const REPORTED: readonly CaseState[] = ["listed", "visiting", "decided", "published", "closed"];
/** With members who verify it; one of them is asked. */
const VISITED: readonly CaseState[] = ["visiting", "decided", "published", "closed"];
const VERIFIER = "team-1";
const LEAD = "team-lead";
/** Files on one case that 导出 makes. */
const EXPORTS = ["附件2", "附件3", "要求表", "附件4", "附件4 Word", "推荐函", "排名", "进度", "初评表", "申报表"];

/** With a photo that is filed. */
const PROVED: readonly CaseState[] = ["submitted", "reviewing", "finalized", ...REPORTED];

/** The city selects ten of twelve. */
const passed = compounds.filter(({ district }) => district === "zhuji").map(({ name }) => name);

export interface Matrix {
  /** Who learned or changed what they may not, by what. */
  breaches: string[];
  /** Failures that are no refusals. */
  failed: string[];
  probes: number;
  /** Ids of all commands. */
  commands: readonly string[];
  /** Whether the own district reads in each state what others do not. */
  control: Record<string, boolean>;
  /** Of who asked for the evidence and may see it: whether the sheet, the zip with the photo, and the photo came. */
  sent: Record<string, boolean>;
}

/** Which of all probes are made. */
export interface Extent {
  takes(at: { command: number; viewer: number; state: number }): boolean;
  /** Presses also where the command has words. */
  both: boolean;
  /** Who asks for the evidence itself, and opens what comes. */
  opens(at: { viewer: number; state: number }): boolean;
}

/** Everybody asks for everything of a case in every state, by words and by presses, and it is taken back. */
export async function caseMatrix(extent: Extent): Promise<Matrix> {
  const world = await worldAt("9月28日");
  try {
    const cases = await playCaseStates(world);
    const probing = await openProbe(world);
    const commands = probing.registry.commands.map(({ id }) => id);
    const matrix: Matrix = { breaches: [], failed: [], probes: 0, commands, control: {}, sent: {} };
    const tries = (one: StatedCase) => triesAll(one, { world, probing, matrix, extent });
    for (const one of cases) await tries(one);
    await tries(await playVisit(world, probing.database));
    const [organizer, approver] = [persistent(playersIn(world), "maxiaohan"), persistent(playersIn(world), "approver")];
    const city = cityByCards({ organizer, approver });
    await world.advanceTo("2023-10-12T10:00:00+08:00");
    await organizer.says("今日待办");
    await city.selectsAllBut(passed, "居民满意度高，各方参与充分");
    await tries(listedAs("decided"));
    await world.advanceTo("2023-10-13T10:00:00+08:00");
    await city.publishes();
    await tries(listedAs("published"));
    for (const text of ["结束活动", "确认结束活动"]) await organizer.says(text);
    await tries(listedAs("closed"));
    await probing.close();
    return matrix;
  } finally {
    await world.end();
  }
}

interface Trying {
  world: World;
  probing: Awaited<ReturnType<typeof openProbe>>;
  matrix: Matrix;
  extent: Extent;
}

/** All probes on a case in one state. */
async function triesAll(one: StatedCase, trying: Trying): Promise<void> {
  const { probing, matrix, extent } = trying;
  const state = STATES.indexOf(one.state);
  const rows = await probing.database.query<{ id: string }>("select id from application where compound_name = $1", [
    one.name,
  ]);
  const id = rows[0]?.id ?? "";
  const asked = async (person: string, ask: Probe["ask"]): Promise<Found> => {
    const found = await probing.probe({ person, ask });
    const what = `${one.state} ${person} ${JSON.stringify(ask).replaceAll(id || "-", "ID")}`;
    matrix.probes += 1;
    if (found.failed) matrix.failed.push(`${what}: ${found.failed.slice(0, 200)}`);
    matrix.breaches.push(...breachesIn({ one, id, person }, found).map((breach) => `${what}: ${breach}`));
    return found;
  };
  const own = await asked(OWN, { typed: `查看 ${one.name}` });
  matrix.control[one.state] = one.secrets.some((secret) => own.read.includes(secret));
  for (const [viewer, person] of VIEWERS.entries()) {
    for (const [command, { id: action, words = [] }] of probing.registry.commands.entries()) {
      if (!extent.takes({ command, viewer, state })) continue;
      const [word] = words;
      if (word !== undefined) await asked(person, { typed: `${word} ${one.name}` });
      if (id !== "" && (extent.both || word === undefined)) await asked(person, { action, subject: id });
    }
    for (const [command, what] of EXPORTS.entries()) {
      if (extent.takes({ command, viewer, state })) await asked(person, { typed: `导出 ${what} ${one.name}` });
    }
    if (extent.opens({ viewer, state })) await opens(one, person, trying);
  }
}

/** The evidence is really asked for, made and sent: who may not see the case gets no file. */
async function opens(one: StatedCase, person: string, { world, matrix }: Trying): Promise<void> {
  const names = await sentOf(world, person, one.name);
  matrix.probes += 1;
  if (!seesCase(one, person)) {
    matrix.breaches.push(...names.map((name) => `${one.state} ${person} was sent ${name}`));
    return;
  }
  if (!PROVED.includes(one.state)) return;
  const isZipped = names.some((name) => name.includes("/") && name.includes(EVIDENCE));
  matrix.sent[`${one.state} ${person}`] = isZipped && names.filter((name) => !name.includes("/")).length === 3;
}

const seesCase = ({ state }: StatedCase, person: string): boolean =>
  person === OWN ||
  (CITY.includes(person) && REPORTED.includes(state)) ||
  (person === VERIFIER && VISITED.includes(state));

/** What the person learned or changed of the case though they may not. */
function breachesIn({ one, id, person }: { one: StatedCase; id: string; person: string }, found: Found): string[] {
  const sees = seesCase(one, person);
  // The lead arranges visits of what is reported and knows where they lead, which is the first of them.
  const secrets = person === LEAD && REPORTED.includes(one.state) ? one.secrets.slice(1) : one.secrets;
  const learned = sees ? [] : secrets.filter((secret) => found.read.includes(secret));
  const may = person === OWN && one.state !== "closed" ? undefined : sees ? (CITY_CHANGES[person] ?? []) : [];
  const verifies = VISITED.includes(one.state) && one.state !== "closed" ? (VERIFYING[person] ?? []) : [];
  const changed = found.changes.filter(
    ({ caseId, action }) =>
      caseId === id && may !== undefined && !may.includes(action) && !verifies.some((part) => action.startsWith(part)),
  );
  const isOthers = person !== OWN || one.state === "closed";
  return [
    ...learned.map((secret) => `learned ${secret}`),
    ...changed.map(({ action }) => `changed ${action}`),
    ...(isOthers && found.draftsChanged ? ["changed what is being filled in"] : []),
    ...(!sees && found.orders > 0 ? ["ordered files"] : []),
  ];
}
