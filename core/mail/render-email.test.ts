import { describe, expect, test } from "vitest";
import type { Block, EmailContent } from "../domain/email-content.ts";
import { must } from "../shared/assert.ts";
import { compileEmail } from "./compile-email.ts";
import {
  renderEmail,
  type MergeValues,
  type Rendered,
  type RenderOptions,
} from "./render-email.ts";

const values: MergeValues = {
  contact: {
    address: "ana@home.example",
    first_name: "Ana",
    city: "Köln & Bonn",
    signed_up: "2026-03-05",
  },
  event: { product: "Lamp" },
  business: { name: "Lamps & Co", address: "1 Main Street, Bonn" },
  unsubscribeUrl: "https://go.example/u/T.S",
};

function render(
  content: Partial<EmailContent>,
  more: Partial<MergeValues> = {},
  options: Partial<RenderOptions> = {},
): Rendered {
  return renderEmail(
    compileEmail({ subject: "Hello", preheader: "", blocks: [], text: null, ...content }),
    {
      values: { ...values, ...more },
      trackLink: ({ linkId, index }) => `https://go.example/c/${linkId}-${index}?a=1&b=2`,
      pixelUrl: null,
      ...options,
    },
  );
}
function made(rendered: Rendered): { subject: string; html: string; text: string } {
  if ("problem" in rendered) throw new Error(rendered.problem);
  return rendered;
}
const text = (html: string): Block => ({ id: "t", kind: "text", html });
const button = (href: string): Block => ({
  id: "b",
  kind: "button",
  label: "Go",
  href,
  linkId: "go",
});
const hrefs = (html: string): string[] =>
  [...html.matchAll(/href="([^"]*)"/gu)].map((match) => must(match[1]));

test("values are filled in, escaped for HTML and plain in text and subject", () => {
  const {
    subject,
    html,
    text: plain,
  } = made(
    render({
      subject: "{{ contact.city }}: {{ event.product }}",
      blocks: [text("<p>From {{ contact.city }}</p>")],
    }),
  );
  expect(subject).toBe("Köln & Bonn: Lamp");
  expect(html).toContain('<p style="margin:0 0 12px;">From Köln &amp; Bonn</p>');
  expect(plain).toContain("From Köln & Bonn");
});

