import { describe, expect, test } from "vitest";
import { clientNetwork, networkOf } from "./network-of.ts";

describe("an address is cut to its network", () => {
  test.each([
    ["203.0.113.77", "203.0.113.0"],
    ["::ffff:203.0.113.77", "203.0.113.0"],
    ["2001:db8:1234:5678::1", "2001:db8:1234::"],
    ["2001:0DB8:0001:5678:0:0:0:1", "2001:db8:1::"],
    ["2001:db8::1", "2001:db8:0::"],
    ["::1", "0:0:0::"],
    ["fe80::1%eth0", "fe80:0:0::"],
    ["somebody", ""],
    ["", ""],
    ["203.0.113.77, 10.0.0.1", ""],
  ])("%s → %s", (address, network) => {
    expect(networkOf(address)).toBe(network);
  });
});

describe("the forwarded address", () => {
  test.each([
    ["is believed from a proxy on this machine", "127.0.0.1", "198.51.100.7", "198.51.100.0"],
    ["is the last one, which the proxy saw", "::1", "1.2.3.4, 198.51.100.7", "198.51.100.0"],
    ["is believed from a container's network", "::ffff:172.18.0.1", "198.51.100.7", "198.51.100.0"],
    ["is not believed from a stranger", "203.0.113.9", "198.51.100.7", "203.0.113.0"],
    ["may be missing", "127.0.0.1", undefined, "127.0.0.0"],
  ])("%s", (_, peer, forwarded, network) => {
    expect(clientNetwork(peer, forwarded)).toBe(network);
  });
});
