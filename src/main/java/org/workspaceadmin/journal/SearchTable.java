package org.workspaceadmin.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.workspaceadmin.model.SearchEvidence.Candidate;
import org.workspaceadmin.model.SearchEvidence.State;
import org.workspaceadmin.model.SearchEvidence.Why;

/** The tables of searches for requests without an answer, and of what was sent in their place. */
final class SearchTable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private SearchTable() {}

    static void put(Connection connection, SearchRow row) throws SQLException {
        try (PreparedStatement put =
                connection.prepareStatement(
                        "INSERT OR REPLACE INTO search(operation, request, job_type, began, until,"
                                + " looks, failed_looks, state, candidates)"
                                + " VALUES (?,?,?,?,?,?,?,?,?)")) {
            put.setString(1, row.operationId());
            put.setInt(2, row.request());
            put.setString(3, row.jobType());
            Columns.time(put, 4, row.from());
            Columns.time(put, 5, row.until());
            put.setInt(6, row.looks());
            put.setInt(7, row.failedLooks());
            put.setString(8, row.state().name());
            put.setString(9, candidates(row.candidates()));
            put.executeUpdate();
        }
    }

    /** A request was written down in the place of another. */
    static void replaced(Connection connection, String operationId, RequestRow row)
            throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO replacement VALUES (?,?,?)")) {
            insert.setString(1, operationId);
            insert.setInt(2, row.seq());
            insert.setInt(3, row.replaces());
            insert.executeUpdate();
        }
    }

    static List<SearchRow> all(Connection connection) throws SQLException {
        List<SearchRow> found = new ArrayList<>();
        try (PreparedStatement select =
                        connection.prepareStatement(
                                "SELECT * FROM search ORDER BY operation, request");
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                found.add(
                        new SearchRow(
                                rows.getString("operation"),
                                rows.getInt("request"),
                                rows.getString("job_type"),
                                Columns.time(rows, "began"),
                                Columns.time(rows, "until"),
                                rows.getInt("looks"),
                                rows.getInt("failed_looks"),
                                State.valueOf(rows.getString("state")),
                                candidates(rows.getString("candidates"))));
            }
        }
        return found;
    }

    private static String candidates(List<Candidate> candidates) {
        ArrayNode array = JSON.createArrayNode();
        for (Candidate candidate : candidates) {
            ObjectNode node =
                    array.addObject()
                            .put("job", candidate.jobId())
                            .put("type", candidate.type())
                            .put("targets", candidate.targets())
                            .put("ours", candidate.ours())
                            .put("why", candidate.why().name());
            Instant begin = candidate.begin();
            if (begin != null) {
                node.put("begin", begin.toEpochMilli());
            }
        }
        return array.toString();
    }

    private static List<Candidate> candidates(String text) {
        List<Candidate> candidates = new ArrayList<>();
        try {
            for (JsonNode node : JSON.readTree(text)) {
                candidates.add(
                        new Candidate(
                                node.path("job").asText(),
                                node.path("type").asText(),
                                node.has("begin")
                                        ? Instant.ofEpochMilli(node.path("begin").asLong())
                                        : null,
                                node.path("targets").asInt(),
                                node.path("ours").asInt(),
                                Why.valueOf(node.path("why").asText())));
            }
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a journal column is not JSON", e);
        }
        return candidates;
    }
}
