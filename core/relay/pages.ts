function shell(title: string, body: string): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex"><title>${title}</title>
<style>:root{color-scheme:light dark}body{font:17px/1.5 system-ui,sans-serif;max-width:32rem;margin:15vh auto;padding:0 1.5rem;text-align:center}button{font:inherit;font-weight:600;padding:.7rem 1.4rem;border:0;border-radius:.5rem;background:#2f5bea;color:#fff;cursor:pointer}button:focus-visible{outline:3px solid;outline-offset:3px}</style></head><body><main>${body}</main></body></html>`;
}

export function confirmPage(): string {
  return shell(
    "Unsubscribe",
    `<h1>Unsubscribe?</h1><p>You will get no more of these e-mails.</p><form method="post"><button>Unsubscribe</button></form>`,
  );
}

export function donePage(): string {
  return shell(
    "Unsubscribed",
    "<h1>You are unsubscribed.</h1><p>You will get no more of these e-mails.</p>",
  );
}

export function homePage(): string {
  return shell(
    "Relay",
    "<h1>Nothing to see here.</h1><p>This address carries links of e-mails.</p>",
  );
}

export function missingPage(): string {
  return shell(
    "Not found",
    "<h1>This link leads nowhere.</h1><p>It may be incomplete: please open it from the e-mail again. To unsubscribe, you can also answer the e-mail with “unsubscribe”.</p>",
  );
}
