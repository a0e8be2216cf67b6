package org.workspaceadmin.fleet.health;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.workspaceadmin.directory.AccountAnswer;
import org.workspaceadmin.directory.CheckOrder.Account;
import org.workspaceadmin.directory.CompanyDirectory;
import org.workspaceadmin.directory.Computer;
import org.workspaceadmin.directory.ComputerReading;
import org.workspaceadmin.directory.DirectoryAccess;
import org.workspaceadmin.directory.DirectoryException;
import org.workspaceadmin.directory.Principal;

/** Reads what health needs of the directory. Blocks. */
final class DirectoryReader {
    private static final Logger LOG = LoggerFactory.getLogger(DirectoryReader.class);

    private final CompanyDirectory directory;
    private final DirectoryAccess access;
    private final String joinAccount;

    DirectoryReader(CompanyDirectory directory, DirectoryAccess access, String joinAccount) {
        this.directory = directory;
        this.access = access;
        this.joinAccount = joinAccount;
    }

    /**
     * Reads.
     *
     * @param before what was known
     * @param read hears how many computers were read so far
     * @return what is known now
     */
    Known read(Known before, IntConsumer read) {
        ComputerReading reading = directory.computers(access, read).await();
        String joins = new Account(joinAccount, access.account().password()).user();
        boolean same = joins.isEmpty() || joins.equalsIgnoreCase(access.account().user());
        return new Known(
                new ComputerIndex(reading),
                same ? reading.account() : joiner(joins),
                same,
                replaced(before, reading),
                new ConcurrentHashMap<>(before.addresses()),
                reading.domain(),
                null,
                null);
    }

    /** Without it nothing is said of owners, which is no reason to say nothing at all. */
    private Principal joiner(String name) {
        try {
            AccountAnswer answer = directory.accounts(access, List.of(name)).await().get(name);
            return answer == null || !answer.exists()
                    ? Principal.UNKNOWN
                    : new Principal(answer.sid(), answer.accountName(), false);
        } catch (DirectoryException e) {
            LOG.info("who joins computers was not found: {}", e.problem().kind());
            return Principal.UNKNOWN;
        }
    }

    /** An object of the same name with another SID was made anew. */
    private static Map<String, String> replaced(Known before, ComputerReading now) {
        @Nullable ComputerIndex index = before.computers();
        if (index == null) {
            return Map.of();
        }
        Map<String, String> earlier = new HashMap<>();
        index.reading().computers().forEach(c -> earlier.put(key(c), c.sid()));
        earlier.putAll(before.replaced());
        Map<String, String> replaced = new HashMap<>();
        for (Computer each : now.computers()) {
            String sid = earlier.get(key(each));
            if (sid != null && !sid.isEmpty() && !each.sid().isEmpty() && !sid.equals(each.sid())) {
                replaced.put(key(each), sid);
            }
        }
        return replaced;
    }

    private static String key(Computer computer) {
        return computer.name().toLowerCase(Locale.ROOT);
    }
}
