import type { Definition } from "../../definition/definition.ts";
import { decided, fieldFor } from "../../definition/purposes.ts";
import type { RulingsInForce } from "../../definition/rulings-in-force.ts";
import { formOf } from "../offered.ts";

/** The definition with the kinds of owners' body that the ruling counts; the others are none. */
export function withOwnersBodies(definition: Definition, rulings: RulingsInForce): Definition {
  const { counted } = decided(definition, "ownersBodies", rulings);
  const form = formOf(definition);
  const field = form && fieldFor(form, "ownersBody")?.key;
  if (!Array.isArray(counted) || field === undefined) return definition;
  const figures = definition.requirements.figures.map((figure) => {
    if (figure.kind !== "form" || figure.field !== field) return figure;
    const kinds = [...figure.met, ...figure.notMet];
    const isCounted = (kind: string): boolean => counted.includes(kind);
    return { ...figure, met: kinds.filter(isCounted), notMet: kinds.filter((kind) => !isCounted(kind)) };
  });
  return { ...definition, requirements: { ...definition.requirements, figures } };
}
