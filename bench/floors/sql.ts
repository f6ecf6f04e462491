/** Tables of the floors' own: events seen once, a state each, and what is to be sent. */
export const CREATE = `
  drop schema if exists bench_floor cascade;
  create schema bench_floor;
  create table bench_floor.event (key text primary key, body text not null);
  create table bench_floor.state (person int primary key, seen int not null);
  create table bench_floor.outbound (id bigserial primary key, person int not null, body text not null);
  insert into bench_floor.state select person, 0 from generate_series(0, 999) person;`;

export const DROP = "drop schema if exists bench_floor cascade";

export const INSERT_EVENT = "insert into bench_floor.event values ($1, $2) on conflict do nothing";

export const CHANGE_STATE = "update bench_floor.state set seen = seen + 1 where person = $1";

export const INSERT_OUTBOUND = "insert into bench_floor.outbound (person, body) values ($1, $2)";

/** $1 key, $2 body, $3 person */
export const ALL_IN_ONE = `
  with fresh as (insert into bench_floor.event values ($1, $2) on conflict do nothing returning key),
  changed as (update bench_floor.state set seen = seen + 1 where person = $3 and exists (select 1 from fresh))
  insert into bench_floor.outbound (person, body) select $3, $2 from fresh`;

/** The same for many events at once: $1 keys, $2 bodies, $3 persons. */
export const MANY_IN_ONE = `
  with given as (select * from unnest($1::text[], $2::text[], $3::int[]) as given(key, body, person)),
  fresh as (insert into bench_floor.event select key, body from given on conflict do nothing returning key),
  counted as (select person, count(*)::int as events from given join fresh using (key) group by person order by person),
  changed as (update bench_floor.state as state set seen = seen + events from counted where state.person = counted.person)
  insert into bench_floor.outbound (person, body) select person, body from given join fresh using (key)`;
