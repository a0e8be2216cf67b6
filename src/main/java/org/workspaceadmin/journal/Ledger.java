package org.workspaceadmin.journal;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import org.workspaceadmin.model.Actor;

/**
 * The append-only ledger of every write. It is read here; it is written by the journal alone, in
 * the transaction of the step it tells of, and the database itself refuses to change or delete an
 * entry.
 */
public final class Ledger {
    /** Everything but the body; targets are read along from the first entry of the request. */
    private static final String LIGHT =
            "SELECT seq, at, kind, actor_kind, actor, host, os_user, connection_id,"
                    + " connection_name, operation, operation_kind, request, method, path,"
                    + " '' AS body, CASE WHEN request<0 OR kind='INTENDED' THEN targets ELSE"
                    + " coalesce((SELECT first.targets FROM activity first WHERE"
                    + " first.operation=activity.operation AND first.request=activity.request AND"
                    + " first.kind='INTENDED'), '') END AS targets, target_count, reason, http_status, request_id,"
                    + " job_id, code, note, previous, hash FROM activity";

    /** Hears how far something got. */
    @FunctionalInterface
    public interface Progress {
        /**
         * Some more is done.
         *
         * @param done how much
         * @param all of how much
         */
        void done(long done, long all);
    }

    private final Access access;

    Ledger(Access access) {
        this.access = access;
    }

