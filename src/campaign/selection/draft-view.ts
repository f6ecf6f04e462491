import type { Action, Block, View } from "../../platform/chat/view.ts";
import { viewPhrases } from "../../platform/conversation/view-phrases.ts";
import { besideForm, seeCases } from "../application/see-case.ts";
import type { Context } from "../engine/context.ts";
import { askAction } from "../ranking/ask.ts";
import { seeBoundary } from "../ranking/boundary/command.ts";
import { offersRanking } from "../ranking/rules.ts";
import { distributionBlocks } from "./distribution.ts";
import type { SelectionDraft } from "./draft.ts";
import { changedBlocks, noteBlocks, questionBlocks } from "./draft-questions.ts";
import { departureField, filledFields, pagesOf, reserveField } from "./form.ts";
import { atOnceFields, isAtOnce } from "./form-at-once.ts";
import { isRefused, misfitsOf } from "./limits.ts";
import { selectionPhrases as phrases } from "./phrases.ts";
import { draftedPhrases } from "./phrases-drafted.ts";
import { reservePhrases } from "./phrases-reserves.ts";
import { chosen, type Open, openStep } from "./rules.ts";
import type { Candidate } from "./selection.ts";

export const SAVE_PAGE = "selection.save-page";
export const TURN_PAGE = "selection.turn-page";
export const SUBMIT = "selection.submit";
/** Buttons for pages, beside 报批. */
const MOST_BUTTONS = 4;
export const CANCEL = "selection.cancel";

/** 择优 during entry, for typed answers: the open question, or the summary before submission. */
export function wordsView(draft: SelectionDraft): View {
  const open = openStep(draft.candidates, draft.choices, draft.limits, draft.reserves);
  if (!open) return { ...headOf(draft), ...reviewOf(draft, open) };
  const isFirst = Object.keys(draft.choices.items).length === 0;
  return {
    ...headOf(draft),
    body: [...changedBlocks(draft), ...questionBlocks(draft, open)],
    actions: [
      ...(isFirst ? [] : [{ id: "", label: phrases.back(), typed: phrases.back(), look: "default" as const }]),
      ...rulingActions(draft),
      { id: CANCEL, label: phrases.cancel(), typed: phrases.cancel(), look: "default" },
    ],
  };
}

/** {@link wordsView} as a card, with a page of the form and the way to the cases. */
export function draftView(context: Context, draft: SelectionDraft): View {
  if (!context.cards.interactive) return wordsView(draft);
  const view = draftFace(context, draft);
  const cases = draft.candidates.map(({ applicationId: id, name }) => ({ id, name }));
  const { definition } = context.campaign;
  const near = offersRanking(definition) ? [seeBoundary(), askAction()] : [];
  const see = [...near, ...seeCases(definition, cases, view.actions.length + near.length)];
  return { ...view, actions: [...view.actions, ...(view.form ? besideForm(see) : see)] };
}

function draftFace(context: Context, draft: SelectionDraft): View {
  if (isAtOnce(draft)) return atOnceView(context, draft);
  const { choices, candidates, stored, limits } = draft;
  const pages = pagesOf(context, draft);
  const page = pages[choices.page];
  const open = openStep(candidates, choices, limits, draft.reserves);
  if (!page) {
    const review = reviewOf(draft, open);
    const [submit, ...rest] = review.actions;
    return {
      ...headOf(draft),
      ...review,
      actions: [
        ...(submit ? [submit] : []),
        ...rest.filter(({ id }) => id !== TURN_PAGE),
        ...pageActions(draft, pages),
      ],
      body: [...review.body, ...refusedBlocks(draft)],
      ...openForm(draft, open),
    };
  }
  return {
    ...headOf(draft),
    status: `${headOf(draft).status}，${phrases.page(choices.page + 1, pages.length)}`,
    body: [...changedBlocks(draft), listOf(draft, page), ...formHint(draft), ...refusedBlocks(draft)],
    actions: [],
    form: {
      id: `selection-${choices.page + 1}`,
      action: SAVE_PAGE,
      subject: stored.id,
      submitLabel: phrases.savePage(),
      fields: filledFields(context, draft, page),
    },
  };
}

