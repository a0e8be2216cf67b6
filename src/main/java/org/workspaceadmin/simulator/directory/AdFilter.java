package org.workspaceadmin.simulator.directory;

import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPException;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Whether an entry meets a filter, with AD's own matching rules (MS-ADTS section 3.1.1.3.4.4). */
final class AdFilter {
    private static final String BIT_AND = "1.2.840.113556.1.4.803";
    private static final String BIT_OR = "1.2.840.113556.1.4.804";

    private AdFilter() {}

    static boolean meets(Entry entry, Filter filter) throws LDAPException {
        return switch (filter.getFilterType()) {
            case Filter.FILTER_TYPE_AND -> all(entry, filter.getComponents(), true);
            case Filter.FILTER_TYPE_OR -> !all(entry, filter.getComponents(), false);
            case Filter.FILTER_TYPE_NOT -> {
                Filter inner = filter.getNOTComponent();
                yield inner == null || !meets(entry, inner);
            }
            case Filter.FILTER_TYPE_EQUALITY -> equal(entry, filter);
            case Filter.FILTER_TYPE_GREATER_OR_EQUAL -> ordered(entry, filter, 1);
            case Filter.FILTER_TYPE_LESS_OR_EQUAL -> ordered(entry, filter, -1);
            case Filter.FILTER_TYPE_EXTENSIBLE_MATCH -> bits(entry, filter);
            default -> filter.matchesEntry(entry);
        };
    }

    /** Whether each part is met, or each is not. */
    private static boolean all(Entry entry, Filter[] parts, boolean met) throws LDAPException {
        for (Filter part : parts) {
            if (meets(entry, part) != met) {
                return false;
            }
        }
        return true;
    }

    private static boolean equal(Entry entry, Filter filter) throws LDAPException {
        String name = text(filter.getAttributeName()).toLowerCase(Locale.ROOT);
        String wanted = text(filter.getAssertionValue());
        Attribute attribute = entry.getAttribute(name);
        if (attribute == null) {
            return false;
        }
        return switch (name) {
            case "objectsid", "objectguid", "ms-ds-creatorsid" -> {
                byte[] bytes =
                        wanted.startsWith("S-1-")
                                ? AdBytes.sid(wanted)
                                : filter.getAssertionValueBytes();
                yield Arrays.stream(attribute.getValueByteArrays())
                        .anyMatch(v -> Arrays.equals(v, bytes));
            }
            // A class is as good as the whole name of its schema entry.
            case "objectcategory" ->
                    attribute
                                    .getValue()
                                    .toLowerCase(Locale.ROOT)
                                    .startsWith("cn=" + wanted.toLowerCase(Locale.ROOT) + ",")
                            || filter.matchesEntry(entry);
            default -> filter.matchesEntry(entry);
        };
    }

    private static boolean ordered(Entry entry, Filter filter, int sign) throws LDAPException {
        Long wanted = number(filter.getAssertionValue());
        Attribute attribute = entry.getAttribute(text(filter.getAttributeName()));
        if (wanted == null || attribute == null) {
            return filter.matchesEntry(entry);
        }
        Long actual = number(attribute.getValue());
        return actual != null && Long.compare(actual, wanted) * sign >= 0;
    }

    private static boolean bits(Entry entry, Filter filter) {
        Long wanted = number(filter.getAssertionValue());
        Attribute attribute = entry.getAttribute(text(filter.getAttributeName()));
        Long actual = attribute == null ? null : number(attribute.getValue());
        if (wanted == null || actual == null) {
            return false;
        }
        return switch (text(filter.getMatchingRuleID())) {
            case BIT_AND -> (actual & wanted) == wanted;
            case BIT_OR -> (actual & wanted) != 0;
            default -> false;
        };
    }

    private static @Nullable Long number(@Nullable String text) {
        return text != null && text.matches("-?\\d{1,18}") ? Long.valueOf(text) : null;
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
