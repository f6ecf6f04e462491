import type pg from "pg";

/** What was recorded, and who has what in hand, is not copied. */
const LEFT = ["journal_entry", "journal_change", "case_in_hand", "case_face"];

/**
 * Copies a case with everything that hangs on it, in bulk, until there are so many, spread over the districts in turn; each
 * with points of its own, on its district's list.
 * @param name of the case that is copied
 */
export async function spreadCases(
  database: pg.Client,
  { name, districts, cases }: { name: string; districts: readonly string[]; cases: number },
): Promise<void> {
  await database.query("begin");
  await database.query(
    `create temporary table copies on commit drop as
     select a.id as "from", a.id || '-' || lpad(n::text, 5, '0') as id, a.compound_name as name,
       ($1::text[])[1 + n % cardinality($1::text[])] as district, '第' || lpad(n::text, 4, '0') || '花园' as called
     from application a, generate_series(1, $2::int) n where a.compound_name = $3`,
    [districts, cases, name],
  );
  await database.query(
    `insert into application select r.* from application a join copies c on a.id = c."from",
       jsonb_populate_record(null::application, replace(to_jsonb(a)::text, c.name, c.called)::jsonb
         || jsonb_build_object('id', c.id, 'district', c.district)) r`,
  );
  // Each at a place of its own: cases at one address would all be told as possible duplicates.
  await database.query(
    `update application a set answers = a.answers || jsonb_build_object('compoundAddress', c.called || '路1号')
     from copies c where a.id = c.id`,
  );
  for (const table of await tablesOfCases(database)) await copyRows(database, table);
  await varyPoints(database);
  await putOnLists(database);
  await listWholeCity(database);
  await database.query("commit");
  await database.query("analyze");
}

/** The lists that a city supplies name every compound. */
async function listWholeCity(database: pg.Client): Promise<void> {
  await database.query(
    `insert into reference_list (campaign_id, purpose, version, metric, rows, file_hash, file_name, applied_by, applied_at)
     select campaign_id, purpose, 1, '户数',
       jsonb_agg(jsonb_build_object('name', compound_name, 'district', district, 'figure', length(id) + ascii(right(id, 1)))),
       md5(purpose), 'list.xlsx', 'bench', now()
     from application, unnest(array['creditRating', 'satisfaction', 'complaints']) as purpose
     where state = 'submitted' group by campaign_id, purpose`,
  );
}

async function tablesOfCases(database: pg.Client): Promise<string[]> {
  const { rows } = await database.query<{ name: string }>(
    `select table_name as name from information_schema.columns
     where table_schema = 'public' and column_name = 'case_id' and table_name <> all ($1)`,
    [LEFT],
  );
  return rows.map(({ name }) => name);
}

/** Keys of their own get the copy's number behind; a snapshot's is the hash that lists point to. */
async function copyRows(database: pg.Client, table: string): Promise<void> {
  const { rows } = await database.query<{ district: boolean; id: boolean }>(
    `select bool_or(column_name = 'district') as district,
       bool_or(column_name = 'id' and data_type = 'text') as id
     from information_schema.columns where table_schema = 'public' and table_name = $1`,
    [table],
  );
  const district = rows[0]?.district ? `|| jsonb_build_object('district', c.district)` : "";
  const id = rows[0]?.id ? `|| jsonb_build_object('id', t.id || '-' || right(c.id, 5))` : "";
  await database.query(
    `insert into "${table}" select r.* from "${table}" t join copies c on t.case_id = c."from",
       jsonb_populate_record(null::"${table}", replace(replace(to_jsonb(t)::text, c."from", c.id), c.name, c.called)::jsonb
         ${district} ${id}) r`,
  );
}

/** Up to three points less in some rows: places differ and are shared, as they would be. */
async function varyPoints(database: pg.Client): Promise<void> {
  await database.query(
    `update score set hundredths = greatest(0, hundredths - 50 * (('x' || substr(md5(case_id || scorer || criterion), 1, 4))::bit(16)::int % 7))
     from copies c where score.case_id = c.id and score.state = 'given'
       and ('x' || substr(md5(criterion || score.case_id), 1, 2))::bit(8)::int % 4 = 0`,
  );
}

async function putOnLists(database: pg.Client): Promise<void> {
  await database.query(
    `insert into recommendation_list
     select r.* from (
       select l, c.district, jsonb_agg(replace(item::text, c."from", c.id)::jsonb order by c.id) as items
       from copies c
       join lateral (select * from recommendation_list where withdrawn_at is null and items::text like '%' || c."from" || '%' limit 1) l on true
       cross join lateral jsonb_array_elements(l.items) item
       where item::text like '%' || c."from" || '%'
       group by l, c.district
     ) made, jsonb_populate_record(null::recommendation_list,
       to_jsonb(made.l) || jsonb_build_object('district', made.district, 'items', made.items)) r
     on conflict (campaign_id, district, version) do update set items = recommendation_list.items || excluded.items`,
  );
}
