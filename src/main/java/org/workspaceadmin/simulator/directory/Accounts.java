package org.workspaceadmin.simulator.directory;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.simulator.world.Person;

/**
 * Who is in the domain and what it thinks of a password.
 *
 * <p>Beside the fleet's people there are {@code Administrator}, {@code svc-desktop} (domain
 * administrator by nesting), {@code svc.join} (may create computers, and no more), {@code
 * svc-reader} (may read), {@code helpdesk.ng} (owns objects that it made), and one of every state:
 * {@code svc-locked}, {@code svc-disabled}, {@code svc-expired}, {@code svc-oldpassword}, {@code
 * svc-newcomer}.
 */
final class Accounts {
    private static final int WRONG_ONES_THAT_LOCK = 5;
    private static final Duration LOCKED_FOR = Duration.ofMinutes(30);
    private static final long USERS = 513;
    private static final long OPERATORS = 1_102;

    private final Domain domain;
    private final InstantSource clock;
    private final List<Account> all = new ArrayList<>();
    private final Map<String, Account> byName = new HashMap<>();
    private final Map<String, Tries> tries = new HashMap<>();

    private record Tries(int wrong, Instant last, @Nullable Instant locked) {}

    /**
     * The domain's accounts.
     *
     * @param domain the domain
     * @param people of the fleet
     * @param clock ends lock-outs
     */
    Accounts(Domain domain, List<Person> people, InstantSource clock) {
        this.domain = domain;
        this.clock = clock;
        String users = "CN=Users," + domain.base();
        String services = "OU=Service Accounts," + domain.base();
        List<Long> administrator = List.of(USERS, (long) Domain.DOMAIN_ADMINS);
        List<Long> nested = List.of(USERS, OPERATORS, (long) Domain.DOMAIN_ADMINS);
        List<Long> plain = List.of(USERS);
        Account.State good = Account.State.GOOD;
        add(new Account("Administrator", "Administrator", users, 500, good, administrator, true));
        add(new Account("svc-desktop", "Workspace service", services, 1_104, good, nested, true));
        add(new Account("svc.join", "Join computers", services, 1_105, good, plain, true));
        add(new Account("svc-reader", "Read only", services, 1_106, good, plain, false));
        add(new Account("helpdesk.ng", "Help Desk Ng", services, 1_110, good, plain, true));
        add(service("svc-locked", 1_111, Account.State.LOCKED, services));
        add(service("svc-disabled", 1_112, Account.State.DISABLED, services));
        add(service("svc-expired", 1_113, Account.State.EXPIRED, services));
        add(service("svc-oldpassword", 1_114, Account.State.PASSWORD_EXPIRED, services));
        add(service("svc-newcomer", 1_115, Account.State.MUST_CHANGE, services));
        for (int i = 0; i < people.size(); i++) {
            Person person = people.get(i);
            add(
                    new Account(
                            person.name(),
                            person.fullName(),
                            "OU=" + person.department() + ",OU=Staff," + domain.base(),
                            2_000 + i,
                            state(person, i),
                            plain,
                            false));
        }
    }

    private static Account service(String name, long relative, Account.State state, String unit) {
        return new Account(name, name, unit, relative, state, List.of(USERS), false);
    }

    private void add(Account account) {
        all.add(account);
        byName.put(account.name().toLowerCase(Locale.ROOT), account);
    }

    private Account.State state(Person person, int index) {
        if (person.locked()) {
            return Account.State.LOCKED;
        }
        double share = domain.dice().share("account-state", index);
        return share < 0.02
                ? Account.State.DISABLED
                : share < 0.025
                        ? Account.State.EXPIRED
                        : share < 0.03
                                ? Account.State.PASSWORD_EXPIRED
                                : share < 0.035 ? Account.State.MUST_CHANGE : Account.State.GOOD;
    }

    /** All of them, in a fixed order. */
    List<Account> all() {
        return List.copyOf(all);
    }

    /** By {@code sAMAccountName}, ignoring case. */
    @Nullable Account named(String name) {
        return byName.get(name.toLowerCase(Locale.ROOT));
    }

    /** By what a simple bind may be given: a DN, {@code name@domain}, {@code DOMAIN\name}. */
    @Nullable Account binding(String given) {
        int slash = given.indexOf('\\');
        if (slash > 0) {
            return given.substring(0, slash).equalsIgnoreCase(domain.netBios())
                    ? named(given.substring(slash + 1))
                    : null;
        }
        int at = given.lastIndexOf('@');
        if (at > 0) {
            return given.substring(at + 1).equalsIgnoreCase(domain.name())
                    ? named(given.substring(0, at))
                    : null;
        }
        return all.stream().filter(a -> a.dn().equalsIgnoreCase(given)).findFirst().orElse(null);
    }

    /** Since when it is locked, null when it is not. */
    synchronized @Nullable Instant locked(Account account) {
        if (account.state() == Account.State.LOCKED) {
            return domain.began().minus(Duration.ofMinutes(90));
        }
        Tries known = tries.get(account.name());
        Instant since = known == null ? null : known.locked();
        return since != null && clock.instant().isBefore(since.plus(LOCKED_FOR)) ? since : null;
    }

    /** Wrong passwords in a row. */
    synchronized int wrong(Account account) {
        Tries known = tries.get(account.name());
        return known == null ? 0 : known.wrong();
    }

    /**
     * Judges a sign-in; a wrong password counts.
     *
     * @param account null when there is none
     * @param password as it was sent
     * @return the data code of AD, empty when it is right
     */
    synchronized String judge(@Nullable Account account, String password) {
        if (account == null) {
            return "525";
        }
        if (locked(account) != null) {
            return "775";
        }
        if (password.toLowerCase(Locale.ROOT).contains("wrong")) {
            Instant now = clock.instant();
            Tries before = tries.get(account.name());
            boolean inARow =
                    before != null
                            && before.locked() == null
                            && now.isBefore(before.last().plus(LOCKED_FOR));
            int count = before != null && inARow ? before.wrong() + 1 : 1;
            tries.put(
                    account.name(),
                    new Tries(count, now, count >= WRONG_ONES_THAT_LOCK ? now : null));
            return "52e";
        }
        tries.remove(account.name());
        return switch (account.state()) {
            case DISABLED -> "533";
            case EXPIRED -> "701";
            case PASSWORD_EXPIRED -> "532";
            case MUST_CHANGE -> "773";
            case GOOD, LOCKED -> "";
        };
    }
}