    /**
     * The numbers of the entries that fit, newest first. They stay what they are while new entries
     * come, so a list can be shown of them and read as it is scrolled.
     *
     * @param query which
     * @throws JournalException UNREADABLE
     */
    public long[] find(ActivityQuery query) {
        return access.read(connection -> {
            long[] found = new long[256];
            int count = 0;
            try (PreparedStatement select =
                            conditions(query)
                                    .prepare(
                                            connection,
                                            "SELECT seq FROM activity",
                                            " ORDER BY seq DESC");
                    ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    if (count == found.length) {
                        found = Arrays.copyOf(found, 2 * count);
                    }
                    found[count++] = rows.getLong(1);
                }
            }
            return Arrays.copyOf(found, count);
        });
    }

    /**
     * Entries without the bodies of their requests.
     *
     * @param numbers which, a few hundred at the most
     * @return newest first; those that are not there are left out
     * @throws JournalException UNREADABLE
     */
    public List<Activity> read(Collection<Long> numbers) {
        if (numbers.isEmpty()) {
            return List.of();
        }
        return access.read(connection -> {
            Conditions where = new Conditions();
            where.addIn("seq", numbers);
            List<Activity> found = new ArrayList<>(numbers.size());
            try (PreparedStatement select = where.prepare(connection, LIGHT, " ORDER BY seq DESC");
                    ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    found.add(activity(rows, "", rows.getString("targets")));
                }
            }
            return found;
        });
    }

    /**
     * One entry with the request it is about.
     *
     * @param number which
     * @throws JournalException UNREADABLE
     */
    public Optional<Activity> entry(long number) {
        return access.read(connection -> {
            try (PreparedStatement select =
                    connection.prepareStatement("SELECT * FROM activity WHERE seq=?")) {
                select.setLong(1, number);
                try (ResultSet rows = select.executeQuery()) {
                    return rows.next() ? Optional.of(whole(connection, rows)) : Optional.empty();
                }
            }
        });
    }

    /**
     * Where the ledger ends.
     *
     * @throws JournalException UNREADABLE
     */
    public LedgerHead head() {
        return access.read(LedgerEntry::head);
    }

    /**
     * Whoever is named in the ledger, by name.
     *
     * @throws JournalException UNREADABLE
     */
    public List<String> actors() {
        return access.read(connection -> {
            List<String> found = new ArrayList<>();
            try (Statement statement = connection.createStatement();
                    ResultSet rows =
                            statement.executeQuery(
                                    "SELECT DISTINCT actor FROM activity WHERE actor<>''"
                                            + " ORDER BY actor")) {
                while (rows.next()) {
                    found.add(rows.getString(1));
                }
            }
            return found;
        });
    }

    /**
     * The connections in the ledger.
     *
     * @return names by id; the newest name of each
     * @throws JournalException UNREADABLE
     */
    public Map<String, String> connections() {
        return access.read(connection -> {
            Map<String, String> found = new TreeMap<>();
            try (Statement statement = connection.createStatement();
                    ResultSet rows =
                            statement.executeQuery(
                                    "SELECT connection_id, connection_name, max(seq) FROM activity"
                                            + " WHERE connection_id<>'' GROUP BY connection_id")) {
                while (rows.next()) {
                    found.put(rows.getString(1), rows.getString(2));
                }
            }
            return found;
        });
    }

    /**
     * Proves the chain: every entry is what was written, none is missing, the end is the recorded
     * one, and the copies of the journal agree. The first thing that is wrong is told.
     *
     * @param copies copies of the journal, see {@link JournalCopies#list}
     * @param progress hears how far it is
     * @param cancelled asked now and then; ends the check with what was found so far
     * @throws JournalException UNREADABLE
     */
    public Verification verify(
            Collection<Path> copies, Progress progress, BooleanSupplier cancelled) {
        return new LedgerCheck(access).run(copies, progress, cancelled);
    }

    /**
     * Writes entries to a file, oldest first.
     *
     * @param numbers which, from {@link #find}
     * @param format how
     * @param target where; replaced in one step when everything is written
     * @param progress hears how far it is
     * @param cancelled asked now and then; then nothing is left behind
     * @return whether it was written
     * @throws IOException when the file cannot be written
     * @throws JournalException UNREADABLE
     */
    public boolean export(
            long[] numbers,
            LedgerExport format,
            Path target,
            Progress progress,
            BooleanSupplier cancelled)
            throws IOException {
        return format.write(access, numbers, target, progress, cancelled);
    }

    /** An entry with what it reads along from the first one of its request. */
    static Activity whole(Connection connection, ResultSet rows) throws SQLException {
        String body = rows.getString("body");
        String targets = rows.getString("targets");
        if (rows.getInt("request") >= 0
                && ActivityKind.of(rows.getString("kind")) != ActivityKind.INTENDED) {
            try (PreparedStatement select =
                    connection.prepareStatement(
                            "SELECT body, targets FROM activity WHERE operation=? AND request=?"
                                    + " AND kind='INTENDED' ORDER BY seq LIMIT 1")) {
                select.setString(1, rows.getString("operation"));
                select.setInt(2, rows.getInt("request"));
                try (ResultSet first = select.executeQuery()) {
                    if (first.next()) {
                        body = first.getString(1);
                        targets = first.getString(2);
                    }
                }
            }
        }
        return activity(rows, body, targets);
    }

    private static Activity activity(ResultSet rows, String body, String targets)
            throws SQLException {
        return new Activity(
                rows.getLong("seq"),
                Instant.ofEpochMilli(rows.getLong("at")),
                ActivityKind.of(rows.getString("kind")),
                actor(rows.getString("actor_kind"), rows.getString("actor")),
                new Machine(rows.getString("host"), rows.getString("os_user")),
                rows.getString("connection_id"),
                rows.getString("connection_name"),
                rows.getString("operation"),
                rows.getString("operation_kind"),
                rows.getInt("request"),
                rows.getString("method"),
                rows.getString("path"),
                body,
                targets,
                rows.getInt("target_count"),
                rows.getString("reason"),
                rows.getInt("http_status"),
                rows.getString("request_id"),
                rows.getString("job_id"),
                rows.getString("code"),
                rows.getString("note"),
                rows.getString("previous"),
                rows.getString("hash"));
    }

    private static Actor actor(String kind, String name) {
        return Arrays.stream(Actor.Kind.values())
                .filter(k -> k.name().equals(kind))
                .findAny()
                .map(k -> new Actor(k, name))
                .orElseGet(() -> new Actor(Actor.Kind.USER, name));
    }

    private static Conditions conditions(ActivityQuery query) {
        Conditions where = new Conditions();
        where.addIf(!query.who().isEmpty(), "actor = ?", query.who());
        where.addIf(!query.connectionId().isEmpty(), "connection_id = ?", query.connectionId());
        where.addIn("kind", query.kinds().stream().map(ActivityKind::name).toList());
        History.from(where, "at >= ?", query.from());
        History.from(where, "at < ?", query.until());
        if (!query.text().isBlank()) {
            List<String> columns =
                    List.of(
                            "targets",
                            "actor",
                            "reason",
                            "path",
                            "request_id",
                            "job_id",
                            "operation",
                            "operation_kind",
                            "connection_name",
                            "code",
                            "note",
                            "host",
                            "os_user");
            String part = Conditions.containing(query.text());
            where.add(
                    "(" + String.join(" LIKE ? ESCAPE '\\' OR ", columns) + " LIKE ? ESCAPE '\\')",
                    columns.stream().map(column -> (Object) part).toArray());
        }
        return where;
    }
}
