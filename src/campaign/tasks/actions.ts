import type { Action, Listed } from "../../platform/chat/view.ts";
import { REGISTER } from "../authority/feature.ts";
import { authorityPhrases } from "../authority/phrases.ts";
import { OPEN_REPLIES, SEE_CONSULTATION } from "../consultation/actions.ts";
import { consultationPhrases } from "../consultation/phrases.ts";
import { deliverableById } from "../definition/deadlines.ts";
import { districtName } from "../definition/districts.ts";
import { districtOfficers } from "../directory/member.ts";
import { nounsOf } from "../directory/nouns.ts";
import { SEE_TEAM, TEAM_FORM } from "../evaluation-team/actions.ts";
import { teamPhrases } from "../evaluation-team/phrases.ts";
import { OPEN_RECUSALS } from "../evaluation-team/recusal/actions.ts";
import { recusalPhrases } from "../evaluation-team/recusal/phrases.ts";
import { ofSubject } from "../extension/extension.ts";
import { moreTimeDecisions } from "../extension/of-correction/actions.ts";
import { decisionsOn } from "../extension/views.ts";
import { SEE as SEE_OBJECTION } from "../objection/actions.ts";
import { objectionPhrases } from "../objection/phrases.ts";
import { provincialPhrases } from "../provincial-recommendation/phrases.ts";
import { noticePhrases } from "../public-notice/phrases.ts";
import { OPEN as OPEN_NOTICE } from "../public-notice/views.ts";
import { expectedPhrases } from "../ranking/phrases.ts";
import { sealedPhrases } from "../recommendation/sealed-copy/phrases.ts";
import { SEAL } from "../recommendation/sealed-copy/views.ts";
import { correctionPhrases } from "../selection/publication/phrases.ts";
import { visitPhrases } from "../site-visit/phrases.ts";
import { DAY_PAGE, MEMBERS_PAGE } from "../site-visit/views.ts";
import { SEE as SEE_SUPPORT } from "../support/actions.ts";
import { supportPhrases } from "../support/phrases.ts";
import type { CampaignState } from "./campaign-state.ts";
import { taskPhrases } from "./phrases.ts";
import { isApproval, isOwn, type Task } from "./task.ts";

const { labels } = taskPhrases;

/** As many as a card has room for. */
export const MAX_ACTIONS = 6;
const MAX_REGISTRATIONS = 2;

/** The presses that do the tasks, the most urgent first and primary; each once. */
export function taskActions(state: CampaignState, tasks: readonly Task[]): Action[] {
  const own = tasks.filter(isOwn);
  const isOnlyApproval = own.filter(isApproval).length === 1;
  const all = own.flatMap((task) => actionsOf(state, task, { isOnlyApproval }).map((action) => ({ action, task })));
  const distinct = all
    .filter(({ action }, at) => all.findIndex((one) => one.action.typed === action.typed) === at)
    .slice(0, MAX_ACTIONS);
  return distinct.map(({ action, task }, at) => ({
    ...action,
    ...(distinct.filter((one) => one.action.label === action.label).length > 1 ? namedLabel(action, task) : {}),
    ...(at === 0 ? { look: "primary" as const } : {}),
  }));
}

/** What the numbers of the lines of the own tasks stand for: the first press of each. */
export const taskListed = (state: CampaignState, tasks: readonly Task[]): Listed[] =>
  tasks.filter(isOwn).map((task) => {
    const [action] = actionsOf(state, task, { isOnlyApproval: false });
    const typed = action?.typed ?? taskPhrases.word();
    return { name: typed, typed };
  });

/** Of several presses of one word each says the case it is for. */
const namedLabel = ({ label }: Action, { about: { name = "" } }: Task): Pick<Action, "label"> => ({
  label: name === "" ? label : labels.of(label, name),
});

/** The presses of one decision. @param isOnly alone on its card: refusing it has a button, too */
export const approvalActions = (state: CampaignState, task: Task, isOnly: boolean): Action[] =>
  actionsOf(state, task, { isOnlyApproval: isOnly });

