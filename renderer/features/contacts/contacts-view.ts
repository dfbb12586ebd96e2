import { create } from "zustand";
import type { SegmentRule } from "#core/domain/segment.ts";
import type { World } from "#core/contract/wire.ts";
import { useWorld } from "../../client/world.ts";

/** Who is in the list: everyone, the archive, a rule built here, or a segment by its id. */
export type Shown = "everyone" | "archived" | "rule" | `segment:${string}`;

export interface ContactsView {
  readonly query: string;
  readonly shown: Shown;
  /** Kept while something else is shown. */
  readonly rule: SegmentRule;
  readonly sort: "address" | "name" | "created";
  readonly isDescending: boolean;
}

const firstView: ContactsView = {
  query: "",
  shown: "everyone",
  rule: { kind: "all", rules: [] },
  sort: "created",
  isDescending: true,
};

interface ViewStore {
  readonly views: Partial<Record<World, ContactsView>>;
  change: (world: World, change: Partial<ContactsView>) => void;
}

/** So that one finds the list as one left it after a look at a contact. */
const useViewStore = create<ViewStore>()((set) => ({
  views: {},
  change: (world, change) => {
    set(({ views }) => ({
      views: { ...views, [world]: { ...firstView, ...views[world], ...change } },
    }));
  },
}));

export function useContactsView(): readonly [
  ContactsView,
  (change: Partial<ContactsView>) => void,
] {
  const world = useWorld();
  const view = useViewStore(({ views }) => views[world]) ?? firstView;
  return [
    view,
    (change) => {
      useViewStore.getState().change(world, change);
    },
  ];
}

/** The rule the core is asked for; null is everyone who is not archived. */
export function shownRule({ shown, rule }: ContactsView): SegmentRule | null {
  switch (shown) {
    case "everyone":
      return null;
    case "archived":
      return { kind: "status", test: "is", status: "archived" };
    case "rule":
      return "rules" in rule && rule.rules.length === 0 ? null : rule;
    default:
      return { kind: "in-segment", test: "is", segmentId: shown.slice("segment:".length) };
  }
}

/** Pressing the column again turns the order; another column begins with the order people expect. */
export function sortedBy(
  view: ContactsView,
  sort: ContactsView["sort"],
): Pick<ContactsView, "sort" | "isDescending"> {
  if (view.sort === sort) return { sort, isDescending: !view.isDescending };
  return { sort, isDescending: sort === "created" };
}
