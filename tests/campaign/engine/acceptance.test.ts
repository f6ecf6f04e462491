import { expect, test } from "vitest";
import { isListedFor, isOffered } from "../../../src/campaign/engine/command-listing.ts";
import { makeRegistry } from "../../../src/campaign/engine/registry.ts";
import { isReading } from "../../../src/campaign/engine/require-open.ts";
import { features } from "../../../src/campaign/features.ts";
import { staffId } from "../../../src/shared/brand.ts";
import { shaoxing } from "../definition/support/shaoxing.ts";

const { commands, renderers, redrawsOf } = makeRegistry(
  features({ readUsage: () => Promise.reject(new Error("no usage in a test")) }),
);

/** Everything people can do that is more than reading, by what becomes of it after 公布 and after the end. */
test("after 公布 nothing is accepted that leads to a place on the list; what else is done goes on until the end", () => {
  const doing = commands.filter((command) => !isReading(command));
  const ids = (which: (command: (typeof doing)[number]) => boolean) => doing.filter(which).map(({ id }) => id);

  expect({
    untilPublication: ids(({ until }) => until === "publication"),
    untilListSettled: ids(({ until }) => until === "listSettled"),
    untilTheEnd: ids(({ until, whenClosed }) => until === undefined && !whenClosed),
    afterwardsToo: ids(({ whenClosed = false }) => whenClosed),
  }).toMatchInlineSnapshot(`
    {
      "afterwardsToo": [
        "objection.reply",
        "publication.text",
        "campaign.reopen",
      ],
      "untilListSettled": [
        "selection.choose",
        "selection.save-page",
        "selection.turn-page",
        "selection.submit",
        "selection.repropose",
        "selection.approve",
        "selection.decline",
        "public-notice.open",
        "public-notice.begin",
        "public-notice.confirm",
        "public-notice.extend",
        "publication.read",
        "publication.preview",
      ],
      "untilPublication": [
        "application.start",
        "application.continue",
        "application.another",
        "application.save-page",
        "application.settle",
        "application.back",
        "application.leave",
        "application.resume",
        "application.submit",
        "application.edit",
        "application.change",
        "application.fill-pasted",
        "application.undo",
        "application.filled",
        "application.submit-late",
        "requirements.save-page",
        "requirements.change",
        "requirements.take-sheet",
        "application.take-form",
        "preliminary-review.start",
        "preliminary-review.save-page",
        "preliminary-review.settle",
        "preliminary-review.back",
        "preliminary-review.next",
        "preliminary-review.by-figures",
        "preliminary-review.rest-full",
        "preliminary-review.unanswered",
        "preliminary-review.lock",
        "preliminary-review.confirm-lock",
        "preliminary-review.reopen",
        "preliminary-review.take-workbook",
        "recommendation.start",
        "recommendation.none",
        "recommendation.save-order",
        "recommendation.save-reasons",
        "recommendation.reorder",
        "recommendation.confirm",
        "recommendation.withdraw",
        "recommendation.confirm-withdrawal",
        "recommendation.take-back",
        "recommendation.take-workbook",
        "correction.ask",
        "correction.confirm",
        "correction.revoke",
        "correction.submit",
        "correction.explain",
        "notice.show",
        "notice.post",
        "consultation.letters",
        "consultation.record",
        "consultation.save",
        "consultation.open",
        "consultation.uphold",
        "consultation.dismiss",
        "consultation.decide",
        "consultation.take-workbook",
        "evaluation-team.recuse",
        "evaluation-team.alongside",
        "evaluation-team.no-recusal",
        "evaluation-team.open-recusals",
        "evaluation-team.accept-recusal",
        "evaluation-team.decline-recusal",
        "evaluation-team.decide-recusal",
        "evaluation-team.reverse-recusal",
        "site-visit.day-page",
        "site-visit.arrange",
        "site-visit.members-page",
        "site-visit.assign",
        "site-visit.take-proposal",
        "site-visit.cancel",
        "site-visit.made",
        "verification.start",
        "verification.save-page",
        "verification.back",
        "verification.lock",
        "verification.confirm-lock",
        "verification.enter-for",
        "verification.agree",
        "verification.revoke-agreed",
        "verification.return",
        "verification.recheck",
        "verification.settle-recheck",
        "verification.workbook",
        "verification.take-workbook",
        "verification.move-photo",
        "verification.withdraw-photo",
        "ranking.expect",
        "ranking.expect-confirm",
        "ranking.expect-decline",
      ],
      "untilTheEnd": [
        "ruling.record",
        "ruling.keep",
        "ruling.confirm",
        "ruling.decline",
        "ruling.sheet",
        "ruling.sheet-confirm",
        "authority.register",
        "reference-list.see",
        "reference-list.take-credit-rating",
        "reference-list.take-satisfaction",
        "reference-list.take-complaints",
        "application.fill-for",
        "application.discard",
        "application.confirm-discard",
        "application.withdraw",
        "application.withdraw-application",
        "application.confirm-withdrawal",
        "application.restore",
        "application.lift-exclusion",
        "application.record-opinions",
        "application.confirm-opinions",
        "application.mark-slip",
        "application.unmark-slip",
        "application.withdraw-opinion",
        "application.take-scan",
        "application.record-scan",
        "application.withdraw-scan",
        "application.record-copies",
        "application.receive-copies",
        "evidence.see",
        "evidence.move",
        "evidence.withdraw",
        "evidence.replace",
        "evidence.mark-personal",
        "evidence.unmark-personal",
        "evidence.choose-case",
        "evidence.choose-row",
        "evidence.more-rows",
        "evidence.other-use",
        "evidence.take-file",
        "recommendation.seal",
        "correction.see",
        "notice.told",
        "evaluation-team.form",
        "evaluation-team.propose",
        "evaluation-team.approve",
        "evaluation-team.return",
        "evaluation-team.decide",
        "evaluation-team.notice",
        "site-visit.mine",
        "site-visit.file-record",
        "site-visit.withdraw-record",
        "verification.discrepancies",
        "ranking.boundary",
        "ranking.compare",
        "ranking.share-read",
        "ranking.share",
        "ranking.share-confirm",
        "selection.cancel",
        "selection.statement",
        "public-notice.text",
        "public-notice.proof",
        "objection.register",
        "objection.assign",
        "objection.report",
        "objection.decide",
        "publication.confirm",
        "publication.correct",
        "publication.decide-correction",
        "publication.approve-correction",
        "publication.decline-correction",
        "publication.suspend",
        "publication.resume",
        "work-report.hand-in",
        "work-report.take-file",
        "work-report.take-back",
        "work-report.confirm-take-back",
        "work-report.case-study",
        "extension.ask",
        "extension.grant",
        "extension.decline",
        "extension.approve",
        "extension.disapprove",
        "tasks.approvals",
        "broadcast.write",
        "broadcast.preview",
        "broadcast.confirm",
        "broadcast.to-group",
        "broadcast.to-officials",
        "broadcast.drop",
        "desk.see",
        "group.bind",
        "definition.adopt",
        "definition.decline",
        "definition.differences",
        "roster.see",
        "roster.form",
        "roster.add",
        "roster.deputy",
        "roster.remove",
        "roster.leave",
        "roster.back",
        "roster.stand-in",
        "roster.hand-over",
        "roster.read-workbook",
        "roster.adopt",
        "roster.decline",
        "roster.export",
        "campaign.close",
        "campaign.close-confirm",
      ],
    }
  `);
});

