import type { ReactNode } from "react";
import { Link, type LinkProps } from "react-aria-components";

export interface TextLinkProps extends Omit<LinkProps, "children" | "className" | "style"> {
  children: ReactNode;
}

/** A link in a sentence or a cell: `<TextLink href="/contacts/1">Ana</TextLink>`, or with `onPress` alone. */
export function TextLink(props: TextLinkProps) {
  return (
    <Link
      {...props}
      className="cursor-pointer rounded-sm font-medium text-accent-text underline decoration-accent-line underline-offset-3 data-hovered:decoration-current"
    />
  );
}
