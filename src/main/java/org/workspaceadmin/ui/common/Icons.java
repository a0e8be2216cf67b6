package org.workspaceadmin.ui.common;

import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/** The program's icons by what they mean, so that one meaning has one picture everywhere. */
public enum Icons {
    /** The program itself. */
    PROGRAM(Material2AL.CLOUD_QUEUE),
    /** A place: overview. */
    OVERVIEW(Material2AL.DASHBOARD),
    /** A place: desktops. */
    DESKTOPS(Material2AL.DESKTOP_WINDOWS),
    /** A place: jobs. */
    JOBS(Material2AL.LIST_ALT),
    /** A place: activity. */
    ACTIVITY(Material2AL.HISTORY),
    /** Where the program is connected to. */
    CONNECTION(Material2AL.DNS),
    /** The company's directory. */
    DIRECTORY(Material2AL.ACCOUNT_TREE),
    /** The demo. */
    DEMO(Material2MZ.SCIENCE),
    /** Leave or disconnect. */
    DISCONNECT(Material2AL.LINK_OFF),
    /** Look for something. */
    SEARCH(Material2MZ.SEARCH),
    /** Narrow a list. */
    FILTER(Material2AL.FILTER_LIST),
    /** Read again. */
    REFRESH(Material2MZ.REFRESH),
    /** Light surfaces. */
    LIGHT(Material2MZ.WB_SUNNY),
    /** Dark surfaces. */
    DARK(Material2AL.BRIGHTNESS_3),
    /** As the system has it. */
    SYSTEM(Material2AL.BRIGHTNESS_AUTO),
    /** Language. */
    LANGUAGE(Material2MZ.TRANSLATE),
    /** Settings of a screen. */
    SETTINGS(Material2MZ.SETTINGS),
    /** Keys. */
    KEYBOARD(Material2AL.KEYBOARD),
    /** Copy to the clipboard. */
    COPY(Material2AL.CONTENT_COPY),
    /** Write a file. */
    SAVE(Material2MZ.SAVE_ALT),
    /** A report for support. */
    REPORT(Material2AL.CONTACT_SUPPORT),
    /** Which columns. */
    COLUMNS(Material2MZ.VIEW_COLUMN),
    /** Further choices. */
    MORE(Material2MZ.MORE_HORIZ),
    /** Folded. */
    FOLDED(Material2AL.CHEVRON_RIGHT),
    /** One back. */
    BACK(Material2AL.CHEVRON_LEFT),
    /** Unfolded, or a list that opens. */
    UNFOLDED(Material2AL.EXPAND_MORE),
    /** Close or empty a field. */
    CLOSE(Material2AL.CLOSE),
    /** A user. */
    USER(Material2MZ.PERSON),
    /** Further explanation. */
    INFO(Material2AL.INFO),
    /** Rejoin to the domain. */
    REJOIN(Material2AL.LINK),
    /** Update SIDs. */
    SIDS(Material2AL.FINGERPRINT),
    /** Change the user name. */
    CHANGE_USER(Material2AL.ASSIGNMENT_IND),
    /** Rebuild. */
    REBUILD(Material2AL.BUILD),
    /** Power. */
    POWER(Material2MZ.POWER_SETTINGS_NEW),
    /** Start. */
    START(Material2MZ.PLAY_ARROW),
    /** Stop. */
    STOP(Material2MZ.STOP),
    /** Restart, or do again. */
    RESTART(Material2MZ.REPLAY),
    /** Hibernate, or wait. */
    PAUSE(Material2MZ.PAUSE),
    /** Log users off. */
    LOG_OFF(Material2AL.EXIT_TO_APP),
    /** Send users a message. */
    MESSAGE(Material2AL.CHAT),
    /** Maintenance mode. */
    MAINTENANCE(Material2AL.BUILD_CIRCLE),
    /** Rename. */
    RENAME(Material2AL.EDIT),
    /** From a list. */
    FROM_LIST(Material2MZ.PLAYLIST_ADD_CHECK),
    /** State: good. A filled circle with a tick. */
    GOOD(Material2AL.CHECK_CIRCLE),
    /** State: needs attention. A triangle. */
    ATTENTION(Material2MZ.WARNING),
    /** State: failed. A filled circle with a mark. */
    BAD(Material2AL.ERROR),
    /** State: under way. A partly filled ring. */
    UNDER_WAY(Material2MZ.TIMELAPSE),
    /** State: waiting. A clock. */
    WAITING(Material2MZ.SCHEDULE),
    /** State: off or nothing to say. An empty ring. */
    OFF(Material2MZ.RADIO_BUTTON_UNCHECKED),
    /** State: not known. A question mark. */
    UNKNOWN(Material2AL.HELP_OUTLINE),
    /** State: on. A filled dot. */
    ON(Material2AL.LENS),
    /** Left out. */
    SKIPPED(Material2MZ.REMOVE_CIRCLE_OUTLINE),
    /** Show what is masked. */
    SHOW(Material2MZ.VISIBILITY),
    /** Mask it again. */
    HIDE(Material2MZ.VISIBILITY_OFF),
    /** Read-only. */
    LOCKED(Material2AL.LOCK),
    /** Can be written to for a while. */
    UNLOCKED(Material2AL.LOCK_OPEN),
    /** Take from the clipboard. */
    PASTE(Material2AL.CONTENT_PASTE),
    /** Read-only until it is unlocked. */
    GUARDED(Material2MZ.SECURITY);

    @SuppressWarnings("ImmutableEnumChecker") // every Ikon is itself a constant of an enum
    private final Ikon ikon;

    Icons(Ikon ikon) {
        this.ikon = ikon;
    }

    /** The glyph. */
    public Ikon ikon() {
        return ikon;
    }

    /** A new node with this icon; size and colour come from the stylesheet. */
    public FontIcon node() {
        return new FontIcon(ikon);
    }
}
