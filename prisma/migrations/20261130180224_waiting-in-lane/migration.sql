-- DropIndex
DROP INDEX "inbox_event_lane_id_idx";
-- What waits in a lane is found without the lane's past.
create index "inbox_event_waiting" on "inbox_event" ("lane", "id") where "state" = 'new';
