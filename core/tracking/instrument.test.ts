import * as fc from "fast-check";
import { parse, serialize } from "parse5";
import { describe, expect, test } from "vitest";
import { addUtm } from "./add-utm.ts";
import { findLinks } from "./find-links.ts";
import { instrument } from "./instrument.ts";
import { splice } from "./splice.ts";

const untracked = { pixelUrl: null, unsubscribeUrl: null };

function urlsIn(html: string): string[] {
  return findLinks(html).map(({ url }) => url);
}

describe("links", () => {
  test.each<[string, string, string[]]>([
    ["in double quotes", `<a href="https://a.example/">x</a>`, ["https://a.example/"]],
    ["in single quotes", `<a href='http://a.example/'>x</a>`, ["http://a.example/"]],
    ["without quotes", `<a href=https://a.example/p>x</a>`, ["https://a.example/p"]],
    ["in capitals", `<A HREF = "HTTPS://A.example/">x</A>`, ["HTTPS://A.example/"]],
    ["with space around", `<a href=" https://a.example/ ">x</a>`, ["https://a.example/"]],
    [
      "decoded once",
      `<a href="https://a.example/?a=1&amp;b=2">x</a>`,
      ["https://a.example/?a=1&b=2"],
    ],
    [
      "not decoded twice",
      `<a href="https://a.example/?q=&amp;amp;">`,
      ["https://a.example/?q=&amp;"],
    ],
    ["of image maps", `<map><area href="https://a.example/"></map>`, ["https://a.example/"]],
    [
      "with merge tags in them",
      `<a href="https://a.example/{{ x | default: 'a' }}">`,
      ["https://a.example/{{ x | default: 'a' }}"],
    ],
    ["that are merge tags", `<a href="{{ event.url }}">`, ["{{ event.url }}"]],
    ["but not to unsubscribe", `<a href="{{ unsubscribe_url }}">`, []],
    ["but not those kept out", `<a data-track="off" href="https://a.example/">`, []],
    [
      "but not mail, telephone, places in the mail",
      `<a href="mailto:a@b.c"><a href="tel:1"><a href="#x"><a href="sms:1"><a href="cid:1"><a href="data:,x"><a href="">`,
      [],
    ],
    ["but not without an address", `<a href>x</a><a name="x">y</a>`, []],
    [
      "but not of the page's head",
      `<link href="https://a.example/"><base href="https://b.example/">`,
      [],
    ],
    [
      "but not in what looks like one in text",
      `<p>href="https://a.example/"</p><!-- <a href="https://a.example/"> --><style>a{}/*<a href="https://b.example">*/</style>`,
      [],
    ],
    [
      "of Outlook's own parts",
      `<!--[if mso]><v:roundrect href="https://a.example/?a&amp;b"><center>x</center></v:roundrect><![endif]-->`,
      ["https://a.example/?a&b"],
    ],
    [
      "of parts Outlook must not see",
      `<!--[if !mso]><!--><a href="https://a.example/">x</a><!--<![endif]-->`,
      ["https://a.example/"],
    ],
    [
      "of a table loop",
      `<table>{% for p in ps %}<tr><td><a href="https://a.example/">x</a></td></tr>{% endfor %}</table>`,
      ["https://a.example/"],
    ],
    [
      "badly nested, once",
      `<a href="https://a.example/"><p>x</a>y</p><b><a href="https://b.example/"><div></b>z</div></a>`,
      ["https://a.example/", "https://b.example/"],
    ],
  ])("are found %s", (_, html, urls) => {
    expect(urlsIn(html)).toEqual(urls);
  });

  test("have their own name, or their position for a name", () => {
    const html = `<a href="https://a.example/">1</a><a data-link="offer" href="https://a.example/">2</a><a data-link="" href="https://a.example/">3</a>`;
    expect(findLinks(html).map(({ linkId }) => linkId)).toEqual(["0", "offer", "2"]);
  });

  test("stand where their offsets say", () => {
    const html = `\uFEFF<p>ü\r\n€😀</p>\r\n<!--[if mso]>\r\n<a href='https://a.example/?a&amp;b'>x</a>\r\n<![endif]-->\r\n<a class="x" href="https://b.example/">y</a>`;
    const written = findLinks(html).map(({ start, end }) => html.slice(start, end));
    expect(written).toEqual(["https://a.example/?a&amp;b", "https://b.example/"]);
  });
});

const piece = fc.oneof(
  fc.constantFrom(
    "<table>",
    "<tr><td>",
    "</td></tr>",
    "</table>",
    "<b>",
    "</a>",
    "<p>",
    "\r\n",
    "\r",
    "<!--[if mso]>",
    "<![endif]-->",
    "<!-- x -->",
    "{% for a in b %}",
    "{% endfor %}",
    "&amp;",
    "<body>",
    "</body></html>",
    "<select>",
    "<svg>",
    "<template>",
    "<style>",
    "</style>",
    "\0",
  ),
  fc.string({ unit: "binary", maxLength: 8 }),
  fc
    .tuple(
      fc.constantFrom("a", "AREA", "v:rect"),
      fc.webUrl({ withQueryParameters: true, withFragments: true }),
      fc.constantFrom('"', "'"),
    )
    .map(
      ([tag, url, quote]) =>
        `<${tag} href=${quote}${url.replaceAll("&", "&amp;").replaceAll("'", "&#39;")}${quote}>`,
    ),
);
const anyHtml = fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join(""));

