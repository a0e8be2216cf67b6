package org.workspaceadmin.connection.network;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Hosts that are reached without a proxy, as {@code NO_PROXY} lists them:
 *
 * <ul>
 *   <li>{@code example.com} and {@code .example.com} and {@code *.example.com}: that domain and
 *       everything below it (the dotted forms without the domain itself)
 *   <li>{@code 10.1.2.3} an address, {@code 10.0.0.0/8} a block of IPv4 addresses; both match
 *       addresses in the URI only, names are not looked up
 *   <li>any of these with {@code :port}: that port only
 *   <li>{@code *}: everybody
 * </ul>
 *
 * <p>This machine itself needs no entry.
 */
public final class NoProxy {
    private final List<Entry> entries;

    private record Entry(String text, String host, int port) {}

    private NoProxy(List<Entry> entries) {
        this.entries = entries;
    }

    /**
     * Reads entries; blank ones are left out.
     *
     * @param texts one entry each, or several with commas or blanks between them
     */
    public static NoProxy of(List<String> texts) {
        List<Entry> entries = new ArrayList<>();
        for (String text : texts) {
            for (String one : text.split("[,;\\s]+")) {
                if (!one.isEmpty()) {
                    entries.add(entry(one));
                }
            }
        }
        return new NoProxy(List.copyOf(entries));
    }

    /**
     * The entry that lets an address go directly.
     *
     * @param uri with a host
     * @return the entry as written, empty when none matches
     */
    public Optional<String> match(URI uri) {
        String host = bare(uri.getHost());
        int port = port(uri);
        return entries.stream()
                .filter(e -> e.port() == 0 || e.port() == port)
                .filter(e -> matches(e.host(), host))
                .map(Entry::text)
                .findFirst();
    }

    /** Whether a host is this machine itself by name or address. */
    static boolean isLoopback(String host) {
        String bare = bare(host);
        return bare.equals("localhost")
                || bare.endsWith(".localhost")
                || bare.equals("::1")
                || bare.equals("0:0:0:0:0:0:0:1")
                || ipv4(bare).map(a -> (a >>> 24) == 127).orElse(false);
    }

    private static Entry entry(String text) {
        String host = text.toLowerCase(Locale.ROOT);
        int port = 0;
        int colon = host.lastIndexOf(':');
        boolean oneColon = colon >= 0 && host.indexOf(':') == colon;
        if (colon >= 0 && (oneColon || host.lastIndexOf(']') == colon - 1)) {
            String digits = host.substring(colon + 1);
            if (digits.matches("\\d{1,5}")) {
                port = Integer.parseInt(digits);
                host = host.substring(0, colon);
            }
        }
        return new Entry(text, bare(host), port);
    }

    private static boolean matches(String rule, String host) {
        if (rule.equals("*")) {
            return true;
        }
        if (rule.contains("/")) {
            return inBlock(rule, host);
        }
        if (rule.startsWith("*.") || rule.startsWith(".")) {
            return host.endsWith(rule.substring(rule.indexOf('.')));
        }
        return host.equals(rule) || (!isAddress(host) && host.endsWith("." + rule));
    }

    private static boolean inBlock(String block, String host) {
        int slash = block.indexOf('/');
        Optional<Long> network = ipv4(block.substring(0, slash));
        Optional<Long> address = ipv4(host);
        String digits = block.substring(slash + 1);
        if (network.isEmpty() || address.isEmpty() || !digits.matches("\\d{1,2}")) {
            return false;
        }
        int bits = Integer.parseInt(digits);
        if (bits > 32) {
            return false;
        }
        int away = 32 - bits;
        return network.get() >>> away == address.get() >>> away;
    }

    private static boolean isAddress(String text) {
        return text.contains(":") || ipv4(text).isPresent();
    }

    private static Optional<Long> ipv4(String text) {
        String[] parts = text.split("\\.", -1);
        if (parts.length != 4) {
            return Optional.empty();
        }
        long value = 0;
        for (String part : parts) {
            if (!part.matches("\\d{1,3}") || Integer.parseInt(part) > 255) {
                return Optional.empty();
            }
            value = (value << 8) | Integer.parseInt(part);
        }
        return Optional.of(value);
    }

    private static int port(URI uri) {
        if (uri.getPort() > 0) {
            return uri.getPort();
        }
        return "http".equalsIgnoreCase(uri.getScheme()) ? 80 : 443;
    }

    /** Lower case, without the brackets of IPv6 and the dot that ends a full name. */
    private static String bare(String host) {
        String bare = host.toLowerCase(Locale.ROOT);
        if (bare.startsWith("[") && bare.endsWith("]")) {
            bare = bare.substring(1, bare.length() - 1);
        }
        return bare.length() > 1 && bare.endsWith(".")
                ? bare.substring(0, bare.length() - 1)
                : bare;
    }
}
