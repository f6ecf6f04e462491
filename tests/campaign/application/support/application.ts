import type { Application } from "../../../../src/campaign/application/application.ts";

/** An application of 柯桥区 that is handed in; its id is the compound's name. */
export const applied = (compoundName: string, facts: Partial<Application> = {}): Application => ({
  id: compoundName,
  campaignId: "shaoxing-2023",
  district: "keqiao",
  compoundName,
  answers: {},
  revision: 1,
  formVersion: 1,
  definitionVersion: 1,
  state: "submitted",
  exclusion: null,
  declaration: "none",
  settled: null,
  submittedAt: new Date("2023-09-01T09:00:00+08:00"),
  submittedBy: "keqiao-1",
  withdrawnAt: null,
  ...facts,
});
