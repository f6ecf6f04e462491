import { closesAt } from "../correction/rules.ts";
import { districtOfficers } from "../directory/member.ts";
import type { CampaignState, CaseState } from "./campaign-state.ts";
import { may, type Turn } from "./turn.ts";

type Returned = CaseState & { returned: NonNullable<CaseState["returned"]> };

/** 报送补正 of what the city has returned, until its day and after it; before it, what the organizer decides on more time. */
export const returnTurns = (state: CampaignState): Turn[] =>
  state.isPublished
    ? []
    : state.cases
        .filter((one): one is Returned => one.returned !== undefined && one.state === "submitted")
        .flatMap((one) => [correctionTurn(state, one), ...moreTimeTurns(state, one)]);

const correctionTurn = (state: CampaignState, { id, name, district, returned }: Returned): Turn => ({
  what: "return.correct",
  about: { caseId: id, name, district, until: returned.until },
  since: returned.at,
  dueAt: closesAt({ dueOn: returned.until }),
  doers: districtOfficers(state.people, district).map(({ member }) => member.staffId),
  awaitedBy: may(state, "application.return"),
  waitsFor: { role: "districtOfficer", district },
});

const moreTimeTurns = (state: CampaignState, { id, name, returned }: Returned): Turn[] =>
  returned.moreTimeAskedAt === undefined
    ? []
    : [
        {
          ...{ what: "return.extend", about: { caseId: id, name }, since: returned.moreTimeAskedAt },
          ...{ doers: may(state, "extension.grant"), awaitedBy: [], waitsFor: { role: "organizer" } },
        },
      ];
