package org.workspaceadmin.ui.operation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.fleet.DesktopRow;
import org.workspaceadmin.model.Desktop;
import org.workspaceadmin.model.OperationKind;
import org.workspaceadmin.model.Target;
import org.workspaceadmin.operation.Draft;
import org.workspaceadmin.operation.Plan;
import org.workspaceadmin.operation.list.FleetIndex;
import org.workspaceadmin.operation.list.ListTable;
import org.workspaceadmin.operation.list.NameList;
import org.workspaceadmin.operation.list.NameRow;
import org.workspaceadmin.rules.Directory;
import org.workspaceadmin.rules.Violation;
import org.workspaceadmin.ui.common.Sheet;
import org.workspaceadmin.ui.common.Texts;
import org.workspaceadmin.ui.common.Tone;

/**
 * New names for many desktops, or new users for the desktops of many, from a list of two columns.
 * Every row is judged; those that are right are sent, each as a request of its own, and the others
 * are shown with the cause.
 */
public final class NameListViewModel extends OperationViewModel {
    /** Sentences above the consequences; the rows tell the rest. */
    private static final int MOST_GENERAL = 4;

    private final ListSource source;
    private final boolean users;
    private final String words;
    private final BooleanProperty restart = new SimpleBooleanProperty();
    private final AccountLookups accounts;
    private List<NameRow> rows = List.of();
    private int looks;

    private NameListViewModel(DialogContext context, OperationKind kind) {
        super(context, kind, List.of());
        users = kind == OperationKind.CHANGE_USER_NAME;
        words = users ? "operation.users." : "operation.renames.";
        source = new ListSource(context.ui());
        accounts = new AccountLookups(context, ChangeUserNameViewModel.REST, this::looked);
        source.readingProperty().addListener((o, was, is) -> judge());
        replanOn(restart);
    }

    /** Hands the desktops of many users on. */
    public static NameListViewModel users(DialogContext context) {
        return new NameListViewModel(context, OperationKind.CHANGE_USER_NAME);
    }

    /** Renames many desktops. */
    public static NameListViewModel renames(DialogContext context) {
        return new NameListViewModel(context, OperationKind.RENAME);
    }

    @Override
    public void stop() {
        super.stop();
        source.stop();
        accounts.stop();
    }

    /** The list. */
    ListSource source() {
        return source;
    }

    /** Whether it is about users. */
    boolean ofUsers() {
        return users;
    }

    /** A text of this dialog. */
    String key(String name) {
        return words + name;
    }

    /** Whether the desktops restart afterwards; of users only. */
    public BooleanProperty restartProperty() {
        return restart;
    }

    /** Every row of the list, those that cannot be sent first, else in its order. */
    public List<NameRow> judged() {
        return rows;
    }

    /** How many rows are sent. */
    public int good() {
        return (int) rows.stream().filter(NameRow::good).count();
    }

    /** How many rows are sent although there is a doubt. */
    public int doubtful() {
        return (int) rows.stream().filter(r -> r.good() && !r.violations().isEmpty()).count();
    }

    /** What the directory says of a row's names beside that all is well. */
    List<AccountNote> accountNotes(Texts texts, NameRow row) {
        List<AccountNote> notes = new ArrayList<>();
        if (users && row.good()) {
            for (String name : List.of(row.old(), row.wanted())) {
                if (accounts.of(name) instanceof AccountLookups.Lookup.Answered known) {
                    AccountNote.of(known, texts).stream()
                            .filter(note -> note.tone() != Tone.GOOD)
                            .map(note -> note.about(name, texts))
                            .forEach(notes::add);
                }
            }
        }
        return notes;
    }

    /** What became of asking the directory for the names of the whole list. */
    AccountLookups.Lookup directory() {
        return users
                ? rows.stream()
                        .filter(NameRow::good)
                        .findFirst()
                        .map(row -> accounts.of(row.wanted()))
                        .orElseGet(AccountLookups.Lookup.Nothing::new)
                : new AccountLookups.Lookup.Nothing();
    }

    private void looked() {
        looks++;
        review();
    }

