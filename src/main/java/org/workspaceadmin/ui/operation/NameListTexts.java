package org.workspaceadmin.ui.operation;

import java.util.ArrayList;
import java.util.List;
import org.workspaceadmin.model.UserNameChange;
import org.workspaceadmin.operation.Draft;

/** Drafts of names as the list an operator would have pasted, to be edited again. */
final class NameListTexts {
    private NameListTexts() {}

    static String of(Draft.Rename rename) {
        List<String> lines = new ArrayList<>();
        rename.names().forEach(n -> lines.add(n.desktop().name() + '\t' + n.name()));
        return String.join("\n", lines);
    }

    static String of(Draft.ChangeUserNames names) {
        List<String> lines = new ArrayList<>();
        for (Draft.Handover row : names.rows()) {
            UserNameChange change = row.change();
            lines.add(
                    withDomain(change.oldName(), change.oldDomain())
                            + '\t'
                            + withDomain(change.newName(), change.newDomain()));
        }
        return String.join("\n", lines);
    }

    private static String withDomain(String name, String domain) {
        return domain.isEmpty() ? name : domain + '\\' + name;
    }
}
