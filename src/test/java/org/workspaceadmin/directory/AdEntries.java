package org.workspaceadmin.directory;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Entries in the shapes AD keeps them in, written by another hand than the one that reads them. */
public final class AdEntries {
    /** The domain's identifier. */
    public static final String DOMAIN_SID = "S-1-5-21-1004336348-1177238915-682003330";

    private static final DateTimeFormatter GENERALIZED =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss'.0Z'").withZone(ZoneOffset.UTC);

    private AdEntries() {}

    /**
     * A healthy computer.
     *
     * @param name without {@code $}
     * @param rid end of its SID
     * @param passwordSet when
     * @param ownerRid end of its owner's SID
     */
    public static Map<String, List<Object>> computer(
            String name, int rid, Instant passwordSet, int ownerRid) {
        Map<String, List<Object>> entry = new HashMap<>();
        entry.put("objectClass", List.of("top", "person", "user", "computer"));
        entry.put("cn", List.of(name));
        entry.put("sAMAccountName", List.of(name + "$"));
        entry.put("userAccountControl", List.of(4096));
        entry.put("pwdLastSet", List.of(ticks(passwordSet)));
        entry.put("objectSid", List.of(sid(DOMAIN_SID + "-" + rid)));
        entry.put("whenCreated", List.of(GENERALIZED.format(passwordSet)));
        entry.put("operatingSystem", List.of("Windows 11 Enterprise"));
        entry.put("dNSHostName", List.of(name + ".corp.example.test"));
        entry.put("nTSecurityDescriptor", List.of(ownedBy(DOMAIN_SID + "-" + ownerRid)));
        return entry;
    }

    /** A user or group. */
    public static Map<String, List<Object>> principal(String name, int rid, int... groups) {
        Map<String, List<Object>> entry = new HashMap<>();
        entry.put("objectClass", List.of("top", "person", "user"));
        entry.put("sAMAccountName", List.of(name));
        entry.put("userPrincipalName", List.of(name + "@corp.example.test"));
        entry.put("userAccountControl", List.of(512));
        entry.put("objectSid", List.of(sid(DOMAIN_SID + "-" + rid)));
        List<Object> tokens =
                java.util.Arrays.stream(groups)
                        .mapToObj(g -> (Object) sid(DOMAIN_SID + "-" + g))
                        .toList();
        if (!tokens.isEmpty()) {
            entry.put("tokenGroups", tokens);
        }
        return entry;
    }

    /** Ticks of 100 ns since 1601. */
    public static long ticks(Instant time) {
        return (time.toEpochMilli() + 11_644_473_600_000L) * 10_000L;
    }

    /** An identifier's bytes. */
    public static byte[] sid(String text) {
        String[] parts = text.substring(2).split("-");
        ByteBuffer bytes = ByteBuffer.allocate(8 + 4 * (parts.length - 2));
        bytes.order(ByteOrder.LITTLE_ENDIAN);
        bytes.put(0, Byte.parseByte(parts[0])).put(1, (byte) (parts.length - 2));
        bytes.put(7, Byte.parseByte(parts[1])).position(8);
        for (int i = 2; i < parts.length; i++) {
            bytes.putInt((int) Long.parseLong(parts[i]));
        }
        return bytes.array();
    }

    /** A self-relative security descriptor that says who the owner is and nothing else. */
    public static byte[] ownedBy(String owner) {
        byte[] sid = sid(owner);
        ByteBuffer bytes = ByteBuffer.allocate(20 + sid.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put((byte) 1).put((byte) 0).putShort((short) 0x8000).putInt(20);
        bytes.position(20).put(sid);
        return bytes.array();
    }
}
