import { describe, expect, test } from "vitest";
import { relayKeyProblem, relayUrlProblem } from "./relay-values.ts";

describe("A relay’s address", () => {
  test.each([
    { text: " https://go.example.com ", isRight: true },
    { text: "http://127.0.0.1:8787", isRight: true },
    { text: "http://localhost:8787/", isRight: true },
    { text: "http://go.example.com", isRight: false },
    { text: "go.example.com", isRight: false },
    { text: "ftp://go.example.com", isRight: false },
    { text: "", isRight: false },
  ])("“$text” is taken: $isRight", ({ text, isRight }) => {
    expect(relayUrlProblem(text) === true).toBe(isRight);
  });
});

describe("A relay key", () => {
  test.each([
    { text: " dr1_abc ", hasKey: false, isRight: true },
    { text: "", hasKey: true, isRight: true },
    { text: "", hasKey: false, isRight: false },
    { text: "abc", hasKey: true, isRight: false },
  ])("“$text” is taken: $isRight, with one saved: $hasKey", ({ text, hasKey, isRight }) => {
    expect(relayKeyProblem(text, hasKey) === true).toBe(isRight);
  });
});
