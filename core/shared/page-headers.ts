/**
 * The headers both hosts send with the page. `socketOrigins` are the WebSocket addresses it may call, none in the
 * desktop window.
 *
 * E-mails are previewed in an `<iframe sandbox="" srcdoc="…">`, and such a frame inherits this policy. There is no
 * address of its own for previews: the frame runs no script, so nothing could hand it a mail after it was loaded, and a
 * mail behind an address would have to be kept by the host. What a mail needs is allowed here for that reason: styles
 * in the text, and pictures by https. What it must not have is taken away twice: `sandbox=""` forbids scripts, forms,
 * pop-ups and leaving the frame, and `frame-src 'none'` keeps a clicked link from loading in the frame (the text of a
 * `srcdoc` is not subject to it). Overlays of the page's own libraries set styles too, hence 'unsafe-inline' there alone.
 */
export function pageHeaders(socketOrigins: readonly string[] = []): Record<string, string> {
  const policy = [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: https:",
    "font-src 'self'",
    `connect-src ${["'self'", ...socketOrigins].join(" ")}`,
    "frame-src 'none'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ];
  return {
    "content-security-policy": policy.join("; "),
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    // Keeps another site from loading our files as its own scripts or pictures. The stricter embedder policy would
    // stop the pictures of previewed mails, whose servers do not answer with the header it asks for.
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), display-capture=(), geolocation=(), microphone=(), usb=()",
  };
}
