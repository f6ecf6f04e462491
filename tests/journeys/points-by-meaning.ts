import { makeEncryption, readDataKey } from "../../src/platform/storage/encryption.ts";
import { connect } from "./database.ts";
import type { Row, Sheet } from "./old-database.ts";
import type { World } from "./world.ts";

/** A district's sheets: the tables there are now, and those they were before. */
const NOW = {
  sheets:
    "select case_id as application, finalized_at is not null as locked from score_sheet where ledger = 'district'",
  points: `select case_id as application, criterion, hundredths, reason from score
           where ledger = 'district' and state = 'given'`,
};
const BEFORE = {
  sheets: "select application_id as application, locked_at is not null as locked from preliminary_review",
  points: "select application_id as application, criterion, hundredths, reason from preliminary_point",
};

interface Given {
  application: string;
  criterion: string;
  hundredths: number;
  reason: { personal: string } | null;
}

/** Each district's points by the compound's name, with reasons in plain, from whichever tables the database has. */
export async function sheetsByMeaning(world: World): Promise<Record<string, Sheet>> {
  const encryption = makeEncryption(await readDataKey(undefined, world.dataDir));
  const database = await connect(world);
  const [known] = await database.query<{ name: string | null }>("select to_regclass('public.score')::text as name");
  const from = known?.name ? NOW : BEFORE;
  const compounds = await database.query<{ id: string; name: string }>(
    "select id, compound_name as name from application",
  );
  const sheets = await database.query<{ application: string; locked: boolean }>(from.sheets);
  const points = await database.query<Given>(from.points);
  const values = await database.query<{ id: string; body: Buffer }>(
    "select id, body from personal_value where body is not null",
  );
  await database.close();
  const texts = new Map(values.map(({ id, body }) => [id, String(encryption.open(body))]));
  const names = new Map(compounds.map(({ id, name }) => [id, name]));
  const meant = ({ hundredths, reason }: Given) => {
    const text = reason === null ? undefined : texts.get(reason.personal);
    return text === undefined ? { hundredths } : { hundredths, reason: text };
  };
  return Object.fromEntries(
    sheets.map(({ application, locked }) => {
      const own = points.filter((one) => one.application === application);
      const sheet: Sheet = { locked, points: Object.fromEntries(own.map((one) => [one.criterion, meant(one)])) };
      return [names.get(application) ?? application, sheet];
    }),
  );
}

/** An encrypted body of a draft or a dialogue, opened. */
export async function openBody(world: World, row: Row): Promise<unknown> {
  const encryption = makeEncryption(await readDataKey(undefined, world.dataDir));
  return encryption.open(Buffer.from(String(row.body), "base64"));
}
