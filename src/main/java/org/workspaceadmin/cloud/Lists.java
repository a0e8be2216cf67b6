package org.workspaceadmin.cloud;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Reads lists that come in pages. The end is a page that is not full or brings nothing new; counts
 * in answers are not trusted (api/network-and-images.md section 3).
 */
final class Lists {
    private static final int MOST_PAGES = 200;

    private final Exchanges exchanges;

    /** Reads over a connection. */
    Lists(Exchanges exchanges) {
        this.exchanges = exchanges;
    }

    /** One page of a call. */
    @FunctionalInterface
    interface ByOffset {
        Call.Builder page(int offset);
    }

    /** One page of a call. */
    @FunctionalInterface
    interface ByMarker {
        Call.Builder page(String lastId);
    }

    /**
     * All pages by offset.
     *
     * @param limit page size the calls ask for
     * @param call builds the call of a page
     * @param field the list in the answer
     * @param id what tells entries apart
     */
    <T> List<T> byOffset(
            int limit,
            ByOffset call,
            String field,
            Function<JsonNode, T> read,
            Function<T, String> id)
            throws InterruptedException {
        Map<String, T> all = new LinkedHashMap<>();
        for (int page = 0; page < MOST_PAGES; page++) {
            JsonNode json = ask(call.page(page * limit));
            if (!more(all, Json.list(json, field, read), id, limit)) {
                break;
            }
        }
        return new ArrayList<>(all.values());
    }

    /** All pages by marker, the last id of the page before. */
    <T> List<T> byMarker(
            int limit,
            ByMarker call,
            String field,
            Function<JsonNode, T> read,
            Function<T, String> id)
            throws InterruptedException {
        Map<String, T> all = new LinkedHashMap<>();
        String marker = "";
        for (int page = 0; page < MOST_PAGES; page++) {
            List<T> entries = Json.list(ask(call.page(marker)), field, read);
            if (!more(all, entries, id, limit)) {
                break;
            }
            marker = id.apply(entries.getLast());
        }
        return new ArrayList<>(all.values());
    }

    /** A list without pages. */
    <T> List<T> whole(Call.Builder call, String field, Function<JsonNode, T> read)
            throws InterruptedException {
        return Json.list(ask(call), field, read);
    }

    JsonNode ask(Call.Builder call) throws InterruptedException {
        return exchanges.ask(call.of(exchanges.settings()));
    }

    private static <T> boolean more(
            Map<String, T> all, List<T> entries, Function<T, String> id, int limit) {
        int before = all.size();
        entries.forEach(e -> all.putIfAbsent(id.apply(e), e));
        return entries.size() >= limit && all.size() > before;
    }
}