/** All that is asked for on one page. */
function atOnceView(context: Context, draft: SelectionDraft): View {
  const { stored } = draft;
  return {
    ...headOf(draft),
    body: [
      ...changedBlocks(draft),
      ...questionBlocks(draft, { kind: "choose" }),
      { kind: "text", text: phrases.atOnceHint() + (draft.drafted.size > 0 ? draftedPhrases.atOnceHint() : "") },
      ...refusedBlocks(draft),
    ],
    actions: [...rulingActions(draft), turnTo(stored.id, 0, viewPhrases.withoutSaving(phrases.oneByOne()))],
    form: {
      id: "selection-at-once",
      action: SAVE_PAGE,
      subject: stored.id,
      submitLabel: phrases.savePage(),
      fields: atOnceFields(context, draft),
    },
  };
}

/** The pages by the numbers on them, where there are many several together. */
function pageActions({ stored }: SelectionDraft, pages: readonly (readonly Candidate[])[]): Action[] {
  if (pages.length === 1) return [turnTo(stored.id, 0, phrases.backToForm())];
  const together = Math.ceil(pages.length / MOST_BUTTONS);
  return pages.flatMap((page, at) => {
    const last = pages[Math.min(at + together, pages.length) - 1]?.at(-1);
    const [first] = page;
    return at % together === 0 && first && last
      ? [turnTo(stored.id, at, phrases.changePage(first.number, last.number))]
      : [];
  });
}

/** Form at the summary for what is still asked: the reserves, or the reason for breaking a 原则上 limit. */
function openForm({ stored, choices }: SelectionDraft, open: Open | undefined): Pick<View, "form"> {
  if (open?.kind !== "departure" && open?.kind !== "reserves") return {};
  const fields = [open.kind === "reserves" ? reserveField(choices) : departureField(choices)];
  const submitLabel = phrases.savePage();
  return { form: { id: `selection-${open.kind}`, action: SAVE_PAGE, subject: stored.id, submitLabel, fields } };
}

const headOf = ({ candidates, choices, limits, words }: SelectionDraft): Omit<View, "body" | "actions"> => ({
  title: phrases.title(),
  tone: "running",
  status: phrases.entryStatus(chosen(candidates, choices).length, limits, words),
  footnote: phrases.unverifiedLead(words),
});

/** The ruling on the number, where fewer than it asks for are chosen, or can be. */
function rulingActions({ candidates, choices, limits }: SelectionDraft): Action[] {
  const count = chosen(candidates, choices).length;
  const most = openStep(candidates, choices, limits)?.kind === "choose" ? candidates.length : count;
  const limit = limits.find(({ category, ruling, least }) => !category && ruling !== undefined && least !== undefined);
  if (limit?.ruling === undefined || most >= (limit.least ?? 0)) return [];
  const typed = phrases.rulingName(limit.ruling);
  return [{ id: "ruling.see", label: typed, typed, look: "default", subject: limit.ruling }];
}

const listOf = ({ words, drafted }: SelectionDraft, page: readonly Candidate[]): Block => ({
  kind: "list",
  items: page.map((candidate) => {
    const line = `${candidate.number}. ${phrases.candidate(candidate, words)}`;
    const proposed = drafted.get(candidate.applicationId);
    return proposed === undefined ? line : `${line}。${draftedPhrases.line(proposed)}`;
  }),
});

/** What of the last page could not be saved, right above the form. */
const refusedBlocks = ({ choices: { refused = [] } }: SelectionDraft): Block[] =>
  refused.length === 0
    ? []
    : [
        { kind: "text", text: phrases.refusedLead(refused.length) },
        { kind: "list", items: refused.map(({ sentence }) => sentence) },
      ];

