import type { ReactNode } from "react";
import { PageHeader, type PageHeaderProps } from "./page-header.tsx";

export interface PageProps extends PageHeaderProps {
  children: ReactNode;
  /** At most this wide in pixels; lists and canvases take all there is. */
  maxWidth?: number;
  /** The content fills the height and scrolls by itself (VirtualTable, editors). */
  isFilled?: boolean;
  /** A SidePanel beside the content. */
  panel?: ReactNode;
}

/** A whole page: header, content, and a panel at the right where there is one. */
export function Page({ children, maxWidth, isFilled, panel, ...header }: PageProps) {
  return (
    <div className="flex h-full min-h-0">
      <div
        className={`flex min-w-0 flex-1 flex-col ${isFilled ? "overflow-hidden" : "overflow-auto"}`}
      >
        <PageHeader {...header} />
        <div
          className={`w-full px-8 pb-10 ${isFilled ? "flex min-h-0 flex-1 flex-col" : ""}`}
          style={{ maxWidth }}
        >
          {children}
        </div>
      </div>
      {panel}
    </div>
  );
}