function actionsOf(state: CampaignState, task: Task, { isOnlyApproval }: { isOnlyApproval: boolean }): Action[] {
  const { caseId, name = "", ruling = "", version = 0 } = task.about;
  switch (task.what) {
    case "application.begin":
      return [inDistrict(state, task, { id: "application.start", label: labels.begin, typed: "申报" })];
    case "application.finish":
      return caseId === undefined
        ? [inDistrict(state, task, { id: "application.start", label: labels.resume, typed: "申报" })]
        : [named({ id: "application.edit", label: labels.change, typed: `修改申报 ${name}` }, caseId)];
    case "opinion.confirm":
      return [named({ id: "application.opinions", label: labels.opinions, typed: `意见 ${name}` }, caseId ?? "")];
    case "review.score":
    case "review.finalize":
      return [named({ id: "preliminary-review.start", label: labels.review, typed: `初评 ${name}` }, caseId ?? "")];
    case "list.submit":
      return mayRecommend(state, task)
        ? [inDistrict(state, task, { id: "recommendation.start", label: labels.list, typed: "推荐" })]
        : [];
    case "list.seal":
      return [sealing(state, task)];
    case "return.correct":
      return [named({ id: "correction.see", label: labels.correct, typed: `补正 ${name}` }, caseId ?? "")];
    case "summary.file":
      return [plain({ id: "city-summary.make", label: labels.summary, typed: "活动总结" })];
    case "support.answer":
    case "support.close":
      return [openSupport(version)];
    case "return.extend":
      return moreTimeDecisions(caseId ?? "", name);
    case "report.submit":
    case "report.revise":
      return [inDistrict(state, task, { id: "work-report.open", label: labels.report, typed: "工作报告" })];
    case "team.propose":
    case "team.revise":
      return [plain({ id: TEAM_FORM, label: labels.team, typed: teamPhrases.formWord() })];
    case "team.decide":
      return [plain({ id: SEE_TEAM, label: labels.decideTeam, typed: teamPhrases.word() })];
    case "extension.decide":
    case "extension.approve":
      return extensionDecisions(state, task);
    case "recusal.decide":
      return [plain({ id: OPEN_RECUSALS, label: labels.recusals, typed: recusalPhrases.openWord() })];
    case "visit.arrange":
      return [plain({ id: DAY_PAGE, label: labels.arrangeVisits, typed: visitPhrases.toDays() })];
    case "visit.assign":
      return [plain({ id: MEMBERS_PAGE, label: labels.assignMembers, typed: visitPhrases.membersWord() })];
    case "visit.record":
      return [];
    case "consultation.record":
      return [plain({ id: SEE_CONSULTATION, label: labels.consultation, typed: consultationPhrases.word() })];
    case "consultation.decide":
      return [plain({ id: OPEN_REPLIES, label: labels.decideReply, typed: consultationPhrases.openWord() })];
    case "verification.score":
      return [named({ id: "verification.start", label: labels.verify, typed: `核验 ${name}` }, caseId ?? "")];
    case "ruling.decide":
      return rulingDecisions(ruling, version, isOnlyApproval);
    case "expected.decide":
      return expectedDecisions(state);
    case "selection.decide":
      return selectionDecisions(version, isOnlyApproval);
    case "ruling.record":
      return [named({ id: "ruling.see", label: labels.record(ruling), typed: `口径 ${ruling}` }, ruling)];
    case "selection.choose":
    case "selection.revise":
    case "selection.amend":
      return [plain({ id: "selection.choose", label: labels.choose, typed: "择优" })];
    case "objection.report":
    case "objection.decide":
    case "objection.reply":
      return [openObjection(version)];
    case "notice.begin":
      return [plain({ id: OPEN_NOTICE, label: labels.notice, typed: noticePhrases.word() })];
    case "publication.publish":
      return [plain({ id: "publication.preview", label: labels.publish, typed: "公布" })];
    case "province.propose":
    case "province.decide":
    case "province.amend":
    case "province.send":
      return [plain({ id: "provincial-recommendation.see", label: labels.province, typed: provincialPhrases.word() })];
    case "correction.decide":
      return correctionDecisions(isOnlyApproval);
    case "authority.register":
      return registrations(task);
  }
}

export const SEE_SELECTION: Action = {
  ...{ id: "selection.see", label: labels.seeSelection, typed: "查看择优" },
  look: "default",
};

const openObjection = (number: number): Action => ({
  ...{ id: SEE_OBJECTION, label: labels.objection(number), typed: `${objectionPhrases.word()} ${number}` },
  ...{ look: "default", subject: String(number) },
});

const openSupport = (number: number): Action => ({
  ...{ id: SEE_SUPPORT, label: labels.support(number), typed: `${supportPhrases.word()} ${number}` },
  ...{ look: "default", subject: String(number) },
});