const formHint = ({ drafted }: SelectionDraft): Block[] => [
  { kind: "text", text: phrases.formHint() + (drafted.size > 0 ? draftedPhrases.formHint() : "") },
];

function reviewOf(draft: SelectionDraft, open: Open | undefined): Pick<View, "body" | "actions"> {
  const { choices, candidates, stored, words } = draft;
  const missing = candidates.filter(({ applicationId }) => {
    const { selected, reason } = choices.items[applicationId] ?? {};
    return selected === undefined || reason === undefined;
  });
  const [refused] = misfitsOf(draft.limits, chosen(candidates, choices)).filter(isRefused);
  const line = (one: Candidate) =>
    `${phrases.candidate(one, words)}：${choices.items[one.applicationId]?.reason ?? ""}`;
  const reserves = (draft.reserves > 0 ? (choices.reserves ?? []) : []).flatMap(
    (id) => candidates.find(({ applicationId }) => applicationId === id) ?? [],
  );
  const lines = (selected: boolean): string[] =>
    candidates
      .filter((one) => choices.items[one.applicationId]?.selected === selected && !reserves.includes(one))
      .map(line);
  return {
    body: [
      ...changedBlocks(draft),
      { kind: "text", text: refused && !open ? phrases.notFitting(refused, words) : reviewLead(draft, open, missing) },
      ...noteBlocks(draft),
      ...(choices.departure === undefined
        ? []
        : [{ kind: "text" as const, text: phrases.departure(choices.departure) }]),
      { kind: "text", text: phrases.selectedHeading(lines(true).length, words) },
      { kind: "list", ordered: true, items: lines(true) },
      ...distributionBlocks(chosen(candidates, choices), words, draft.districts),
      ...reserveBlocks(draft, reserves.map(line)),
      ...(lines(false).length === 0
        ? []
        : [
            { kind: "text" as const, text: phrases.passedOverHeading(lines(false).length, words) },
            { kind: "list" as const, items: lines(false) },
          ]),
    ],
    actions: [
      {
        id: SUBMIT,
        label: phrases.submit(),
        typed: phrases.submit(),
        look: "primary",
        subject: stored.id,
        disabled: open !== undefined || refused !== undefined,
      },
      ...rulingActions(draft),
      turnTo(stored.id, 0, phrases.backToForm()),
    ],
  };
}

/** 递补对象, where the ruling on them provides for some and they have been named. */
function reserveBlocks(draft: SelectionDraft, lines: readonly string[]): Block[] {
  const { reserves, choices, words } = draft;
  if (reserves === 0 || choices.reserves === undefined) return [];
  const hint = reservePhrases.hint(eligible(draft));
  if (lines.length === 0) return [{ kind: "text", text: reservePhrases.none() + hint }];
  return [
    { kind: "text", text: reservePhrases.heading(lines.length, words) },
    { kind: "list", ordered: true, items: lines },
    { kind: "text", text: hint },
  ];
}

/** Those who may be reserves, with their numbers. */
const eligible = ({ candidates, choices }: SelectionDraft): string[] =>
  candidates
    .filter(({ applicationId }) => choices.items[applicationId]?.selected === false)
    .map(({ number, name }) => `${number}.${name}`);

function reviewLead(draft: SelectionDraft, open: Open | undefined, missing: readonly Candidate[]): string {
  const { words } = draft;
  if (!open) return phrases.review(words);
  if (open.kind === "departure") return phrases.departureQuestion(open.misfits, words);
  if (open.kind === "reserves")
    return reservePhrases.question(open.most, words) + reservePhrases.among(eligible(draft));
  return phrases.missing(missing.map(({ name }) => name));
}

/** Buttons only; typed answers go back one at a time instead. */
const turnTo = (draftId: string, page: number, label: string): Action => ({
  id: TURN_PAGE,
  label,
  typed: phrases.back(),
  look: "default",
  subject: `${draftId}/${page}`,
});
