import { hasReview } from "../application/offered.ts";
import { hasRequirements } from "../application/requirements/requirements.ts";
import { mayUse, scopeOf } from "../definition/capabilities.ts";
import type { Definition } from "../definition/definition.ts";
import { districtsWithin } from "../definition/districts.ts";
import type { Member } from "../directory/member.ts";
import { reachesSite } from "../directory/scope.ts";
import { takesEvidence } from "../evidence/rules.ts";

/** 概况、要求、评分、材料、经过: what one card shows of a case, one after another. */
export const FACES = ["overview", "requirements", "points", "evidence", "history"] as const;
export type Face = (typeof FACES)[number];

/** Faces that say something in this campaign. */
export const facesOf = (definition: Definition): readonly Face[] => {
  const has: Readonly<Record<Face, boolean>> = {
    overview: true,
    requirements: hasRequirements(definition),
    points: hasReview(definition),
    evidence: takesEvidence(definition),
    history: true,
  };
  return FACES.filter((face) => has[face]);
};

/** Whose case it is, and whether its district has reported it. */
export interface Whose {
  /** The application's id. */
  id: string;
  district: string;
  reported: boolean;
}

/** How a member sees a case: as its own district, as somebody above to whom it was reported, or not at all. */
export type Sight = "own" | "reported" | "none";

/**
 * Its district sees a case always; the district above it, who oversees everything, and who is assigned to it for 核验,
 * once it is reported.
 */
export function sightOf(
  definition: Definition,
  member: Pick<Member, "roles" | "sites">,
  { id: caseId, district, reported }: Whose,
): Sight {
  const { roles } = member;
  const seeing = roles.map((held) => ({ ...held, scope: scopeOf(definition, held.role, "application.see") }));
  if (seeing.some((held) => held.scope === "own" && held.district === district)) return "own";
  const isAbove = seeing.some(
    (held) =>
      held.scope === "all" ||
      (held.scope === "own" && districtsWithin(definition, held.district ?? "").some(({ id }) => id === district)),
  );
  const reaches = isAbove || reachesSite(definition, member, { capability: "application.see", caseId });
  return reaches && reported ? "reported" : "none";
}

/**
 * Points of the district: with the sight of the case; but who scores for the city gives points of their own before they
 * see them (盲评).
 * @param blind whether members score before they see the district's points
 */
export const maySeePoints = (
  definition: Definition,
  { roles }: Pick<Member, "roles">,
  { sight, blind, hasScored }: { sight: Sight; blind: boolean; hasScored: boolean },
): boolean => {
  if (sight !== "reported") return sight === "own";
  return !blind || hasScored || !roles.some(({ role }) => mayUse(definition, role, "verification.score"));
};

/** Every look of who inspects the campaign is journaled, except at cases of an own district. */
export const isWatched = (definition: Definition, { roles }: Pick<Member, "roles">, sight: Sight): boolean =>
  sight !== "own" && roles.some(({ role }) => mayUse(definition, role, "journal.see"));
