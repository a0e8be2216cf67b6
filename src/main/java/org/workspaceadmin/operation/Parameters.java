package org.workspaceadmin.operation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.workspaceadmin.model.Desktop;
import org.workspaceadmin.model.Field;
import org.workspaceadmin.model.OperationKind;
import org.workspaceadmin.model.RebuildOrder;
import org.workspaceadmin.model.UserNameChange;

/**
 * What was asked for, as name and value: shown in Jobs, stored in the journal, and read back to ask
 * for the same again. The names are those of the service's fields where it has one.
 */
final class Parameters {
    private static final String HANDOVER = "new_username[";

    private Parameters() {}

    static List<Field> of(Draft draft) {
        List<Field> fields = new ArrayList<>();
        switch (draft) {
            case Draft.Rejoin ignored -> {}
            case Draft.UpdateSids ignored -> {}
            case Draft.ChangeUserName name -> {
                UserNameChange change = name.change();
                fields.add(new Field("old_username", change.oldName()));
                add(fields, "old_user_domain", change.oldDomain());
                fields.add(new Field("new_username", change.newName()));
                add(fields, "new_user_domain", change.newDomain());
                fields.add(new Field("is_reboot", Boolean.toString(change.restart())));
            }
            case Draft.Rebuild rebuild -> {
                RebuildOrder order = rebuild.order();
                fields.add(new Field("image_type", order.imageType()));
                fields.add(new Field("image_id", order.imageId()));
                add(fields, "image_name", order.imageName());
                add(fields, "os_type", order.osType());
                fields.add(new Field("delay_time", Integer.toString(order.delayMinutes())));
                add(fields, "message", order.message());
                add(fields, "order_id", order.orderId());
                add(fields, "enterprise_project_id", order.enterpriseProjectId());
            }
            case Draft.Apply apply ->
                    ServicePlanner.describe(
                            apply.order(), (path, value) -> add(fields, path, value));
            case Draft.ChangeService change ->
                    ServicePlanner.describe(
                            change.change(), (path, value) -> add(fields, path, value));
            case Draft.CancelService ignored -> fields.add(new Field("change", "cancel"));
            case Draft.UnlockService ignored -> fields.add(new Field("change", "unlock"));
            case Draft.Power power -> {
                fields.add(new Field("op_type", power.action().word()));
                fields.add(new Field("type", power.hard() ? "HARD" : "SOFT"));
            }
            case Draft.LogOff logOff -> add(fields, "message", logOff.message());
            case Draft.Notify notify -> fields.add(new Field("notifications", notify.message()));
            case Draft.Maintenance mode ->
                    fields.add(new Field("in_maintenance_mode", Boolean.toString(mode.on())));
            case Draft.Rename rename ->
                    rename.names()
                            .forEach(n -> fields.add(new Field(named(n.desktop().id()), n.name())));
            case Draft.ChangeUserNames names -> {
                names.rows().forEach(r -> fields.add(handover(r.change())));
                boolean restart = names.rows().stream().anyMatch(r -> r.change().restart());
                fields.add(new Field("is_reboot", Boolean.toString(restart)));
            }
        }
        return fields;
    }

    /**
     * The draft that asks for the same on other desktops.
     *
     * @param kind which operation
     * @param fields what {@link #of} made
     * @param desktops the desktops
     * @return empty for operations that have no draft
     */
    static Optional<Draft> draft(OperationKind kind, List<Field> fields, List<Desktop> desktops) {
        return Optional.ofNullable(
                switch (kind) {
                    case REJOIN_DOMAIN -> new Draft.Rejoin(desktops);
                    case UPDATE_SIDS -> new Draft.UpdateSids(desktops);
                    case CHANGE_USER_NAME ->
                            many(fields)
                                    ? handovers(fields, desktops)
                                    : new Draft.ChangeUserName(userNameChange(fields), desktops);
                    case LOG_OFF -> new Draft.LogOff(desktops, value(fields, "message"));
                    case NOTIFY -> new Draft.Notify(desktops, value(fields, "notifications"));
                    case MAINTENANCE -> new Draft.Maintenance(desktops, maintenance(fields));
                    case RENAME ->
                            new Draft.Rename(
                                    desktops.stream()
                                            .map(d -> new Draft.NewName(d, newName(fields, d.id())))
                                            .toList());
                    case REBUILD ->
                            new Draft.Rebuild(
                                    desktops,
                                    new RebuildOrder(
                                            value(fields, "image_type"),
                                            value(fields, "image_id"),
                                            value(fields, "image_name"),
                                            value(fields, "os_type"),
                                            number(value(fields, "delay_time")),
                                            value(fields, "message"),
                                            value(fields, "order_id"),
                                            value(fields, "enterprise_project_id")));
                    case POWER ->
                            new Draft.Power(
                                    desktops, action(fields), value(fields, "type").equals("HARD"));
                    default -> null;
                });
    }

