import { useState } from "react";
import { classes } from "../../ui/classes.ts";

export interface MailFrameProps {
  /** Read out as the frame's name. */
  title: string;
  /** A whole HTML document. It runs no script, opens nothing and leads nowhere. */
  html: string;
}

/**
 * A mail as its recipient would see it. A changed mail is drawn behind the old one and shown once it is there,
 * so that nothing flickers while somebody writes.
 */
export function MailFrame({ title, html }: MailFrameProps) {
  const [shown, setShown] = useState(html);
  const frames = shown === html ? [html] : [shown, html];
  return (
    <div className="relative size-full overflow-hidden bg-white">
      {frames.map((document) => (
        <iframe
          key={document}
          title={title}
          sandbox=""
          srcDoc={document}
          className={classes(
            "absolute inset-0 size-full border-0",
            document !== shown && "invisible",
          )}
          onLoad={() => {
            if (document === html) setShown(html);
          }}
        />
      ))}
    </div>
  );
}
