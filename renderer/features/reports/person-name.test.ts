import { describe, expect, test } from "vitest";
import { personName } from "./person-name.ts";

describe("a person in a list is called", () => {
  const cases = [
    { name: "by both names", first: "Ana", last: "Sousa", address: "a@x.example", is: "Ana Sousa" },
    { name: "by the one there is", first: null, last: "Sousa", address: null, is: "Sousa" },
    { name: "by the address", first: "", last: null, address: "a@x.example", is: "a@x.example" },
    { name: "deleted", first: null, last: null, address: null, is: "Deleted contact" },
  ];
  test.each(cases)("$name", ({ first, last, address, is }) => {
    expect(personName({ firstName: first, lastName: last, address })).toBe(is);
  });
});
