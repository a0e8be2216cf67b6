package org.workspaceadmin.operation.list;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a column of a list holds, as far as its heading says. */
public enum Column {
    /** Anything that names a desktop. */
    DESKTOP("desktop", "computer", "machine", "host", "桌面", "计算机", "主机", "云桌面"),
    /** Desktop names. */
    NAME(
            "name",
            "computer_name",
            "computer name",
            "computername",
            "desktop_name",
            "desktop name",
            "desktopname",
            "host name",
            "hostname",
            "os_host_name",
            "桌面名",
            "桌面名称",
            "计算机名",
            "计算机名称",
            "主机名",
            "名称"),
    /** Desktop ids. */
    ID("id", "desktop_id", "desktop id", "desktopid", "桌面id", "桌面 id"),
    /** IP addresses. */
    ADDRESS(
            "ip",
            "ip address",
            "ip_address",
            "ipaddress",
            "address",
            "addresses",
            "ip addresses",
            "desktop_ip",
            "ipv4",
            "ip地址",
            "ip 地址",
            "地址"),
    /** User names. */
    USER(
            "user",
            "username",
            "user name",
            "user_name",
            "account",
            "login",
            "owner",
            "用户",
            "用户名",
            "用户名称",
            "账号",
            "帐号"),
    /** Old names, of users or desktops. */
    OLD(
            "old",
            "old name",
            "old_name",
            "old user",
            "old_username",
            "old username",
            "old user name",
            "current",
            "current name",
            "current user",
            "current user name",
            "from",
            "旧",
            "旧名称",
            "原名称",
            "旧用户名",
            "原用户名",
            "当前用户名",
            "当前名称",
            "现用户名"),
    /** New names, of users or desktops. */
    NEW(
            "new",
            "new name",
            "new_name",
            "new user",
            "new_username",
            "new username",
            "new user name",
            "to",
            "新",
            "新名称",
            "新用户名",
            "新桌面名",
            "新桌面名称",
            "新计算机名");

    private static final Map<String, Column> WORDS =
            Stream.of(values())
                    .flatMap(c -> Stream.of(c.words.split("\\|")).map(w -> Map.entry(w, c)))
                    .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    private final String words;

    Column(String... words) {
        this.words = String.join("|", words);
    }

    /** Whether a row is one of headings: at least one cell is a known word. */
    static boolean headings(List<String> cells) {
        return cells.stream().anyMatch(c -> WORDS.containsKey(fold(c)));
    }

    /**
     * Where a column is.
     *
     * @param headings of the table
     * @param wanted in the order of preference
     * @return its number from 0, -1 when no heading says so
     */
    public static int find(List<String> headings, Column... wanted) {
        for (Column column : wanted) {
            for (int i = 0; i < headings.size(); i++) {
                if (WORDS.get(fold(headings.get(i))) == column) {
                    return i;
                }
            }
        }
        return -1;
    }

    private static String fold(String heading) {
        return heading.strip().toLowerCase(Locale.ROOT);
    }
}
