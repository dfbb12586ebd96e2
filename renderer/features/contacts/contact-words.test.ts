import { describe, expect, test } from "vitest";
import { contactsWords, mailWords, nameOf, titleOf } from "./contact-words.ts";

describe("What a contact is called", () => {
  const cases = [
    {
      name: "both names",
      firstName: "Ana",
      lastName: "Ruiz",
      address: "a@b.example",
      is: "Ana Ruiz",
    },
    { name: "one name", firstName: null, lastName: "Ruiz", address: "a@b.example", is: "Ruiz" },
    {
      name: "the address",
      firstName: null,
      lastName: null,
      address: "a@b.example",
      is: "a@b.example",
    },
    {
      name: "a word",
      firstName: "",
      lastName: null,
      address: null,
      is: "A contact without an address",
    },
  ];
  test.each(cases)("$name", ({ is, ...contact }) => {
    expect(titleOf(contact)).toBe(is);
  });

  test("No name is no word", () => {
    expect(nameOf({ firstName: null, lastName: null })).toBe("");
  });
});

describe("Whether somebody gets mail", () => {
  const open = { isSuppressed: false, suppressionReason: null } as const;

  test("is not spoken of where they do", () => {
    expect(mailWords({ status: "subscribed", ...open })).toBeNull();
  });

  test.each(["unconfirmed", "unsubscribed", "bounced", "complained", "archived"] as const)(
    "is said of %s contacts",
    (status) => {
      expect(mailWords({ status, ...open })).toMatch(/\.$/u);
    },
  );

  const reasons = ["unsubscribed", "bounced", "complained", "by-hand", "imported", "erased"];
  test.each(reasons)("names the reason on the suppression list: %s", (suppressionReason) => {
    const words = mailWords({ status: "unsubscribed", isSuppressed: true, suppressionReason });
    expect(words).toContain("suppression list because");
  });

  test("does without a reason nobody knows", () => {
    expect(mailWords({ status: "archived", isSuppressed: true, suppressionReason: "other" })).toBe(
      "This contact is archived: in no list, and in no campaign. This address is on the suppression list. Nothing is sent to it any more, not even after another import.",
    );
  });
});

test("Counts are words", () => {
  expect([0, 1, 1204].map(contactsWords)).toEqual(["0 contacts", "1 contact", "1,204 contacts"]);
});
