package main

import (
	"fmt"
	"net"
	"net/netip"
	"net/url"
	"slices"
	"strings"
)

// closedNetworks are the networks beside the loopback, private, link-local and multicast ones that are nobody's
// public address: RFC 6890 and its registry, shared address space (RFC 6598), translated and tunnelled IPv4 (which
// could lead to all of these), and a cloud's metadata service.
const closedNetworks = "0.0.0.0/8 100.64.0.0/10 192.0.0.0/24 192.0.2.0/24 198.18.0.0/15 198.51.100.0/24 " +
	"203.0.113.0/24 240.0.0.0/4 168.63.129.16/32 ::/96 64:ff9b::/96 64:ff9b:1::/48 100::/64 2001::/32 " +
	"2001:db8::/32 2002::/16 fec0::/10"

// metadata are the addresses by which clouds tell a machine its secrets, those that are not link-local.
const metadata = "168.63.129.16/32 100.100.100.200/32 192.0.0.192/32 fd00:ec2::/32 fd20:ce::254/128"

// sameHost reports whether an address "host:port" is that of a URL, or the same host's port for https.
func sameHost(address string, named *url.URL) bool {
	host, port, err := net.SplitHostPort(address)
	if err != nil || !strings.EqualFold(host, named.Hostname()) {
		return false
	}
	want := named.Port()
	if want == "" {
		want = map[string]string{"http": "80", "https": "443"}[named.Scheme]
	}
	return port == want || port == "443"
}

// mayDial returns an error unless an address "ip:port" is one of the public Internet or, where that is allowed, of
// this machine or a private network.
func mayDial(address string, private bool) error {
	at, err := netip.ParseAddrPort(address)
	if err != nil {
		return fmt.Errorf("%s: not an address", address)
	}
	ip := at.Addr().Unmap().WithZone("")
	switch {
	case never(ip) || never(inner(ip)):
		return fmt.Errorf("%s is a link-local or metadata address, which is never read", ip)
	case private || !closed(ip):
		return nil
	}
	return fmt.Errorf(
		"%s is an address of this machine or of a private network; --allow-private lets the host that is named be read",
		ip,
	)
}

func never(ip netip.Addr) bool {
	return ip.IsLinkLocalUnicast() || ip.IsMulticast() || inAny(ip, metadata)
}

func closed(ip netip.Addr) bool {
	return ip.IsLoopback() || ip.IsPrivate() || ip.IsUnspecified() || inAny(ip, closedNetworks)
}

// inAny reports whether an address lies in one of the networks of a list.
func inAny(ip netip.Addr, networks string) bool {
	return slices.ContainsFunc(strings.Fields(networks), func(n string) bool {
		return netip.MustParsePrefix(n).Contains(ip)
	})
}

// inner returns the IPv4 address that a translated or tunnelled IPv6 address leads to; others as they are.
func inner(ip netip.Addr) netip.Addr {
	b := ip.As16()
	switch {
	case netip.MustParsePrefix("2002::/16").Contains(ip):
		return netip.AddrFrom4([4]byte(b[2:6]))
	case netip.MustParsePrefix("64:ff9b::/96").Contains(ip), netip.MustParsePrefix("::/96").Contains(ip):
		return netip.AddrFrom4([4]byte(b[12:16]))
	}
	return ip
}
