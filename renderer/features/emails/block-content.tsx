import type { Block } from "#core/domain/email-content.ts";
import { ButtonBlock } from "./button-block.tsx";
import { HeadingBlock } from "./heading-block.tsx";
import { ImageBlock } from "./image-block.tsx";
import { TextBlock } from "./text-block.tsx";

/** What can be written into a block of this kind. */
export function BlockContent({ block }: { block: Block }) {
  switch (block.kind) {
    case "text":
      return <TextBlock block={block} />;
    case "heading":
      return <HeadingBlock block={block} />;
    case "image":
      return <ImageBlock block={block} />;
    case "button":
      return <ButtonBlock block={block} />;
    case "divider":
      return <hr aria-hidden className="my-1.5 border-line-strong" />;
  }
}
