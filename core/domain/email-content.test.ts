import { describe, expect, test } from "vitest";
import { emailContentSchema } from "./email-content-schema.ts";
import {
  emailProblems,
  listLinks,
  listMergeTags,
  type Block,
  type EmailContent,
} from "./email-content.ts";

function email(blocks: readonly Block[], more: Partial<EmailContent> = {}): EmailContent {
  return { subject: "Hello", preheader: "", text: null, blocks, ...more };
}
function text(html: string): Block {
  return { id: "t", kind: "text", html };
}
function button(href: string, label = "Go"): Block {
  return { id: "b", kind: "button", label, href, linkId: "l1" };
}
const facts = { fieldKeys: new Set(["city"]) };

test("links come in reading order, with their words and addresses", () => {
  const content = email([
    text(
      "<p>See <a href=\"https://a.example/?x=1&amp;y=2\" data-link=\"one\"><strong>the</strong> shop</a> or <a data-link='two' href='https://b.example/'>https://b.example/</a></p>",
    ),
    button("https://c.example/", "Buy"),
    {
      id: "i",
      kind: "image",
      src: "https://a.example/a.png",
      alt: "A cat",
      href: "https://d.example/",
      linkId: "four",
      width: null,
    },
    { id: "d", kind: "divider" },
  ]);
  expect(listLinks(content)).toEqual([
    { linkId: "one", label: "the shop", url: "https://a.example/?x=1&y=2" },
    { linkId: "two", label: "https://b.example/", url: "https://b.example/" },
    { linkId: "l1", label: "Buy", url: "https://c.example/" },
    { linkId: "four", label: "A cat", url: "https://d.example/" },
  ]);
});

test("merge tags are found in the subject, the preheader, words, addresses and the text part", () => {
  const content = email(
    [
      { id: "h", kind: "heading", level: 1, text: "{{ contact.city }}" },
      text("<p>{{ event.product }}</p>"),
      button("https://a.example/?c={{ contact.address }}"),
    ],
    {
      subject: "{{ contact.first_name }}",
      preheader: "{{ business.name }}",
      text: "{{ unsubscribe_url }}",
    },
  );
  expect(listMergeTags(content).map(({ path }) => path)).toEqual([
    "contact.first_name",
    "business.name",
    "unsubscribe_url",
    "contact.city",
    "event.product",
    "contact.address",
  ]);
});

test("a good email has no problem", () => {
  const content = email([
    text(
      '<p>Hello {{&nbsp;contact.first_name | default: "you" }}{% if contact.city == "Bonn" and 2 &gt; 1 %}!{% endif %}</p>',
    ),
    button("https://a.example/{{ contact.city | default: 'x' }}?a=b"),
    button("mailto:me@shop.example"),
    button("{{ unsubscribe_url }}"),
  ]);
  expect(emailProblems(content, facts)).toEqual([]);
  expect(emailContentSchema.parse(content)).toEqual(content);
});

describe("what is wrong is told in words", () => {
  const fine = text("<p>Fine.</p>");
  for (const { name, content, severity = "error", says } of [
    {
      name: "no subject",
      content: email([fine], { subject: " " }),
      says: "The email has no subject.",
    },
    { name: "no content", content: email([]), says: "The email is empty." },
    {
      name: "content without a word",
      content: email([
        { id: "a", kind: "text", html: "<p></p><p> &nbsp;</p>" },
        { id: "b", kind: "heading", text: " ", level: 1 },
      ]),
      says: "The email is empty.",
    },
    {
      name: "an unknown merge tag",
      content: email([text("<p>{{ contact.nickname }}</p>")]),
      says: "The merge tag {{ contact.nickname }} is not known. Choose one from the list, or add the field first.",
    },
    {
      name: "a merge tag without fallback",
      content: email([text("<p>{{ contact.city }}</p>")]),
      severity: "note",
      says: "{{ contact.city }} has no fallback: people without it will not get this email.",
    },
    {
      name: "a merge tag that is not closed",
      content: email([text("<p>{{ contact.city </p>")]),
      says: "A merge tag is not closed: {{ needs its }}.",
    },
    {
      name: "a link without address",
      content: email([button(" ", "Go")]),
      says: "The link “Go” has no address.",
    },
    {
      name: "a relative link",
      content: email([button("shop/cats", "Go")]),
      says: "The link “Go” is not a whole address. Begin it with https://.",
    },
    {
      name: "half an address",
      content: email([button("https://", "Go")]),
      says: "The link “Go” is not a whole address. It needs a name like https://example.com.",
    },
    {
      name: "a javascript link",
      content: email([text('<p><a href="javascript:alert(1)" data-link="x">Go</a></p>')]),
      says: "The link “Go” has an address that email programs do not open. Use https://….",
    },
    {
      name: "a link with a blank",
      content: email([button("https://a.example/my file", "Go")]),
      says: "The link “Go” has a blank in its address.",
    },
    {
      name: "an anchor that leads nowhere",
      content: email([text("<p><a>here</a></p>")]),
      says: "The link “here” has no address. Give it one, or remove the link.",
    },
    {
      name: "a link that shows another address",
      content: email([button("https://evil.example/", "https://bank.example/")]),
      severity: "note",
      says: "The link “https://bank.example/” shows another address than it leads to, which looks like fraud to mail programs.",
    },
    {
      name: "a button without words",
      content: email([button("https://a.example/", "")]),
      says: "A button has no words on it.",
    },
    {
      name: "an image from nowhere",
      content: email([
        {
          id: "i",
          kind: "image",
          src: "cat.png",
          alt: "A cat",
          href: null,
          linkId: null,
          width: null,
        },
      ]),
      says: "An image has no web address (https://…).",
    },
    {
      name: "an image without description",
      content: email([
        {
          id: "i",
          kind: "image",
          src: "https://a.example/c.png",
          alt: "",
          href: null,
          linkId: null,
          width: null,
        },
      ]),
      severity: "note",
      says: "An image has no description for people who do not see it.",
    },
    {
      name: "a very long email",
      content: email([text(`<p>${"long ".repeat(20_000)}</p>`)]),
      severity: "note",
      says: "The email is long: Gmail shows only its beginning, without the unsubscribe link.",
    },
  ])
    test(`an email with ${name}`, () => {
      expect(emailProblems(content, facts)).toEqual([{ severity, text: says }]);
    });
});
