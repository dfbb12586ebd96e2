import { Ellipsis, Plus, Trash2 } from "lucide-react";
import { Button } from "../button.tsx";
import { ButtonLink } from "../button-link.tsx";
import { IconButton } from "../icon-button.tsx";
import { Kbd } from "../kbd.tsx";
import { TextLink } from "../text-link.tsx";
import { Hint } from "../tooltip.tsx";
import { Section, Specimen } from "./specimen.tsx";

export function ButtonSection() {
  return (
    <Section id="buttons" title="Buttons and links">
      {(["primary", "secondary", "quiet", "danger"] as const).map((variant) => (
        <Specimen key={variant} name={variant}>
          <Button variant={variant}>Save changes</Button>
          <Button variant={variant} icon={<Plus />}>
            Add
          </Button>
          <Button variant={variant} isPending>
            Saving
          </Button>
          <Button variant={variant} isDisabled>
            Disabled
          </Button>
          <Button variant={variant} size="sm">
            Small
          </Button>
        </Specimen>
      ))}
      <Specimen name="Icon buttons, links, words with a tooltip, keys">
        <IconButton label="Delete" icon={<Trash2 />} />
        <IconButton label="More" icon={<Ellipsis />} size="sm" shortcut="Mod+K" />
        <IconButton label="Cannot be deleted" icon={<Trash2 />} isDisabled />
        <ButtonLink href="/gallery">Link as a button</ButtonLink>
        <TextLink href="/gallery">A link in a sentence</TextLink>
        <Hint text="A few words more, on hover and on focus.">words with a hint</Hint>
        <Kbd keys="Mod+K" />
        <Kbd keys="g c" />
      </Specimen>
    </Section>
  );
}
