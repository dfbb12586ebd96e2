import { useLocation } from "wouter";
import type { World } from "#core/contract/wire.ts";
import { setWorld, useWorld } from "../client/world.ts";
import { SegmentedControl } from "../ui/segmented-control.tsx";

/** Practice or real. Pages of one thing belong to one world, so the switch goes to the list it is in. */
export function WorldSwitch() {
  const world = useWorld();
  const [path, navigate] = useLocation();
  return (
    <SegmentedControl<World>
      label="World"
      isWide
      value={world}
      options={[
        { value: "practice", label: "Practice" },
        { value: "real", label: "Real" },
      ]}
      onChange={(next) => {
        setWorld(next);
        navigate(listAbove(path));
      }}
    />
  );
}

function listAbove(path: string): string {
  const [, first = ""] = path.split("/");
  return first === "campaigns" || first === "practice" ? "/" : `/${first}`;
}
