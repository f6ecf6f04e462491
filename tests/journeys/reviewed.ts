import { type Compound, compounds } from "../../demo/compounds.ts";
import { districtByCards } from "../../demo/district-by-cards.ts";
import { persistent } from "../../demo/persistent.ts";
import { playersIn } from "./campaign-state.ts";
import type { World } from "./world.ts";

/** A compound beside the demonstration's own: as they are, but for what is named here. */
export interface Reviewed {
  district: string;
  name: string;
  /** Points taken off, by row. */
  less?: Readonly<Record<string, number>>;
  declaration?: "无" | "待核实";
  rate?: number;
  /** The name on the list is left open. */
  withoutProjectName?: true;
}

/** Its district's official applies with it by cards, scores it and locks the score. */
export async function reviewed(world: World, compound: Reviewed): Promise<void> {
  const acts = districtByCards(persistent(playersIn(world), `${compound.district}-1`));
  await acts.applies(asPlayed(compound));
  await acts.reviews(asPlayed(compound));
}

/** The demonstration's compound with full marks. */
const [full] = compounds;

export function asPlayed({ district, name, less = {}, declaration = "无", rate = 90, ...rest }: Reviewed): Compound {
  return {
    district,
    name,
    answers: {
      ...full?.answers,
      小区名称: name,
      项目名称: rest.withoutProjectName ? "" : `${name}项目`,
      物业服务企业名称: `${name}物业服务有限公司`,
      交付率或入住率: String(rate),
      近两年内重大安全责任事故: declaration,
    },
    points: (full?.points ?? []).map((section, at) =>
      section.map((points, row) => points - (less[`${at + 1}-${row + 1}`] ?? 0)),
    ),
  };
}
