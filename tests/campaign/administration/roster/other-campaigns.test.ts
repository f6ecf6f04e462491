import { describe, expect, test } from "vitest";
import { FORMS, formRenderer, periodWordsIn, personIn } from "../../../../src/campaign/administration/roster/forms.ts";
import { readPerson } from "../../../../src/campaign/administration/roster/words.ts";
import { runningCampaign } from "../../../../src/campaign/definition/running-campaign.ts";
import type { Context } from "../../../../src/campaign/engine/context.ts";
import { beijing, households } from "../../definition/support/campaigns.ts";
import { shaoxing } from "../../definition/support/shaoxing.ts";

const campaigns = [shaoxing, beijing, households].map((definition) => ({
  definition,
  noun: definition.campaign.words.district.noun,
  district: definition.campaign.districts[1] ?? expect.fail("no second district"),
  clerk: definition.campaign.roles.find(({ id }) => id === "districtOfficer") ?? expect.fail("no clerk"),
}));
const MOBILE = "13800000000";

describe.each(campaigns)("people of $definition.campaign.id", ({ definition, noun, district, clerk }) => {
  const campaign = runningCampaign({ definition, definitionVersion: 1, startedAt: new Date(0) });
  // A form is drawn from the definition alone.
  const drawn = (subject: string) => formRenderer.render({ campaign } as Context, { subject } as never);

  test("a new clerk by words, in any order, with the campaign's name of the role or the usual one", () => {
    const expected = { name: "某人", mobile: MOBILE, role: "districtOfficer", districts: [district.id], unread: [] };

    expect(readPerson(definition, `某人 ${MOBILE} ${district.name} 经办人`)).toEqual(expected);
    expect(readPerson(definition, `${clerk.name}，${district.name}，${MOBILE}，某人`)).toEqual(expected);
  });

  test("the form asks in the campaign's words, and what is filled in says the same as words", async () => {
    const { form } = await drawn("add");

    expect(form?.fields.map(({ label }) => label)).toContain(noun);
    expect(
      personIn(definition, { name: "某人", mobile: MOBILE, role: "districtOfficer", district: district.name }),
    ).toEqual(readPerson(definition, `某人 ${MOBILE} ${district.name} 经办人`));
  });

  test.each(FORMS)("the form %s has its command and a title of its own", async (which) => {
    const view = await drawn(which);

    expect(view.form?.subject).toBe(which);
    expect(view.title).not.toBe("");
  });
});

test("leave and stand-in by the form are what would be typed", () => {
  const filled = { name: "甲", by: "乙", from: "2023-09-20T00:00:00+08:00", until: "2023-09-22", authorisedBy: "丙" };

  expect(periodWordsIn(filled)).toEqual({ typed: "甲 乙 2023-09-20 至 2023-09-22", by: "丙" });
  expect(periodWordsIn({})).toBeUndefined();
});