test("a value that is HTML stays words", () => {
  const { html } = made(
    render(
      {
        blocks: [
          text("<p>{{ contact.first_name }}</p>"),
          { id: "h", kind: "heading", level: 1, text: "{{ contact.first_name }}" },
        ],
      },
      { contact: { first_name: '<img src=x onerror="alert(1)">' } },
    ),
  );
  expect(html).not.toContain("<img");
  expect(html.match(/&lt;img src=x onerror=&#34;alert\(1\)&#34;&gt;/gu)).toHaveLength(2);
});

test("Liquid typed in the editor survives its entities", () => {
  const { html } = made(
    render({
      blocks: [
        text(
          '<p>{% if contact.city != "x" and 3 &gt; 2 %}yes &amp; more{% endif %} {{&nbsp;contact.none | default: "a &amp; b" }}</p>',
        ),
      ],
    }),
  );
  expect(html).toContain("yes &amp; more a &amp; b</p>");
});

describe("links", () => {
  test("tracked ones get their own address, in order; the way out, mail and phone keep theirs", () => {
    const { html } = made(
      render({
        blocks: [
          text(
            '<p><a href="https://a.example/" data-link="one">1</a> <a href="mailto:me@shop.example" data-link="two">2</a> <a href="{{ unsubscribe_url }}" data-link="three">out</a> <a href="https://b.example/" data-link="four" data-track="off">4</a> <a href="https://pasted.example/">5</a> <a href="https://a.example/" data-link="six">same again</a></p>',
          ),
          button("tel:+49228"),
        ],
      }),
    );
    expect(hrefs(html)).toEqual([
      "https://go.example/c/one-0?a=1&amp;b=2",
      "mailto:me@shop.example",
      "https://go.example/u/T.S",
      "https://b.example/",
      "https://pasted.example/",
      "https://go.example/c/six-5?a=1&amp;b=2",
      "tel:+49228",
    ]);
  });

  for (const { name, href, contact, url } of [
    {
      name: "values are encoded inside an address",
      href: "https://a.example/{{ contact.city }}?q={{ contact.q }}#x",
      contact: { city: "Köln/Bonn", q: "a&b=c d" },
      url: "https://a.example/K%C3%B6ln%2FBonn?q=a%26b%3Dc%20d#x",
    },
    {
      name: "a value cannot add another host or a query",
      href: "https://{{ contact.city }}.a.example/",
      contact: { city: "evil.example/?" },
      url: "https://evil.example%2F%3F.a.example/",
    },
    {
      name: "a value may be a whole address, with encoded values behind it",
      href: "{{ contact.city }}?n={{ contact.q }}",
      contact: { city: "https://ana.example/me", q: "a b" },
      url: "https://ana.example/me?n=a%20b",
    },
    {
      name: "url_encode encodes once",
      href: "https://a.example/?q={{ contact.q | url_encode }}",
      contact: { q: "a b" },
      url: "https://a.example/?q=a%20b",
    },
    {
      name: "entities of the editor are read once",
      href: "https://a.example/?x=1&amp;y=2",
      contact: {},
      url: "https://a.example/?x=1&y=2",
    },
  ])
    test(name, () => {
      let asked = "";
      made(
        render(
          { blocks: [text(`<p><a href="${href}" data-link="l">x</a></p>`)] },
          { contact },
          {
            trackLink: (link) => {
              asked = link.url;
              return link.url;
            },
          },
        ),
      );
      expect(asked).toBe(url);
    });

  for (const { name, site } of [
    { name: "a script", site: "javascript:alert(1)" },
    { name: "half an address", site: "www.ana.example" },
    { name: "an address with a line break", site: "https://a.example/\r\nX: y" },
    { name: "nothing but blanks", site: "  " },
  ])
    test(`a value that is ${name} stops the mail`, () => {
      const rendered = render({ blocks: [button("{{ contact.site }}")] }, { contact: { site } });
      expect(rendered).toEqual({ problem: expect.stringMatching(/^A link would lead to “/u) });
    });
});

describe("nothing half-filled is sent", () => {
  for (const { name, content, problem } of [
    {
      name: "a value is missing in the text",
      content: { blocks: [text("<p>{{ contact.nickname }}</p>")] },
      problem:
        "This person has no value for {{ contact.nickname }}, and the email gives no fallback for it.",
    },
    {
      name: "a value is missing in the subject",
      content: { subject: "{{ contact.nickname }}" },
      problem:
        "This person has no value for {{ contact.nickname }}, and the email gives no fallback for it.",
    },
    {
      name: "a value is missing in a link",
      content: { blocks: [button("https://a.example/{{ event.id }}")] },
      problem:
        "This person has no value for {{ event.id }}, and the email gives no fallback for it.",
    },
    {
      name: "the subject comes out empty",
      content: { subject: '{{ contact.nickname | default: " " }}' },
      problem: "The subject is empty for this person. Give its merge tags a fallback.",
    },
    {
      name: "a tag is not closed",
      content: { blocks: [text("<p>{% if contact.city %}x</p>")] },
      problem: expect.stringMatching(/^The email cannot be made: /u),
    },
    {
      name: "a filter is unknown",
      content: { blocks: [text("<p>{{ contact.city | shout }}</p>")] },
      problem: expect.stringMatching(/undefined filter: shout/u),
    },
    {
      name: "a file is asked for",
      content: { blocks: [text("<p>{% include '/etc/hostname' %}</p>")] },
      problem: expect.stringMatching(/include/u),
    },
    {
      name: "it would never end",
      content: {
        blocks: [
          text(
            "<p>{% for i in (1..9000000) %}{% for j in (1..9000000) %}x{% endfor %}{% endfor %}</p>",
          ),
        ],
      },
      problem: expect.stringMatching(/takes too long|limit/u),
    },
    {
      name: "it asks for today",
      content: { blocks: [text('<p>{{ "now" | date: "%Y" }}</p>')] },
      problem: expect.stringMatching(/day of sending/u),
    },
    {
      name: "it asks for what is not the contact's",
      content: { blocks: [text("<p>{{ contact.constructor.name }}</p>")] },
      problem: expect.stringMatching(/no value for/u),
    },
  ])
    test(`an email with ${name}`, () => {
      expect(render(content)).toEqual({ problem });
    });
});

test("a day is that day, wherever this computer is", () => {
  const { subject } = made(render({ subject: '{{ contact.signed_up | date: "%-d %B %Y" }}' }));
  expect(subject).toBe("5 March 2026");
});

test("a subject is one line", () => {
  const { subject } = made(
    render(
      { subject: "Hi {{ contact.first_name }}" },
      { contact: { first_name: "A\r\nBcc: eve@evil.example\u2028x" } },
    ),
  );
  expect(subject).toBe("Hi A Bcc: eve@evil.example x");
});

describe("the footer the law wants", () => {
  test("is there by itself", () => {
    const { html, text: plain } = made(render({ blocks: [text("<p>Hi</p>")] }));
    expect(html).toContain("Lamps &amp; Co<br>1 Main Street, Bonn<br>");
    expect(html).toContain(
      '<a href="https://go.example/u/T.S" style="color:#5b626e;">Unsubscribe</a>',
    );
    expect(plain).toMatch(
      /Hi\n[\s\S]*Lamps & Co\n1 Main Street, Bonn\nUnsubscribe \(https:\/\/go\.example\/u\/T\.S\)$/u,
    );
  });
  test("is not said twice", () => {
    const { html } = made(
      render({
        blocks: [
          text(
            '<p>{{ business.name }}, {{ business.address }} <a href="{{ unsubscribe_url }}">leave</a></p>',
          ),
        ],
      }),
    );
    expect(html.match(/1 Main Street/gu)).toHaveLength(1);
    expect(html).not.toContain("Unsubscribe");
  });
  test("is added to a text part by hand", () => {
    expect(made(render({ text: "Hi {{ contact.first_name }}" })).text).toBe(
      "Hi Ana\n\n-- \nLamps & Co\n1 Main Street, Bonn\nUnsubscribe: https://go.example/u/T.S",
    );
  });
  test("asks for an answer where there is no address to leave by", () => {
    const { html, text: plain } = made(render({ text: "Hi" }, { unsubscribeUrl: null }));
    expect(html).toContain("To unsubscribe, reply with “unsubscribe”.");
    expect(plain).toContain("To unsubscribe, reply with “unsubscribe”.");
  });
});

describe("the text part", () => {
  test("says the same with the links' own addresses", () => {
    const { text: plain } = made(
      render({
        preheader: "only shown beside the subject",
        blocks: [
          { id: "h", kind: "heading", level: 1, text: "Lamps for {{ contact.city }}" },
          text(
            '<p>One <strong>bright</strong> <a href="https://a.example/?x=1&amp;y=2" data-link="one">lamp</a>.</p><ul><li>big</li><li>small</li></ul><p><a href="https://b.example/" data-link="two">https://b.example/</a></p>',
          ),
          button("https://c.example/{{ contact.first_name }}"),
        ],
      }),
    );
    expect(plain.split("\n\n").slice(0, 5)).toEqual([
      "Lamps for Köln & Bonn",
      "One bright lamp (https://a.example/?x=1&y=2).",
      " * big\n * small",
      "https://b.example/",
      "Go (https://c.example/Ana)",
    ]);
    expect(plain).not.toContain("only shown");
    expect(plain).not.toContain("go.example/c/");
  });
});

test("the pixel stands last, and only where it was asked for", () => {
  const pixelUrl = "https://go.example/o/T.gif?a&b";
  expect(made(render({}, {}, { pixelUrl })).html).toContain(
    '<img src="https://go.example/o/T.gif?a&amp;b" width="1" height="1" alt="" style="display:block;border:0"></body></html>',
  );
  expect(made(render({})).html).not.toContain("<img");
});

describe("pasted HTML is cleaned", () => {
  for (const [name, dirt, clean] of [
    ["a script", "<p>a<script>alert(1)</script>b</p>", "ab</p>"],
    ["a handler", '<p onclick="x()">a</p>', ">a</p>"],
    ["a style sheet", "<style>p{}</style><p>a</p>", ">a</p>"],
    ["a script address", '<p><a href="java\tscript:alert(1)">a</a></p>', ">a</p>"],
    ["data in an address", '<p><a href="data:text/html,x">a</a></p>', ">a</p>"],
    ["a relative address", '<p><a href="/x">a</a></p>', ">a</p>"],
    ["a form", "<p>a<form><input></form></p>", ">a</p>"],
    ["Word's own", '<p class="MsoNormal"><o:p>a</o:p></p>', ">a</p>"],
    ["a picture that counts", '<p>a<img src="https://spy.example/x.gif"></p>', ">a</p>"],
    ["a comment", "<p>a<!-- [if mso]> x <![endif] --></p>", ">a</p>"],
    ["an unclosed part", "<p>a <b>bold", "a <b>bold</b></p>"],
    ["a vector picture", "<p>a<svg><a href='javascript:x'>b</a></svg></p>", ">a</p>"],
  ] as const)
    test(name, () => {
      const { html } = made(render({ blocks: [text(dirt)] }));
      const block = must(/<td align="left"[^>]*>([\s\S]*?)<\/td>/u.exec(html)?.[1]);
      expect(block).toContain(clean);
      expect(block).not.toMatch(/script|onclick|style>|data:|form|Mso|o:p|spy|<!--|svg|class/u);
    });
});
