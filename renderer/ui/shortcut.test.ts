import { describe, expect, test } from "vitest";
import { matchShortcut, strokeOf } from "./shortcut.ts";

const noKeys = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };

describe("Writing a key press as a shortcut", () => {
  const cases = [
    { name: "a letter alone", press: { key: "g" }, stroke: "g" },
    { name: "Ctrl and a letter", press: { key: "k", ctrlKey: true }, stroke: "Mod+K" },
    { name: "Command and a letter", press: { key: "k", metaKey: true }, stroke: "Mod+K" },
    { name: "a sign that needs Shift", press: { key: "?", shiftKey: true }, stroke: "?" },
    {
      name: "undo the other way",
      press: { key: "Z", ctrlKey: true, shiftKey: true },
      stroke: "Mod+Shift+Z",
    },
    { name: "Alt and an arrow", press: { key: "ArrowUp", altKey: true }, stroke: "Alt+ArrowUp" },
    { name: "Shift and Enter", press: { key: "Enter", shiftKey: true }, stroke: "Shift+Enter" },
  ];
  test.each(cases)("$name", ({ press, stroke }) => {
    expect(strokeOf({ ...noKeys, ...press })).toBe(stroke);
  });
});

describe("Finding the shortcut", () => {
  const shortcuts = ["g c", "g k", "Mod+K", "?", "c"];
  const cases = [
    {
      name: "one stroke runs at once",
      pending: "",
      stroke: "?",
      match: { kind: "run", shortcut: "?" },
    },
    {
      name: "the first of two waits",
      pending: "",
      stroke: "g",
      match: { kind: "wait", pending: "g" },
    },
    {
      name: "the second of two runs the pair, not the letter alone",
      pending: "g",
      stroke: "c",
      match: { kind: "run", shortcut: "g c" },
    },
    {
      name: "a wrong second stroke counts by itself",
      pending: "g",
      stroke: "?",
      match: { kind: "run", shortcut: "?" },
    },
    {
      name: "the first again waits again",
      pending: "g",
      stroke: "g",
      match: { kind: "wait", pending: "g" },
    },
    { name: "anything else is nothing", pending: "", stroke: "x", match: { kind: "none" } },
  ];
  test.each(cases)("$name", ({ pending, stroke, match }) => {
    expect(matchShortcut(pending, stroke, shortcuts)).toEqual(match);
  });
});
