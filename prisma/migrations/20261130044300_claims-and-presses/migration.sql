-- CreateIndex
CREATE INDEX "inbox_event_press_key_id_idx" ON "inbox_event"("press_key", "id");
-- Of each chat one message is on its way at a time, whatever the processes that send see of one another.
-- What more was on its way is sent again in its turn.
update "outbox_item" as item set "state" = 'waiting', "not_before" = null, "taken_by" = null
where "state" = 'sending' and exists (
  select 1 from "outbox_item" as older
  where older."chat" = item."chat" and older."state" = 'sending' and older."id" < item."id");

create unique index "outbox_item_sending" on "outbox_item" ("chat") where "state" = 'sending';
