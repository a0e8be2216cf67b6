package org.workspaceadmin.ui.setup;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * What is typed survives the program, never the password nor the certificate's file. Written as one
 * line per value; what cannot be read is left out.
 */
final class SetupDraft {
    private static final String KIND = "kind";
    private static final String SUBNETS = "subnet_ids";
    private static final String DELETE = "delete_computer_object";

    private final Function<String, String> read;
    private final BiConsumer<String, String> write;
    private final String prefix;

    /**
     * A draft of a connection.
     *
     * @param connectionId whose
     * @param read what is remembered under a name, empty when nothing
     * @param write remembers under a name; an empty text forgets
     */
    SetupDraft(
            String connectionId, Function<String, String> read, BiConsumer<String, String> write) {
        this.read = read;
        this.write = write;
        prefix = "setup.draft." + connectionId + ".";
    }

    /** Whether anything is remembered. */
    boolean exists() {
        return !read.apply(prefix + KIND).isEmpty();
    }

    /** Fills a form. */
    void load(SetupForm form) {
        String kind = read.apply(prefix + KIND);
        for (DomainKind each : DomainKind.values()) {
            if (each.name().toLowerCase(Locale.ROOT).equals(kind)) {
                form.kindProperty().set(each);
            }
        }
        form.kept().forEach(k -> k.text().set(read.apply(prefix + k.name())));
        List<String> subnets = new ArrayList<>();
        for (String id : read.apply(prefix + SUBNETS).split(",")) {
            if (!id.isBlank()) {
                subnets.add(id);
            }
        }
        form.subnetIds().setAll(subnets);
        form.deleteComputersProperty().set(Boolean.parseBoolean(read.apply(prefix + DELETE)));
    }

    /** Remembers a form. */
    void save(SetupForm form) {
        values(form).forEach((name, value) -> write.accept(prefix + name, value));
    }

    /** Remembers nothing any more. */
    void forget(SetupForm form) {
        values(form).keySet().forEach(name -> write.accept(prefix + name, ""));
    }

    private static Map<String, String> values(SetupForm form) {
        Map<String, String> values = new LinkedHashMap<>();
        DomainKind kind = form.kindProperty().get();
        values.put(KIND, kind == null ? "" : kind.name().toLowerCase(Locale.ROOT));
        form.kept().forEach(k -> values.put(k.name(), k.text().get()));
        values.put(SUBNETS, String.join(",", form.subnetIds()));
        values.put(DELETE, form.deleteComputersProperty().get() ? "true" : "");
        return values;
    }
}
