package org.workspaceadmin.journal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** The conditions of a query with their values, so that no value ever becomes a part of the SQL. */
final class Conditions {
    private final List<String> conditions = new ArrayList<>();
    private final List<Object> values = new ArrayList<>();

    void add(String condition, Object... bound) {
        conditions.add(condition);
        values.addAll(List.of(bound));
    }

    void addIf(boolean wanted, String condition, Object value) {
        if (wanted) {
            add(condition, value);
        }
    }

    /** One of these; no condition when there are none. */
    void addIn(String column, Collection<?> any) {
        if (!any.isEmpty()) {
            conditions.add(column + " IN (?" + ",?".repeat(any.size() - 1) + ")");
            values.addAll(any);
        }
    }

    PreparedStatement prepare(Connection connection, String select, String tail)
            throws SQLException {
        String where = conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
        PreparedStatement statement = connection.prepareStatement(select + where + tail);
        for (int i = 0; i < values.size(); i++) {
            statement.setObject(i + 1, values.get(i));
        }
        return statement;
    }

    /** A pattern of LIKE for texts that contain this; the escape character is a backslash. */
    static String containing(String part) {
        return "%"
                + part.strip().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
                + "%";
    }
}