    /** Moves with every answer of the directory. */
    int looks() {
        return looks;
    }

    /** What is left out, for other programs. */
    Sheet leftOut(Texts texts) {
        return new Sheet(
                List.of(
                        texts.now("list.column.line"),
                        texts.now(key("old")),
                        texts.now(key("new")),
                        texts.now("list.column.why")),
                rows.stream()
                        .filter(r -> !r.good())
                        .map(r ->
                                List.of(
                                        Integer.toString(r.line()),
                                        r.old(),
                                        r.wanted(),
                                        why(texts, r)))
                        .toList());
    }

    /** What is wrong with a row or doubtful about it, in words; empty when nothing is. */
    static String why(Texts texts, NameRow row) {
        if (row.duplicate()) {
            return texts.now("list.repeats", row.firstLine());
        }
        StringBuilder all = new StringBuilder();
        row.violations()
                .forEach(v -> all.append(all.isEmpty() ? "" : " ").append(Sentences.of(texts, v)));
        return all.toString();
    }

    @Override
    protected Draft draft(List<Desktop> now) {
        Map<String, Desktop> newest = desktops();
        List<NameRow> current =
                rows.stream()
                        .filter(NameRow::good)
                        .map(r ->
                                new NameRow(
                                        r.line(),
                                        r.old(),
                                        r.wanted(),
                                        r.desktops().stream()
                                                .map(d -> newest.get(d.id()))
                                                .filter(Objects::nonNull)
                                                .toList(),
                                        r.violations(),
                                        0))
                        .filter(r -> !r.desktops().isEmpty())
                        .toList();
        return users ? NameList.changes(current, restart.get()) : NameList.rename(current);
    }

    @Override
    protected List<Target> affectedTargets(Plan now) {
        return now.targets().stream().filter(t -> t.type() == Target.Type.DESKTOP).toList();
    }

    @Override
    public List<Line> consequences(Plan now) {
        int sessions = sessions();
        if (!users) {
            return RenameViewModel.consequences(sessions);
        }
        List<Line> lines = new ArrayList<>();
        lines.add(Line.plain(words + "does"));
        if (!restart.get()) {
            lines.add(Line.plain("operation.user.noRestart"));
        } else if (sessions == 0) {
            lines.add(Line.warning("operation.user.restarts"));
        } else {
            lines.add(Line.danger("operation.user.restartsSessions", sessions));
        }
        lines.add(Line.plain("operation.user.settled"));
        return lines;
    }

    @Override
    public Line title(int count) {
        return Line.plain(words + "title", good(), count);
    }

    @Override
    public Line action(int count) {
        return Line.plain(words + "action", good(), count);
    }

    @Override
    public boolean destructive() {
        return users && restart.get();
    }

    /** There are no fields that could show what the plan finds wrong beyond the rows. */
    @Override
    public List<Violation> general() {
        return violations().stream().distinct().limit(MOST_GENERAL).toList();
    }

    @Override
    protected @Nullable Line ownBlocker() {
        return source.readingProperty().get().fault() != null
                ? Line.plain("list.blocker.fault")
                : rows.isEmpty() ? Line.plain("list.blocker.empty") : null;
    }

    private void judge() {
        ListTable table = source.table();
        if (table == null) {
            rows = List.of();
        } else {
            FleetIndex index =
                    new FleetIndex(
                            context().fleet().rows().stream().map(DesktopRow::desktop).toList());
            NameList.Columns columns = NameList.Columns.of(table);
            List<NameRow> found =
                    new ArrayList<>(
                            users
                                    ? NameList.handovers(table, columns, index, Directory.UNKNOWN)
                                    : NameList.renames(table, columns, index));
            found.sort(Comparator.comparing(NameRow::good));
            rows = List.copyOf(found);
        }
        if (users) {
            accounts.want(
                    rows.stream()
                            .filter(NameRow::good)
                            .flatMap(row -> Stream.of(row.old(), row.wanted()))
                            .toList());
        }
        replace(rows.stream().filter(NameRow::good).flatMap(r -> r.desktops().stream()).toList());
    }
}
