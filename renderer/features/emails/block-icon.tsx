import { Heading, Image, Minus, MousePointerClick, Type } from "lucide-react";
import type { BlockKind } from "./edit-blocks.ts";

const icons = {
  text: Type,
  heading: Heading,
  image: Image,
  button: MousePointerClick,
  divider: Minus,
};

/** The sign of a kind of block. */
export function BlockIcon({ kind }: { kind: BlockKind }) {
  const Icon = icons[kind];
  return <Icon aria-hidden />;
}
