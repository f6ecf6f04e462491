import { writeWorkbook } from "../../../../platform/documents/workbook.ts";
import type { SheetColumn } from "../../../../platform/documents/workbook-spec.ts";
import { dayOf } from "../../../../shared/civil-date.ts";
import { districtName } from "../../../definition/districts.ts";
import { mobilesOf } from "../../../directory/mobiles.ts";
import { readMemberships } from "../../../directory/store.ts";
import type { PersonContext } from "../../../engine/context.ts";
import { roleNameOf } from "../change.ts";
import type { RowProblem } from "./check-rows.ts";
import { COLUMNS, type Column } from "./columns.ts";
import { workbookPhrases as phrases, workbookWords as words } from "./phrases.ts";
import type { RosterRow } from "./roster-row.ts";

const WIDTHS = { name: 16, mobile: 16, district: 16, role: 26, note: 24 };

const headerOf = (column: Column, noun: string): string => {
  const known = words.headers[column];
  return (column === "district" ? known.find((one) => one === noun) : undefined) ?? known[0] ?? column;
};

const columns = (noun: string): SheetColumn[] =>
  COLUMNS.map((column) => ({ header: headerOf(column, noun), width: WIDTHS[column], kind: "text" }));

interface Sheet {
  rows: readonly (readonly string[])[];
  more?: SheetColumn;
  name: string;
}

async function write(
  { campaign: { definition }, now }: PersonContext,
  { rows, more, name }: Sheet,
): Promise<{ name: string; bytes: Buffer }> {
  const { campaign } = definition;
  const { noun } = campaign.words.district;
  const hint = phrases.hint(
    campaign.roles.map((role) => role.name),
    noun,
    campaign.districts.map((district) => district.name),
  );
  const bytes = await writeWorkbook({
    author: campaign.city.bureau,
    at: now,
    sheets: [
      {
        name: phrases.sheet(),
        titles: [phrases.title(campaign.title), hint],
        columns: [...columns(noun), ...(more ? [more] : [])],
        rows,
        paper: "landscape",
      },
    ],
  });
  return { name, bytes };
}

/** The roster of today, to be changed and dropped again: the template. Stand-ins are left out. */
export async function rosterWorkbook(context: PersonContext): Promise<{ name: string; bytes: Buffer }> {
  const { tx, campaign, now } = context;
  const { definition } = campaign;
  const today = dayOf(now);
  const own = (await readMemberships(tx, campaign.id)).filter(
    ({ standsInFor, until }) => standsInFor === undefined && (until === undefined || until >= today),
  );
  const mobiles = await mobilesOf(
    tx,
    context.personal,
    own.map(({ staffId }) => staffId),
  );
  const rows = own.map(({ staffId, name, role, district }) => [
    name,
    mobiles.get(staffId) ?? "",
    district === undefined ? "" : districtName(definition, district),
    roleNameOf(definition, role),
    "",
  ]);
  return write(context, { rows, name: phrases.fileName(phrases.title(definition.campaign.title)) });
}

/** The rows as they were dropped, each with what is wrong with it. */
export function checkedWorkbook(
  context: PersonContext,
  rows: readonly RosterRow[],
  problems: readonly RowProblem[],
): Promise<{ name: string; bytes: Buffer }> {
  const said = (line: number) =>
    problems
      .filter((one) => one.line === line)
      .map(({ sentence }) => sentence)
      .join("；");
  return write(context, {
    rows: rows.map((row) => [row.name, row.mobile, row.district, row.role, row.note, said(row.line)]),
    more: { header: words.problem, width: 40, kind: "text" },
    name: phrases.checkedName(phrases.title(context.campaign.definition.campaign.title)),
  });
}
