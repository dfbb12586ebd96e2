import { describe, expect, test } from "vitest";
import {
  emptyContent,
  listLinks,
  type Block,
  type EmailContent,
} from "#core/domain/email-content.ts";
import {
  duplicateBlock,
  insertBlock,
  moveBlock,
  neighbourOf,
  newBlock,
  nudgeBlock,
  removeBlock,
  updateBlock,
} from "./edit-blocks.ts";

function emailOf(...ids: string[]): EmailContent {
  return { ...emptyContent, blocks: ids.map((id): Block => ({ id, kind: "divider" })) };
}
function idsOf(content: EmailContent): string {
  return content.blocks.map((block) => block.id).join(" ");
}
function counter(): () => string {
  let n = 0;
  return () => `new${++n}`;
}

const added: Block = { id: "x", kind: "divider" };
const orders: readonly [
  name: string,
  change: (email: EmailContent) => EmailContent,
  ids: string,
][] = [
  ["a block put first stands first", (email) => insertBlock(email, added, 0), "x a b c"],
  ["a block put behind the last stands last", (email) => insertBlock(email, added, 3), "a b c x"],
  ["a block moved down takes the other's place", (email) => moveBlock(email, "a", 2), "b c a"],
  ["a block moved up takes the other's place", (email) => moveBlock(email, "c", 0), "c a b"],
  ["a block goes no further than the end", (email) => moveBlock(email, "a", 9), "b c a"],
  ["a block nudged up changes with the one above", (email) => nudgeBlock(email, "b", -1), "b a c"],
  ["a block nudged down changes with the one below", (email) => nudgeBlock(email, "b", 1), "a c b"],
  ["the first is not nudged further up", (email) => nudgeBlock(email, "a", -1), "a b c"],
  ["the last is not nudged further down", (email) => nudgeBlock(email, "c", 1), "a b c"],
  ["a removed block is gone", (email) => removeBlock(email, "b"), "a c"],
  ["removing what is gone changes nothing", (email) => removeBlock(email, "z"), "a b c"],
  ["moving what is gone changes nothing", (email) => moveBlock(email, "z", 1), "a b c"],
  ["a copy stands below", (email) => duplicateBlock(email, "a", counter()), "a new1 b c"],
];
describe("the order of blocks", () => {
  for (const [name, change, ids] of orders)
    test(name, () => {
      expect(idsOf(change(emailOf("a", "b", "c")))).toBe(ids);
    });
});

test("a change that changes nothing is the same email, so that it is no undo step", () => {
  const email = emailOf("a", "b");
  expect(moveBlock(email, "a", 0)).toBe(email);
  expect(removeBlock(email, "z")).toBe(email);
  expect(updateBlock(email, "a", (block) => block)).toBe(email);
});

test("only the changed block is a new one", () => {
  const email = emailOf("a", "b");
  const changed = updateBlock(email, "b", () => ({
    id: "b",
    kind: "heading",
    text: "Hi",
    level: 1,
  }));
  expect(changed.blocks[0]).toBe(email.blocks[0]);
  expect(changed.blocks[1]).toEqual({ id: "b", kind: "heading", text: "Hi", level: 1 });
});

test("every link of a copy is a new one", () => {
  const blocks: Block[] = [
    {
      id: "t",
      kind: "text",
      html: '<p><a href="https://a.example" data-link="one">A</a> <a data-link="two" href="https://b.example">B</a></p>',
    },
    { id: "b", kind: "button", label: "Go", href: "https://c.example", linkId: "three" },
    {
      id: "i",
      kind: "image",
      src: "",
      alt: "d",
      href: "https://d.example",
      linkId: "four",
      width: null,
    },
  ];
  for (const block of blocks) {
    const copied = duplicateBlock({ ...emptyContent, blocks: [block] }, block.id, counter());
    const links = listLinks(copied);
    expect(new Set(links.map((link) => link.linkId)).size).toBe(links.length);
    expect(links.map((link) => link.url)).toEqual([
      ...links.slice(links.length / 2).map((link) => link.url),
      ...links.slice(links.length / 2).map((link) => link.url),
    ]);
  }
});

test("the focus goes to what stands below, else above, else nowhere", () => {
  expect(neighbourOf(emailOf("a", "b", "c"), "b")).toBe("c");
  expect(neighbourOf(emailOf("a", "b", "c"), "c")).toBe("b");
  expect(neighbourOf(emailOf("a"), "a")).toBe(null);
});

test("a new block is empty and has its ids", () => {
  expect(newBlock("button", counter())).toEqual({
    id: "new1",
    kind: "button",
    label: "",
    href: "",
    linkId: "new2",
  });
});
