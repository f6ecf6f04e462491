import { decisionsChanged } from "../../authority/events.ts";
import { returnChanged } from "../../correction/events.ts";
import { EVERY } from "../../engine/events.ts";
import { type RedrawRule, redrawOn } from "../../engine/feature.ts";
import { recusalChanged } from "../../evaluation-team/events.ts";
import { objectionChanged } from "../../objection/events.ts";
import { provincialChanged } from "../../provincial-recommendation/events.ts";
import { noticeChanged } from "../../public-notice/events.ts";
import { receiptsChanged } from "../../receipt/events.ts";
import { listSealed } from "../../recommendation/events.ts";
import { sentToProvince } from "../../selection/events.ts";
import { suspensionChanged } from "../../selection/publication/events.ts";
import { visitsChanged } from "../../site-visit/events.ts";
import { cityFiguresChanged } from "../../verification/events.ts";

/** What changes 一事一链 of a case besides its own steps. */
export const onChain: readonly RedrawRule[] = [
  redrawOn(returnChanged, ({ caseId }) => caseId),
  redrawOn(visitsChanged, ({ caseIds }) => caseIds),
  redrawOn(cityFiguresChanged, ({ caseId }) => caseId),
  redrawOn(recusalChanged),
  redrawOn(listSealed),
  redrawOn(noticeChanged),
  redrawOn(objectionChanged),
  redrawOn(provincialChanged),
  redrawOn(sentToProvince),
  redrawOn(suspensionChanged),
  redrawOn(decisionsChanged),
  redrawOn(receiptsChanged, ({ message }) => (message.startsWith("publication/") ? EVERY : [])),
];
