package org.workspaceadmin.ui.setup;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import org.workspaceadmin.fleet.SetupReading;
import org.workspaceadmin.model.Generation;
import org.workspaceadmin.operation.Operations;
import org.workspaceadmin.rules.domain.SiteLists;
import org.workspaceadmin.ui.common.UiContext;

/**
 * What Set-up works with.
 *
 * @param connectionId whose service
 * @param generation its API generation
 * @param operations the door to write through
 * @param reading what can be read
 * @param lists what the site does not want
 * @param unreadableLists names of the site's list files that could not be read
 * @param remembered reads what this screen remembers, by name; empty when nothing
 * @param remember remembers under a name; an empty text forgets
 * @param secret hears of a secret before it is used, so that it is masked everywhere
 * @param directory the way to the company’s directory
 * @param showJobs goes to the job monitor
 * @param ui texts, time, threads, clipboard, files
 */
public record SetupContext(
        String connectionId,
        Generation generation,
        Operations operations,
        SetupReading reading,
        SiteLists lists,
        List<String> unreadableLists,
        Function<String, String> remembered,
        BiConsumer<String, String> remember,
        Consumer<char[]> secret,
        DirectoryPort directory,
        Runnable showJobs,
        UiContext ui) {}
