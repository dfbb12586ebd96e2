/** Mailbox providers people mistype; each is also never "corrected" into another. */
const PROVIDERS = [
  "gmail.com",
  "googlemail.com",
  "yahoo.com",
  "yahoo.co.uk",
  "yahoo.fr",
  "yahoo.de",
  "yahoo.es",
  "yahoo.it",
  "ymail.com",
  "rocketmail.com",
  "hotmail.com",
  "hotmail.co.uk",
  "hotmail.fr",
  "hotmail.de",
  "hotmail.it",
  "hotmail.es",
  "outlook.com",
  "outlook.de",
  "outlook.fr",
  "outlook.es",
  "live.com",
  "live.co.uk",
  "live.fr",
  "msn.com",
  "icloud.com",
  "me.com",
  "mac.com",
  "aol.com",
  "proton.me",
  "protonmail.com",
  "gmx.de",
  "gmx.net",
  "gmx.com",
  "gmx.at",
  "gmx.ch",
  "web.de",
  "t-online.de",
  "freenet.de",
  "orange.fr",
  "wanadoo.fr",
  "free.fr",
  "laposte.net",
  "sfr.fr",
  "libero.it",
  "virgilio.it",
  "tiscali.it",
  "alice.it",
  "terra.com.br",
  "uol.com.br",
  "bol.com.br",
  "ziggo.nl",
  "kpnmail.nl",
  "planet.nl",
  "telenet.be",
  "skynet.be",
  "bluewin.ch",
  "wp.pl",
  "onet.pl",
  "interia.pl",
  "o2.pl",
  "seznam.cz",
  "centrum.cz",
  "mail.ru",
  "yandex.ru",
  "yandex.com",
  "comcast.net",
  "verizon.net",
  "att.net",
  "sbcglobal.net",
  "cox.net",
  "btinternet.com",
  "sky.com",
  "bigpond.com",
  "optusnet.com.au",
  "shaw.ca",
  "rogers.com",
  "fastmail.com",
  "zoho.com",
  "qq.com",
  "163.com",
  "naver.com",
  "mail.com",
  "email.com",
  "gmx.us",
  "hey.com",
  "pm.me",
  "inbox.com",
] as const;

const known: ReadonlySet<string> = new Set(PROVIDERS);

const ENDING_BY_TYPO: ReadonlyMap<string, string> = new Map([
  ["con", "com"],
  ["cmo", "com"],
  ["ocm", "com"],
  ["comm", "com"],
  ["vom", "com"],
  ["xom", "com"],
  ["cpm", "com"],
  ["coom", "com"],
  ["nte", "net"],
  ["nett", "net"],
  ["ney", "net"],
  ["ogr", "org"],
  ["orgg", "org"],
  ["dee", "de"],
]);

/**
 * The provider a domain was probably meant to be, or null. Only ever a suggestion: other people's
 * domains look like typing mistakes too. `domain` is in lower case.
 */
export function suggestDomain(domain: string): string | null {
  if (known.has(domain)) return null;
  const ending = domain.slice(domain.lastIndexOf(".") + 1);
  const rightEnding = ENDING_BY_TYPO.get(ending);
  const mended = rightEnding === undefined ? domain : domain.slice(0, -ending.length) + rightEnding;
  if (known.has(mended)) return mended;
  const provider = nearestProvider(mended);
  if (provider !== null) return provider;
  return mended === domain ? null : mended;
}

function nearestProvider(domain: string): string | null {
  for (const most of [1, 2]) {
    for (const provider of PROVIDERS) {
      if (most > mistakesForgiven(provider)) continue;
      if (domain[0] !== provider[0] && domain[1] !== provider[1]) continue;
      if (editDistance(domain, provider, most) <= most) return provider;
    }
  }
  return null;
}

/** Short names are one letter from somebody's real domain: they must match. */
function mistakesForgiven(provider: string): number {
  if (provider.length < 8) return 0;
  return provider.length < 9 ? 1 : 2;
}

/**
 * Letters put in, left out, changed or swapped with their neighbour (optimal string alignment). Gives up
 * with `most + 1` when the lengths alone say more than `most`.
 */
export function editDistance(a: string, b: string, most = Infinity): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const isSame = a[i - 1] === b[j - 1];
      let cost = Math.min(
        (last[j] ?? 0) + 1,
        (row[j - 1] ?? 0) + 1,
        (last[j - 1] ?? 0) + (isSame ? 0 : 1),
      );
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        cost = Math.min(cost, (beforeLast[j - 2] ?? 0) + 1);
      }
      row.push(cost);
    }
    beforeLast = last;
    last = row;
  }
  return last[b.length] ?? 0;
}
