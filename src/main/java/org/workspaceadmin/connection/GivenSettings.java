package org.workspaceadmin.connection;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * Settings given by the computer's administrator, under or over the user's own. A given setting
 * holds until the user chooses another; a locked one always holds. Nothing given is written to the
 * user's file, so that it ends when the administrator takes it back.
 */
public final class GivenSettings {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** Nothing given. */
    public static final GivenSettings NONE = new GivenSettings(Map.of(), Set.of());

    private final Map<SettingKey, ObjectNode> given;
    private final Set<SettingKey> locked;

    /**
     * Settings as the settings file has them.
     *
     * @param given for each key an object in the shape of the settings file, holding its fields
     * @param locked the keys that always hold; those without a given value hold the program's own
     */
    public GivenSettings(Map<SettingKey, ObjectNode> given, Set<SettingKey> locked) {
        Map<SettingKey, ObjectNode> copy = new EnumMap<>(SettingKey.class);
        given.forEach((key, value) -> copy.put(key, value.deepCopy()));
        ObjectNode usual = JSON.objectNode();
        SettingsJson.write(SettingsValues.DEFAULTS, usual);
        locked.forEach(key -> copy.putIfAbsent(key, usual));
        this.given = Collections.unmodifiableMap(copy);
        Set<SettingKey> keys = EnumSet.noneOf(SettingKey.class);
        keys.addAll(locked);
        this.locked = Collections.unmodifiableSet(keys);
    }

    /** Whether the user cannot change a setting. */
    public boolean isLocked(SettingKey key) {
        return locked.contains(key);
    }

    /** Whether a setting has a value of the administrator's. */
    public boolean isGiven(SettingKey key) {
        return given.containsKey(key);
    }

    /**
     * The settings in force.
     *
     * @param own the user's file
     * @param chosen what the user has chosen since something was given
     */
    SettingsValues read(ObjectNode own, Set<SettingKey> chosen) {
        ObjectNode result = own.deepCopy();
        given.forEach((key, value) -> {
            if (isLocked(key) || !chosen.contains(key)) {
                copy(key, value, result);
            }
        });
        return SettingsJson.read(result);
    }

    /** The keys a change is about, those that are locked left out. */
    Set<SettingKey> changed(SettingsValues before, SettingsValues after) {
        ObjectNode old = json(before);
        ObjectNode fresh = json(after);
        Set<SettingKey> keys = EnumSet.noneOf(SettingKey.class);
        for (SettingKey key : given.keySet()) {
            boolean other =
                    key.paths().stream().anyMatch(path -> !old.at(path).equals(fresh.at(path)));
            if (other && !isLocked(key)) {
                keys.add(key);
            }
        }
        return keys;
    }

    /** The values with everything locked as it is given. */
    SettingsValues held(SettingsValues values) {
        if (locked.isEmpty()) {
            return values;
        }
        ObjectNode json = json(values);
        locked.forEach(key -> copy(key, given(key), json));
        return SettingsJson.read(json);
    }

    /**
     * Takes out of a file to be written what is not the user's own.
     *
     * @param content everything to be written
     * @param own what the user's file held before
     * @param chosen what the user has chosen
     */
    void leaveOut(ObjectNode content, ObjectNode own, Set<SettingKey> chosen) {
        for (SettingKey key : given.keySet()) {
            if (isLocked(key) || !chosen.contains(key)) {
                copy(key, own, content);
            }
        }
    }

    private ObjectNode given(SettingKey key) {
        return given.getOrDefault(key, JSON.objectNode());
    }

    private static ObjectNode json(SettingsValues values) {
        ObjectNode json = JSON.objectNode();
        SettingsJson.write(values, json);
        return json;
    }

    /** Copies a key's fields; what the source lacks goes out of the target too. */
    private static void copy(SettingKey key, ObjectNode from, ObjectNode to) {
        for (String path : key.paths()) {
            JsonPointer pointer = JsonPointer.compile(path);
            String name = pointer.last().getMatchingProperty();
            JsonNode value = from.at(pointer);
            JsonNode parent = to.at(pointer.head());
            if (value.isMissingNode()) {
                if (parent instanceof ObjectNode object) {
                    object.remove(name);
                }
            } else if (parent instanceof ObjectNode object) {
                object.set(name, value);
            } else {
                to.withObject(pointer.head(), JsonNode.OverwriteMode.ALL, true).set(name, value);
            }
        }
    }
}
