import { closesAt } from "../correction/rules.ts";
import { districtOfficers } from "../directory/member.ts";
import type { CampaignState } from "./campaign-state.ts";
import { may, type Turn } from "./turn.ts";

/** 报送补正 of what the city has returned, until its day and after it. */
export const returnTurns = (state: CampaignState): Turn[] =>
  state.cases.flatMap(({ id, name, district, state: of, returned }) =>
    returned === undefined || of !== "submitted" || state.isPublished
      ? []
      : [
          {
            what: "return.correct" as const,
            about: { caseId: id, name, district, until: returned.until },
            since: returned.at,
            dueAt: closesAt({ dueOn: returned.until }),
            doers: districtOfficers(state.people, district).map(({ member }) => member.staffId),
            awaitedBy: may(state, "application.return"),
            waitsFor: { role: "districtOfficer" as const, district },
          },
        ],
  );
