import type { Definition } from "../definition/definition.ts";
import { fieldFor, formFor } from "../definition/purposes.ts";
import type { FieldPurpose } from "../definition/schema/purposes.ts";
import type { Context } from "../engine/context.ts";
import { sectionsKept } from "../snapshot/as-kept.ts";
import type { Sections } from "../snapshot/snapshot.ts";
import { meritOf } from "./merit.ts";
import type { SelectedItem, Shown } from "./selection.ts";

export interface KeptCase<Item> extends Shown {
  item: Item;
}

/** The compounds as the items keep them, in the items' order. @param at when the items were stored */
export async function keptCases<Item extends Pick<SelectedItem, "applicationId" | "snapshot">>(
  context: Context,
  items: readonly Item[],
  at: Date,
): Promise<KeptCase<Item>[]> {
  const kept = await sectionsKept(context, items, at);
  return items.flatMap((item) => {
    const sections = kept.get(item.applicationId);
    return sections ? [{ ...shownOf(context.campaign.definition, item.applicationId, sections), item }] : [];
  });
}

function shownOf(definition: Definition, applicationId: string, { identity, points, standing, gate }: Sections): Shown {
  const { district = "", districtName = "", name = "" } = identity?.content ?? {};
  const answer = (purpose: FieldPurpose): string | undefined => {
    const form = formFor(definition, "application");
    const value = identity?.content.answers[(form && fieldFor(form, purpose)?.key) ?? ""];
    return value === undefined || value === "" ? undefined : String(value);
  };
  const category = definition.campaign.categories.find(({ id }) => id === answer("category"));
  const enterprise = answer("enterprise");
  const rows = Object.entries(points?.content.rows ?? {}).map(([row, { hundredths }]) => [row, hundredths] as const);
  const kept = standing?.content;
  const given = rows.length > 0 ? Object.fromEntries(rows) : undefined;
  const counted = kept?.rows ?? given;
  const merit = meritOf(definition, counted, kept);
  return {
    applicationId,
    district,
    districtName,
    name,
    ...(enterprise === undefined ? {} : { enterprise }),
    total: points?.content.total ?? undefined,
    ...(merit && counted ? { merit, rows: counted } : {}),
    declaration: gate?.content.declaration ?? "none",
    ...(category ? { category: category.id, categoryName: category.name } : {}),
  };
}
