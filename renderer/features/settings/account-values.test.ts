import { describe, expect, test } from "vitest";
import {
  accountOfValues,
  newAccountValues,
  valuesOfAccount,
  valuesOfProvider,
  type AccountValues,
} from "./account-values.ts";

const values: AccountValues = {
  ...newAccountValues("Lindenhof"),
  ...valuesOfProvider("gmail"),
  provider: "gmail",
  fromAddress: " ana@gmail.com ",
  password: "abcd efgh",
};

describe("What is typed becomes an account", () => {
  test("that signs in with its address, is named by it, and keeps the provider’s limits", () => {
    expect(accountOfValues(values, null)).toEqual({
      id: null,
      name: "ana@gmail.com",
      fromName: "Lindenhof",
      fromAddress: "ana@gmail.com",
      replyTo: null,
      host: "smtp.gmail.com",
      port: 465,
      security: "tls",
      user: "ana@gmail.com",
      password: "abcd efgh",
      maxConnections: 1,
      perSecond: null,
      perMinute: 10,
      perHour: null,
      perDay: 400,
      isTracking: true,
    });
  });
  const cases: readonly {
    name: string;
    typed: Partial<AccountValues>;
    saved: Partial<ReturnType<typeof accountOfValues>>;
  }[] = [
    {
      name: "an empty password keeps the old one",
      typed: { password: "" },
      saved: { password: null },
    },
    {
      name: "another name signs in",
      typed: { user: " lindenhof " },
      saved: { user: "lindenhof" },
    },
    {
      name: "nobody signs in",
      typed: { isSigningIn: false, user: "lindenhof" },
      saved: { user: null },
    },
    { name: "an empty limit is none", typed: { perDay: Number.NaN }, saved: { perDay: null } },
    {
      name: "an answer address",
      typed: { replyTo: " shop@lindenhof.example" },
      saved: { replyTo: "shop@lindenhof.example" },
    },
  ];
  test.each(cases)("$name", ({ typed, saved }) => {
    expect(accountOfValues({ ...values, ...typed }, "a1")).toMatchObject({ id: "a1", ...saved });
  });
});

test("A saved account comes back as it was typed, without its password", () => {
  const { password: _password, ...account } = accountOfValues(values, "a1");
  const shown = valuesOfAccount({
    ...account,
    id: "a1",
    hasPassword: true,
    blockedUntil: null,
    problem: null,
    sentToday: 0,
  });
  expect({ ...shown, password: "abcd efgh" }).toEqual({
    ...values,
    name: "ana@gmail.com",
    fromAddress: "ana@gmail.com",
    user: "ana@gmail.com",
  });
});