test("a reading command that is accepted until 公布 only would be refused for nothing", () => {
  expect(commands.filter((command) => command.until && isReading(command)).map(({ id }) => id)).toEqual([]);
});

test("every card is drawn again when the list is published, and when the campaign ends", () => {
  const all = renderers.map(({ kind }) => kind).sort();
  for (const event of ["stage.acceptance-ended", "stage.campaign-closed"]) {
    expect([...new Set(redrawsOf(event).map(({ kind }) => kind))].sort()).toEqual(all);
  }
});

test("after 公布 an officer's 帮助 lists nothing that leads to a place on the list, nor what it lacks", () => {
  const officer = {
    ...{ staffId: staffId("keqiao-1"), name: "经办人" },
    roles: [{ role: "districtOfficer" as const, district: "keqiao" }],
  };
  const steps = shaoxing.campaign.stages.find(({ id }) => id === "verification")?.steps ?? [];
  const listed = commands.filter((command) => {
    const { help, until } = command;
    const own = [help?.step ?? []].flat();
    const isStage = own.length === 0 || own.some((step) => steps.includes(step));
    return (
      help &&
      isStage &&
      isOffered(shaoxing, command) &&
      isListedFor(shaoxing, officer, command) &&
      !until &&
      !help.until
    );
  });

  expect(listed.map(({ words: [word] = [] }) => word)).toMatchInlineSnapshot(`
    [
      "口径",
      "删除申报表",
      "登记意见",
      "证明材料",
      "材料",
      "名单盖章件",
      "查看名单盖章件",
      "回避情况",
      "核验安排",
      "排名",
      "查看",
      "工作报告",
      "撤回工作报告",
      "申请延期",
      "待办",
      "导出",
      "进度",
      "依据",
      "取消",
      "帮助",
    ]
  `);
});
