package org.workspaceadmin.fleet.health;

import org.workspaceadmin.directory.DirectoryAccess;
import org.workspaceadmin.fleet.DesktopRow;

/**
 * The health of a fleet's desktops in their domain. Thread-safe; nothing here blocks, so that it
 * can be asked on the UI thread for every row on screen.
 */
public interface DirectoryHealth {
    /**
     * How a desktop stands in its domain, by what is known now.
     *
     * @param row as the fleet has it
     */
    DomainHealth of(DesktopRow row);

    /**
     * What a rejoin of it would come to.
     *
     * @param row as the fleet has it
     */
    Forecast forecast(DesktopRow row);

    /**
     * What the directory says of a desktop, as it says it.
     *
     * @param row as the fleet has it
     * @return {@link DirectoryFacts#NONE} when nothing can be said now
     */
    DirectoryFacts facts(DesktopRow row);

    /** How fresh the directory's part is. */
    DirectoryStanding standing();

    /**
     * Begins to read a directory, now and every quarter of an hour; what was open before is closed.
     * This is the operator's wish, so an account refused before is tried once more.
     *
     * @param access how; its password has to live until {@link #close}
     * @param joinAccount the account the service joins computers with, without or with its domain;
     *     empty when it is the same that reads
     */
    void open(DirectoryAccess access, String joinAccount);

    /**
     * Reads again now; a reading that runs is joined. Does nothing when closed, and after a refused
     * account until it is opened anew: every attempt counts towards a lock-out.
     */
    void refresh();

    /** Ends what runs, closing its connections, and forgets everything. */
    void close();

    /** Hears of changes. */
    void addListener(HealthListener listener);

    /** No more. */
    void removeListener(HealthListener listener);
}
