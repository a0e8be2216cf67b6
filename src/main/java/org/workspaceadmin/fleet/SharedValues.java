package org.workspaceadmin.fleet;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.workspaceadmin.model.Desktop;
import org.workspaceadmin.model.Tag;

/**
 * Lets desktops share the values that repeat across a fleet: departments, images, packages, tags.
 * Each answer brings its own copies, and fifty thousand of them would be most of the memory.
 */
final class SharedValues {
    /** More different values than this, and they are hardly shared. */
    private static final int MOST = 20_000;

    private final Map<Object, Object> values = new HashMap<>();

    /**
     * The same desktop around shared values.
     *
     * @param desktop as read
     * @return equal to it
     */
    Desktop in(Desktop desktop) {
        return new Desktop(
                desktop.id(),
                desktop.name(),
                desktop.hostName().equals(desktop.name()) ? desktop.name() : desktop.hostName(),
                desktop.status(),
                same(desktop.task()),
                desktop.progress(),
                desktop.loginState(),
                same(desktop.ou()),
                same(desktop.domain()),
                desktop.userName(),
                desktop.users(),
                same(desktop.userGroup()),
                same(desktop.attachState()),
                desktop.type(),
                same(desktop.poolId()),
                same(desktop.poolName()),
                desktop.addresses(),
                desktop.osFamily(),
                same(desktop.osVersion()),
                same(desktop.imageId()),
                same(desktop.imageName()),
                same(desktop.product()),
                same(desktop.productId()),
                desktop.sid(),
                same(desktop.subnetId()),
                same(desktop.zone()),
                desktop.maintenance(),
                desktop.frozen(),
                desktop.yearlyMonthly(),
                same(desktop.orderId()),
                same(desktop.enterpriseProjectId()),
                tags(desktop.tags()),
                desktop.created());
    }

    /** Drops the index; values already shared stay shared. */
    void forget() {
        values.clear();
    }

    private List<Tag> tags(List<Tag> tags) {
        // An immutable list, which the record's own copy leaves as it is.
        return same(
                tags.stream()
                        .map(tag -> same(new Tag(same(tag.key()), same(tag.value()))))
                        .collect(Collectors.toUnmodifiableList()));
    }

    @SuppressWarnings("unchecked") // a value is found under an equal key only, hence of its class
    private <T> T same(T value) {
        if (values.size() >= MOST) {
            values.clear();
        }
        Object known = values.putIfAbsent(value, value);
        return known == null ? value : (T) known;
    }
}