    static UserNameChange userNameChange(List<Field> fields) {
        return new UserNameChange(
                value(fields, "old_username"),
                value(fields, "old_user_domain"),
                value(fields, "new_username"),
                value(fields, "new_user_domain"),
                Boolean.parseBoolean(value(fields, "is_reboot")));
    }

    /** Whether an operation holds many user-name changes. */
    static boolean many(List<Field> fields) {
        return fields.stream().anyMatch(f -> f.path().startsWith(HANDOVER));
    }

    /**
     * The change of one old name, whether it is the only one or one of many.
     *
     * @param oldName compared ignoring case
     */
    static UserNameChange userNameChange(List<Field> fields, String oldName) {
        String path = HANDOVER + oldName + ']';
        return fields.stream()
                .filter(f -> f.path().equalsIgnoreCase(path))
                .findFirst()
                .map(f -> handover(fields, f))
                .orElseGet(() -> userNameChange(fields));
    }

    /**
     * A change as one field. Its parts cannot hold the tab that parts them: the rules refuse
     * control characters in names and domains.
     */
    private static Field handover(UserNameChange change) {
        return new Field(
                HANDOVER + change.oldName() + ']',
                String.join("\t", change.newName(), change.oldDomain(), change.newDomain()));
    }

    private static UserNameChange handover(List<Field> fields, Field row) {
        String old = row.path().substring(HANDOVER.length(), row.path().length() - 1);
        String[] parts = row.value().split("\t", -1);
        return new UserNameChange(
                old,
                parts.length > 1 ? parts[1] : "",
                parts[0],
                parts.length > 2 ? parts[2] : "",
                Boolean.parseBoolean(value(fields, "is_reboot")));
    }

    /** The changes whose old name still has one of the desktops. */
    private static Draft.ChangeUserNames handovers(List<Field> fields, List<Desktop> desktops) {
        List<Draft.Handover> rows = new ArrayList<>();
        for (Field field : fields) {
            if (field.path().startsWith(HANDOVER)) {
                UserNameChange change = handover(fields, field);
                List<Desktop> theirs =
                        desktops.stream()
                                .filter(d -> UserNameWatch.belongsTo(d, change.oldName()))
                                .toList();
                if (!theirs.isEmpty()) {
                    rows.add(new Draft.Handover(change, theirs));
                }
            }
        }
        return new Draft.ChangeUserNames(rows);
    }

    /** Whether maintenance was asked to begin. */
    static boolean maintenance(List<Field> fields) {
        return Boolean.parseBoolean(value(fields, "in_maintenance_mode"));
    }

    /** The new name of a desktop. */
    static String newName(List<Field> fields, String desktopId) {
        return value(fields, named(desktopId));
    }

    private static String named(String desktopId) {
        return "computer_name[" + desktopId + ']';
    }

    /** The power action of a power operation's parameters. */
    static Draft.PowerAction action(List<Field> fields) {
        String word = value(fields, "op_type");
        for (Draft.PowerAction action : Draft.PowerAction.values()) {
            if (action.word().equals(word)) {
                return action;
            }
        }
        throw new IllegalArgumentException("no power action: " + word);
    }

    static String value(List<Field> fields, String path) {
        for (Field field : fields) {
            if (field.path().equals(path)) {
                return field.value();
            }
        }
        return "";
    }

    private static int number(String text) {
        return text.isEmpty() ? 0 : Integer.parseInt(text);
    }

    private static void add(List<Field> fields, String path, String value) {
        if (!value.isEmpty()) {
            fields.add(new Field(path, value));
        }
    }
}