type Words = Pick<Action, "id" | "label" | "typed">;

const plain = (words: Words): Action => ({ ...words, look: "default" });
const named = (words: Words, subject: string): Action => ({ ...words, look: "default", subject });
const refusing = (words: Words, subject: string): Action => ({ ...words, look: "danger", subject });

/** The typed word names the district for people of several. */
function inDistrict({ campaign, people }: CampaignState, { person, about }: Task, words: Words): Action {
  const district = about.district ?? "";
  const isOfSeveral = districtOfficers(people).filter(({ member }) => member.staffId === person).length > 1;
  const name = isOfSeveral ? ` ${districtName(campaign.definition, district)}` : "";
  return named({ ...words, typed: `${words.typed}${name}` }, district);
}

/** The command wants the version that is in force. */
function sealing(state: CampaignState, task: Task): Action {
  const { district = "", version = 0 } = task.about;
  const words = { id: SEAL, label: labels.seal, typed: sealedPhrases.word() };
  return { ...inDistrict(state, task, words), subject: `${district}/${version}` };
}

/** Without a case to recommend the command would only be refused. */
function mayRecommend({ cases, campaign }: CampaignState, { about: { district } }: Task): boolean {
  const below = campaign.definition.campaign.districts.filter(({ within }) => within === district).map(({ id }) => id);
  const isReviewed = campaign.definition.rubric.sections.length > 0;
  return cases.some(
    (one) =>
      (one.district === district || below.includes(one.district)) &&
      one.state === "submitted" &&
      (!isReviewed || one.review.state === "finalized"),
  );
}

function rulingDecisions(ruling: string, version: number, isOnly: boolean): Action[] {
  const subject = `${ruling}@${version}`;
  const confirm = named({ id: "ruling.confirm", label: labels.confirm(ruling), typed: `确认口径 ${ruling}` }, subject);
  const decline = { id: "ruling.decline", label: labels.decline(ruling), typed: `不同意口径 ${ruling}` };
  return isOnly ? [confirm, refusing(decline, subject)] : [confirm];
}

function expectedDecisions({ campaign }: CampaignState): Action[] {
  const nouns = nounsOf(campaign.definition);
  const confirm = { label: labels.confirmExpected, typed: expectedPhrases.confirmWord(nouns) };
  const decline = { label: labels.declineExpected, typed: expectedPhrases.declineWord(nouns) };
  return [
    { id: "ranking.expect-confirm", ...confirm, look: "default" },
    { id: "ranking.expect-decline", ...decline, look: "danger" },
  ];
}

function extensionDecisions({ campaign: { definition } }: CampaignState, { what, about }: Task): Action[] {
  const of = ofSubject(about.extension ?? "");
  const names = {
    district: districtName(definition, of.district),
    name: deliverableById(definition, of.deliverable).name,
  };
  const isApproval = what === "extension.approve";
  return decisionsOn(of, names, {
    last: { state: isApproval ? "proposed" : "asked" },
    reader: isApproval ? "approver" : "city",
  });
}

/** 不批准 asks for an opinion, so it is written. */
function correctionDecisions(isOnly: boolean): Action[] {
  const [approve, decline] = [correctionPhrases.approveLabel(), correctionPhrases.declineLabel()];
  return [
    plain({ id: "publication.approve-correction", label: approve, typed: approve }),
    ...(isOnly
      ? [
          {
            ...plain({ id: "publication.decline-correction", label: decline, typed: decline }),
            look: "danger" as const,
          },
        ]
      : []),
  ];
}

/** One press names the only decision; of several each is named. */
function registrations({ about: { decisions = [] } }: Task): Action[] {
  return decisions.slice(0, MAX_REGISTRATIONS).map((name) => {
    const label = decisions.length === 1 ? authorityPhrases.registerLabel() : labels.register(name);
    return named({ id: REGISTER, label, typed: `${authorityPhrases.registerLabel()} ${name}` }, name);
  });
}

function selectionDecisions(version: number, isOnly: boolean): Action[] {
  const subject = String(version);
  const approve = named({ id: "selection.approve", label: labels.approve, typed: `批准 ${version}` }, subject);
  const refuse = { id: "selection.decline", label: labels.refuse, typed: `不批准 ${version}` };
  return isOnly ? [approve, refusing(refuse, subject), SEE_SELECTION] : [approve, SEE_SELECTION];
}
