import type { ReactNode } from "react";
import { Link, type LinkProps } from "react-aria-components";
import { buttonClasses, type ButtonSize, type ButtonVariant } from "./button-classes.ts";

export interface ButtonLinkProps extends Omit<LinkProps, "children" | "className" | "style"> {
  href: string;
  children: ReactNode;
  variant?: ButtonVariant;
  size?: ButtonSize;
  icon?: ReactNode;
}

/** A link to another page of the app that looks like a button: `<ButtonLink href="/import">Import</ButtonLink>`. */
export function ButtonLink({ children, variant, size, icon, ...rest }: ButtonLinkProps) {
  return (
    <Link {...rest} className={buttonClasses(variant, size)}>
      <span className="inline-flex items-center gap-1.5">
        {icon}
        {children}
      </span>
    </Link>
  );
}
