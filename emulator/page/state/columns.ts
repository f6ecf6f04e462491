import { type Signal, signal } from "@preact/signals";

/** One person's client: the person and the open chat; without one a narrow client shows the list. */
export interface Column {
  userId: string;
  chatId: string | undefined;
}

export const MAX_COLUMNS = 4;
const KEY = "jiayuan.emulator.columns";
const FIRST_PEOPLE = ["maxiaohan", "yuecheng-1"];

export interface ColumnStore {
  current: Signal<readonly Column[]>;
  /** The column with the focus. */
  active: Signal<number>;
  open(index: number, chatId: string | undefined): void;
  setPerson(index: number, userId: string): void;
  add(userId: string): void;
  remove(index: number): void;
  /** Shows these people side by side; those already shown keep their open chat. */
  show(userIds: readonly string[]): void;
  /** Removes people who do not exist any more; at least one column remains. */
  removeUnknown(userIds: readonly string[]): void;
}

/**
 * The people are part of the address, `#maxiaohan,keqiao-1`, so that a link shows the same ones; the open chats are
 * only stored locally.
 */
export function makeColumns({ storage, address }: { storage: Storage; address: Location }): ColumnStore {
  const current = signal<readonly Column[]>(initial(storage, address));
  const active = signal(0);

  function set(columns: readonly Column[]): void {
    current.value = columns;
    active.value = Math.min(active.value, columns.length - 1);
    storage.setItem(KEY, JSON.stringify(columns));
    const hash = `#${columns.map(({ userId }) => encodeURIComponent(userId)).join(",")}`;
    if (address.hash !== hash) history.replaceState(null, "", hash);
  }
  const replace = (index: number, column: Column) => set(current.value.map((old, at) => (at === index ? column : old)));

  addEventListener("hashchange", () => {
    if (peopleIn(address).length > 0) set(columnsIn(address, current.value));
  });

  return {
    current,
    active,
    open: (index, chatId) => {
      const column = current.value[index];
      if (column !== undefined) replace(index, { ...column, chatId });
      active.value = index;
    },
    setPerson: (index, userId) => replace(index, fresh(userId)),
    add: (userId) => {
      set([...current.value, fresh(userId)].slice(0, MAX_COLUMNS));
      active.value = current.value.length - 1;
    },
    remove: (index) => {
      if (current.value.length > 1) set(current.value.filter((_, at) => at !== index));
    },
    show: (userIds) => {
      if (userIds.length === 0) return;
      const known = (userId: string) => current.value.find((column) => column.userId === userId);
      set(userIds.slice(0, MAX_COLUMNS).map((userId) => known(userId) ?? fresh(userId)));
    },
    removeUnknown: (userIds) => {
      const known = current.value.filter(({ userId }) => userIds.includes(userId));
      if (known.length === current.value.length || userIds.length === 0) return;
      set(known.length > 0 ? known : userIds.slice(0, 2).map(fresh));
    },
  };
}

/** Placeholder for the direct chat with the bot, whose id is not known yet. */
export const DIRECT = "direct";
const fresh = (userId: string): Column => ({ userId, chatId: DIRECT });

const peopleIn = (address: Location): string[] =>
  [...new Set(address.hash.slice(1).split(",").map(decodeURIComponent))]
    .filter((id) => id !== "")
    .slice(0, MAX_COLUMNS);

/** The people of the address, each with the chat they had open. */
const columnsIn = (address: Location, known: readonly Column[]): Column[] =>
  peopleIn(address).map((userId) => known.find((column) => column.userId === userId) ?? fresh(userId));

function initial(storage: Storage, address: Location): Column[] {
  const saved = stored(storage);
  if (peopleIn(address).length > 0) return columnsIn(address, saved);
  return saved.length > 0 ? saved : FIRST_PEOPLE.map(fresh);
}

function stored(storage: Storage): Column[] {
  try {
    const columns = JSON.parse(storage.getItem(KEY) ?? "[]") as Column[];
    return columns.filter((column) => typeof column.userId === "string").slice(0, MAX_COLUMNS);
  } catch {
    return [];
  }
}
