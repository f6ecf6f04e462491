import { RefusalError } from "../../../../shared/refusal-error.ts";
import type { Attachment } from "../../../attachment/attachment.ts";
import { attachmentsChanged } from "../../../attachment/events.ts";
import { giveAttachment } from "../../../attachment/give.ts";
import { attachmentById, attachmentsAt, recordedAt } from "../../../attachment/store.ts";
import { withdrawAttachment } from "../../../attachment/withdraw.ts";
import type { Context, PersonContext } from "../../../engine/context.ts";
import { filePlaces } from "../../../engine/dispatch/file-places.ts";
import { type CardRenderer, type Command, extend, type Feature, redrawOn } from "../../../engine/feature.ts";
import type { Application } from "../../application.ts";
import { applicationSubmitted, applicationWithdrawn } from "../../events.ts";
import { ownApplication } from "../../own-application.ts";
import { applicationById } from "../../store.ts";
import { opinionsChanged } from "../events.ts";
import { opinionsIn } from "../form.ts";
import { recorded } from "../recorded.ts";
import { collectsOpinions, opinionStandings } from "../standing.ts";
import { paperName, SEE_SCANS } from "../views.ts";
import { caseInSight, isReported, requireRecorder } from "../visible.ts";
import { scanPhrases as phrases } from "./phrases.ts";
import { revisionOfScan, SCANS } from "./place.ts";
import { scanPlaceOf, TAKE_SCAN } from "./place-of.ts";
import { numberDialogue, takeScan } from "./take.ts";
import { RECORD_SCAN, SCAN_CARD, scanView, WITHDRAW_SCAN } from "./views.ts";

const offeredWhen = collectsOpinions;
const own = { capability: "opinion.record", effect: "write", offeredWhen, onlyIn: "direct" } as const;

const take: Command = {
  ...own,
  id: TAKE_SCAN,
  words: phrases.words(),
  async handle(context, { verbatim }) {
    await takeScan(context, verbatim);
    return {};
  },
};

const recordOnScan: Command = {
  ...own,
  id: RECORD_SCAN,
  async handle(context, { subject = "", values }) {
    const { scan, application } = await scanWithCase(context, subject);
    const standings = (await opinionStandings(context, [application])).get(application.id) ?? [];
    return recorded(context, application, { opinions: opinionsIn(context, standings, values), scan });
  },
};

/** Takes back the scan of the pressed card, or the last one of the named case. */
const withdraw: Command = {
  ...own,
  id: WITHDRAW_SCAN,
  words: [phrases.withdraw()],
  async handle(context, request) {
    const { subject } = request;
    const application =
      subject === undefined
        ? await ownApplication(context, request)
        : (await scanWithCase(context, subject)).application;
    requireRecorder(context, application);
    const id = subject ?? (await scansOf(context, application)).at(-1)?.id;
    if (id === undefined) throw new RefusalError("application.no-scan", phrases.noneFiled(application.compoundName));
    await withdrawAttachment(context, { id });
    const reply = phrases.withdrawnReply(application.compoundName);
    return { reply, toast: reply.title, changed: true };
  },
};

/** 查看盖章件: sends the filed scans of a case. */
const see: Command = {
  id: SEE_SCANS,
  words: [phrases.see()],
  capability: "application.see",
  effect: "read",
  offeredWhen,
  onlyIn: "direct",
  whenClosed: true,
  async handle(context, request) {
    const application = await caseInSight(context, request);
    const { compoundName: name } = application;
    const scans = await scansOf(context, application);
    if (scans.length === 0) throw new RefusalError("application.no-scan", phrases.noneFiled(name));
    const reported = await isReported(context, application.id);
    await context.reply(phrases.sent(name, scans.length));
    for (const [at, scan] of scans.entries()) {
      const numbers = { revision: revisionOfScan(scan), ordinal: at + 1 };
      const file = phrases.fileName(paperName(context.campaign.definition), name, numbers);
      await giveAttachment(context, scan, { name: file, reported });
    }
    return {};
  },
};

const scansOf = ({ tx, campaign }: Context, { id }: Application): Promise<Attachment[]> =>
  attachmentsAt(tx, { campaignId: campaign.id, caseIds: [id], prefix: SCANS });

/** @throws {RefusalError} if there is no such scan, or it is of another's district */
async function scanWithCase(
  context: PersonContext,
  id: string,
): Promise<{ scan: Attachment; application: Application }> {
  const scan = await attachmentById(context.tx, id);
  const application = scan?.caseId ? await applicationById(context.tx, scan.caseId) : undefined;
  if (scan?.state !== "filed" || !application) {
    throw new RefusalError("application.no-scan", phrases.noneFiled(application?.compoundName ?? ""));
  }
  requireRecorder(context, application);
  return { scan, application };
}

/** Ids of the scans of a case, also of those withdrawn. */
const scanIds = async ({ id }: { id: string }, { tx, campaign }: Context): Promise<string[]> =>
  (await recordedAt(tx, { campaignId: campaign.id, caseIds: [id], prefix: SCANS })).map((scan) => scan.id);

const renderer: CardRenderer = {
  kind: SCAN_CARD,
  redrawOn: [
    redrawOn(opinionsChanged, scanIds),
    redrawOn(applicationSubmitted, scanIds),
    redrawOn(applicationWithdrawn, scanIds),
    redrawOn(attachmentsChanged, ({ caseId }, context) =>
      caseId === undefined ? [] : scanIds({ id: caseId }, context),
    ),
  ],
  async render(context, { subject }) {
    const scan = await attachmentById(context.tx, subject);
    const application = scan?.caseId ? await applicationById(context.tx, scan.caseId) : undefined;
    if (!scan || !application) throw new Error(`card of an unknown scan ${subject}`);
    return scanView(context, scan, application);
  },
};

/** 盖章件: stamped scans of the form. */
export const scansFeature: Feature = {
  commands: [take, recordOnScan, withdraw, see],
  renderers: [renderer],
  dialogues: [numberDialogue],
  extensions: [extend(filePlaces, scanPlaceOf)],
};
