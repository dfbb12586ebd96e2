import { useEffect, useRef, useState } from "react";
import { MailFrame } from "../../parts/mail-frame/mail-frame.tsx";

export type Device = "desktop" | "phone";

interface PreviewStageProps {
  document: string;
  device: Device;
}

/** Widths of the windows mails are read in, in pixels. */
const WIDTHS: Readonly<Record<Device, number>> = { desktop: 700, phone: 375 };

/** The mail in a window as wide as a desktop's or a phone's; scaled down where there is less room. */
export function PreviewStage({ document, device }: PreviewStageProps) {
  const stage = useRef<HTMLDivElement>(null);
  const [size, setSize] = useState({ width: 0, height: 0 });
  useEffect(() => {
    const { current } = stage;
    if (!current) return undefined;
    const observer = new ResizeObserver(([entry]) => {
      if (entry) setSize({ width: entry.contentRect.width, height: entry.contentRect.height });
    });
    observer.observe(current);
    return () => {
      observer.disconnect();
    };
  }, []);
  const width = WIDTHS[device];
  const scale = Math.min(1, size.width / width);
  const frameHeight = device === "phone" ? Math.min(size.height, 740) : size.height / scale;
  return (
    <div className="min-h-0 flex-1 p-4">
      <div ref={stage} className="flex h-full justify-center">
        {size.width > 0 && (
          <div style={{ width: width * scale, height: frameHeight * scale }}>
            <div
              className="overflow-hidden rounded-lg border border-line-strong shadow-low"
              style={{
                width,
                height: frameHeight,
                transform: `scale(${scale})`,
                transformOrigin: "top left",
              }}
            >
              <MailFrame title="The email as it would arrive" html={document} />
            </div>
          </div>
        )}
      </div>
    </div>
  );
}
