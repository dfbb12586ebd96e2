import { ImageOff } from "lucide-react";
import { useState } from "react";
import type { Block } from "#core/domain/email-content.ts";
import { newId } from "../../client/new-id.ts";
import { Select } from "../../ui/select.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { AddressField } from "./address-field.tsx";
import { useBlockEdits } from "./use-block-edits.ts";

type ImageContent = Extract<Block, { kind: "image" }>;

const WIDTHS = [
  { value: "full", label: "Full width" },
  { value: "400", label: "Three quarters" },
  { value: "268", label: "Half" },
  { value: "134", label: "A quarter" },
];

export function ImageBlock({ block }: { block: ImageContent }) {
  const edits = useBlockEdits();
  const [wasLeft, setLeft] = useState(false);
  function change(changes: Partial<Omit<ImageContent, "id" | "kind">>) {
    edits.change(block.id, "image", changes);
  }
  const width = block.width === null ? "full" : String(block.width);
  return (
    <div className="flex gap-3">
      <Thumbnail key={block.src} src={block.src} />
      <div className="grid min-w-0 flex-1 grid-cols-2 gap-3">
        <div className="col-span-2">
          <AddressField
            label="Address of the picture"
            placeholder="https://example.com/picture.jpg"
            description="An email shows pictures that are on the web: put yours on your website first and give its address here."
            value={block.src}
            onChange={(src) => {
              change({ src });
            }}
          />
        </div>
        <div className="col-span-2">
          <TextField
            label="Description"
            placeholder="Fresh bread on a wooden table"
            description="Read out to those who cannot see it, and shown while pictures are off."
            value={block.alt}
            maxLength={2000}
            isRequired
            onChange={(alt) => {
              change({ alt });
            }}
            onBlur={() => {
              setLeft(true);
            }}
            errorMessage={
              wasLeft && block.alt.trim() === ""
                ? "Please say in a few words what the picture shows."
                : undefined
            }
          />
        </div>
        <AddressField
          label="Leads to (if anywhere)"
          value={block.href ?? ""}
          onChange={(href) => {
            // The id stays, so that a trigger finds its link again when the address is back.
            change({ href: href === "" ? null : href, linkId: block.linkId ?? newId() });
          }}
        />
        <Select
          label="Width"
          options={
            WIDTHS.some(({ value }) => value === width)
              ? WIDTHS
              : [...WIDTHS, { value: width, label: `${width} pixels` }]
          }
          value={width}
          onChange={(next) => {
            change({ width: next === "full" ? null : Number(next) });
          }}
        />
      </div>
    </div>
  );
}

function Thumbnail({ src }: { src: string }) {
  const [isBroken, setBroken] = useState(false);
  const canShow = /^https:\/\/[^\s{]+$/iu.test(src) && !isBroken;
  return (
    <div className="mt-6.5 grid size-20 shrink-0 place-items-center overflow-hidden rounded-md border border-line bg-sunken text-ink-faint">
      {canShow ? (
        <img
          src={src}
          alt=""
          className="size-full object-contain"
          onError={() => {
            setBroken(true);
          }}
        />
      ) : (
        <ImageOff aria-hidden className="size-5" />
      )}
    </div>
  );
}