describe("splicing", () => {
  test("with the same addresses changes no byte of any source", () => {
    fc.assert(
      fc.property(anyHtml, (html) => {
        expect(splice(html, findLinks(html), urlsIn(html))).toBe(html);
      }),
    );
  });

  test("changes addresses and nothing else, and they are read as they were meant", () => {
    fc.assert(
      fc.property(anyHtml, (html) => {
        const slots = findLinks(html);
        const urls = slots.map((_, n) => `https://go.example/c/${n}?a=1&amp=2&b="'<>`);
        const result = splice(html, slots, urls);
        expect(urlsIn(result)).toEqual(urls);
        let rest = result;
        for (const [index, slot] of slots.entries()) {
          const from = index === 0 ? 0 : (slots[index - 1]?.end ?? 0);
          const between = html.slice(from, slot.start);
          expect(rest.startsWith(between)).toBe(true);
          const after = html.slice(slot.end, slots[index + 1]?.start ?? html.length);
          rest = rest.slice(between.length);
          rest = rest.slice(after === "" ? rest.length : rest.indexOf(after));
        }
      }),
    );
  });

  test("puts quotes around an address that had none", () => {
    const html = `<a href=https://a.example/ class=x>y</a>`;
    expect(splice(html, findLinks(html), ["https://b.example/?a&b"])).toBe(
      `<a href="https://b.example/?a&amp;b" class=x>y</a>`,
    );
  });

  test("leaves a loop in its table, which writing the page anew would not", () => {
    const html = `<table>{% for p in ps %}<tr><td><a href="https://a.example/">x</a></td></tr>{% endfor %}</table>`;
    expect(serialize(parse(html))).not.toContain("<table>{% for");
    expect(splice(html, findLinks(html), ["https://b.example/"])).toBe(
      html.replace("a.example", "b.example"),
    );
  });
});

describe("a mail made ready", () => {
  const trackLink = ({ linkId, url }: { linkId: string; url: string }): string =>
    `https://go.example/c/${linkId}?u=${encodeURIComponent(url)}`;

  test("has tracked links, its unsubscribe link as it was, and the picture last", () => {
    const html = `<html><body><a href="https://a.example/?a=1&amp;b=2">x</a><a href="https://go.example/u/T">bye</a></body></html>`;
    const result = instrument(html, {
      trackLink,
      pixelUrl: "https://go.example/o/T.gif",
      unsubscribeUrl: "https://go.example/u/T",
    });
    expect(result).toBe(
      `<html><body><a href="https://go.example/c/0?u=https%3A%2F%2Fa.example%2F%3Fa%3D1%26b%3D2">x</a><a href="https://go.example/u/T">bye</a><img src="https://go.example/o/T.gif" width="1" height="1" alt="" style="display:block;border:0"></body></html>`,
    );
  });

  test.each([
    [
      "before the end of the body, not of one in a comment",
      `<body>x<!-- </body> --></body>`,
      `<body>x<!-- </body> -->|</body>`,
    ],
    ["at the end where the body has none", `<p>x</p>`, `<p>x</p>|`],
  ])("has the picture %s", (_, html, expected) => {
    const result = instrument(html, { trackLink, pixelUrl: "p", unsubscribeUrl: null });
    expect(result.replace(/<img[^>]*>/u, "|")).toBe(expected);
  });

  test("leaves a filled-in merge tag alone that is no web address", () => {
    const html = `<a href="{{ event.url }}">x</a>`;
    expect(instrument(html, { trackLink, ...untracked })).toBe(html);
  });

  test("marks where visits come from, before they are signed", () => {
    const seen: string[] = [];
    instrument(`<a href="https://a.example/#top">x</a>`, {
      ...untracked,
      utm: { source: "dripline" },
      trackLink(link) {
        seen.push(link.url);
        return link.url;
      },
    });
    expect(seen).toEqual(["https://a.example/?utm_source=dripline#top"]);
  });
});

describe("marks of origin", () => {
  const utm = { source: "spring mail", medium: "email" };
  test.each([
    ["https://a.example/", "https://a.example/?utm_source=spring%20mail&utm_medium=email"],
    ["https://a.example/?a=1", "https://a.example/?a=1&utm_source=spring%20mail&utm_medium=email"],
    ["https://a.example/?", "https://a.example/?utm_source=spring%20mail&utm_medium=email"],
    ["https://a.example/#a?b", "https://a.example/?utm_source=spring%20mail&utm_medium=email#a?b"],
    ["https://a.example/?utm_source=mine", "https://a.example/?utm_source=mine&utm_medium=email"],
    ["https://a.example/?utm_medium=&utm_source=x", "https://a.example/?utm_medium=&utm_source=x"],
  ])("%s → %s", (url, marked) => {
    expect(addUtm(url, utm)).toBe(marked);
  });
});
