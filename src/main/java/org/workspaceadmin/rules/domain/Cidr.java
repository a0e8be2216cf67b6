package org.workspaceadmin.rules.domain;

import java.util.Optional;

/**
 * A range of IPv4 addresses such as {@code 192.168.0.0/24}.
 *
 * @param network first address, 0 to 2^32-1
 * @param bits length of the prefix, 0-32
 */
public record Cidr(long network, int bits) {
    /**
     * What the service keeps for itself: no subnet of the company's may lie in it (api/workspace.md
     * section 2).
     */
    public static final Cidr RESERVED = parse("172.16.0.0/12").orElseThrow();

    /**
     * Reads a range; bits behind the prefix are ignored.
     *
     * @param text such as {@code 10.1.0.0/16}
     * @return empty for anything else
     */
    public static Optional<Cidr> parse(CharSequence text) {
        int slash = Characters.last(text, '/');
        int digits = text.length() - slash - 1;
        if (slash < 0 || digits < 1 || digits > 2) {
            return Optional.empty();
        }
        CharSequence length = text.subSequence(slash + 1, text.length());
        long address = Addresses.value(text.subSequence(0, slash));
        if (address < 0 || !Characters.all(length, Characters::digit)) {
            return Optional.empty();
        }
        int bits = Integer.parseInt(length.toString());
        return bits > 32 ? Optional.empty() : Optional.of(new Cidr(address & mask(bits), bits));
    }

    /** Whether the two have an address in common. */
    public boolean overlaps(Cidr other) {
        long mask = mask(Math.min(bits, other.bits));
        return (network & mask) == (other.network & mask);
    }

    private static long mask(int bits) {
        return bits == 0 ? 0 : (0xFFFF_FFFFL << (32 - bits)) & 0xFFFF_FFFFL;
    }

    @Override
    public String toString() {
        return (network >> 24)
                + "."
                + ((network >> 16) & 255)
                + "."
                + ((network >> 8) & 255)
                + "."
                + (network & 255)
                + "/"
                + bits;
    }
}
