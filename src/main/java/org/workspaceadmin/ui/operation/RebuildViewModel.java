package org.workspaceadmin.ui.operation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.model.CurrentImage;
import org.workspaceadmin.model.Desktop;
import org.workspaceadmin.model.Image;
import org.workspaceadmin.model.OperationKind;
import org.workspaceadmin.model.OsFamily;
import org.workspaceadmin.model.RebuildOrder;
import org.workspaceadmin.operation.Draft;
import org.workspaceadmin.operation.Plan;
import org.workspaceadmin.rules.Violation;
import org.workspaceadmin.task.Work;

/** Rebuilding system disks from an image (api/desktops.md section 8). */
public final class RebuildViewModel extends OperationViewModel {
    /** Longest message to users, in characters. */
    public static final int MESSAGE_MAX = 400;

    private final ImagePicker picker;
    private final StringProperty delay = new SimpleStringProperty("");
    private final StringProperty message = new SimpleStringProperty("");
    private final StringProperty orderId = new SimpleStringProperty("");
    private final StringProperty enterpriseProject = new SimpleStringProperty("");
    private final ReadOnlyIntegerWrapper goneImages = new ReadOnlyIntegerWrapper();
    private @Nullable Work<List<CurrentImage>> work;

    /**
     * Prepares the dialog.
     *
     * @param context what it works with
     * @param chosen the desktops chosen
     */
    public RebuildViewModel(DialogContext context, Collection<Desktop> chosen) {
        super(context, OperationKind.REBUILD, chosen);
        picker = new ImagePicker(context);
        replanOn(
                picker.selectedProperty(),
                picker.sourceProperty(),
                picker.typedTypeProperty(),
                picker.typedIdProperty(),
                delay,
                message,
                orderId,
                enterpriseProject);
    }

    /**
     * Prepares the dialog with everything filled in, for a retry.
     *
     * @param context what it works with
     * @param chosen the desktops
     * @param order how they were to be rebuilt
     */
    public RebuildViewModel(DialogContext context, Collection<Desktop> chosen, RebuildOrder order) {
        this(context, chosen);
        delay.set(order.delayMinutes() == 0 ? "" : Integer.toString(order.delayMinutes()));
        message.set(order.message());
        orderId.set(order.orderId());
        enterpriseProject.set(order.enterpriseProjectId());
        picker.prefill(order.imageType(), order.imageId());
    }

    @Override
    public void start() {
        super.start();
        if (picker.loadingProperty().get() == Loading.IDLE && !picker.isChosen()) {
            picker.load();
            askCurrentImages();
        }
    }

    @Override
    public void stop() {
        super.stop();
        picker.cancel();
        if (work != null) {
            work.cancel();
            work = null;
        }
    }

    /** The choice of an image. */
    public ImagePicker picker() {
        return picker;
    }

    /** Minutes before the rebuild begins, as typed. */
    public StringProperty delayProperty() {
        return delay;
    }

    /** Message to users. */
    public StringProperty messageProperty() {
        return message;
    }

    /** Billing order. */
    public StringProperty orderIdProperty() {
        return orderId;
    }

    /** Enterprise project. */
    public StringProperty enterpriseProjectProperty() {
        return enterpriseProject;
    }

    /** How many of the desktops run on an image that no longer exists. */
    public ReadOnlyIntegerProperty goneImagesProperty() {
        return goneImages.getReadOnlyProperty();
    }

    /**
     * Whether a billing order may be needed: a yearly/monthly desktop and an image that may cost
     * something (api/desktops.md section 8).
     */
    public boolean mayNeedOrder() {
        boolean prepaid = desktops().values().stream().anyMatch(Desktop::yearlyMonthly);
        Image image = picker.chosen();
        boolean charged =
                !image.productCode().isEmpty()
                        || picker.sourceProperty().get() == ImagePicker.Source.MARKET
                        || picker.sourceProperty().get() == ImagePicker.Source.TYPED;
        return prepaid && charged && picker.isChosen();
    }

    @Override
    protected Draft draft(List<Desktop> now) {
        Image image = picker.chosen();
        return new Draft.Rebuild(
                now,
                new RebuildOrder(
                        image.type(),
                        image.id(),
                        image.name(),
                        "",
                        minutes().orElse(0),
                        message.get().strip(),
                        mayNeedOrder() ? orderId.get().strip() : "",
                        enterpriseProject.get().strip()));
    }

    @Override
    protected List<Violation> violations() {
        List<Violation> all = new ArrayList<>(super.violations());
        if (minutes().isEmpty()) {
            all.removeIf(v -> FormField.of(v) == FormField.DELAY);
            all.add(
                    new Violation(
                            "REBUILD-DELAY-RANGE",
                            Violation.Level.ERROR,
                            List.of("0", Integer.toString(Integer.MAX_VALUE))));
        }
        return all;
    }

    @Override
    public List<Line> consequences(Plan now) {
        List<Line> lines = new ArrayList<>();
        lines.add(Line.danger("operation.rebuild.does"));
        if (!now.disturbed().isEmpty()) {
            lines.add(Line.warning("operation.sessions", now.disturbed().size()));
        }
        int others = ofAnotherSystem();
        if (others > 0) {
            lines.add(Line.warning("operation.rebuild.otherSystem", others));
        }
        int wait = minutes().orElse(0);
        lines.add(
                wait == 0
                        ? Line.plain("operation.rebuild.atOnce")
                        : Line.plain("operation.rebuild.delayed", wait));
        return lines;
    }

    @Override
    public Line title(int count) {
        return Line.plain("operation.rebuild.title", count);
    }

    @Override
    public Line action(int count) {
        return Line.plain("operation.rebuild.action", count);
    }

    @Override
    public boolean destructive() {
        return true;
    }

    /** Desktops of another system than the image's; the service refuses some of these changes. */
    private int ofAnotherSystem() {
        OsFamily family = picker.chosen().osFamily().known();
        if (family != OsFamily.WINDOWS && family != OsFamily.LINUX) {
            return 0;
        }
        OsFamily other = family == OsFamily.WINDOWS ? OsFamily.LINUX : OsFamily.WINDOWS;
        return (int) desktops().values().stream().filter(d -> d.osFamily().is(other)).count();
    }

    private OptionalInt minutes() {
        String text = delay.get().strip();
        if (text.isEmpty()) {
            return OptionalInt.of(0);
        }
        try {
            int value = Integer.parseInt(text);
            return value < 0 ? OptionalInt.empty() : OptionalInt.of(value);
        } catch (NumberFormatException e) {
            return OptionalInt.empty();
        }
    }

    private void askCurrentImages() {
        List<String> ids = List.copyOf(desktops().keySet());
        work =
                context()
                        .fleet()
                        .currentImages(ids)
                        .then(
                                context().ui().ui(),
                                images -> prefill(ids, images),
                                failure -> review());
    }

    private void prefill(List<String> ids, List<CurrentImage> images) {
        Set<String> gone = new HashSet<>(ids);
        images.forEach(i -> gone.remove(i.desktopId()));
        goneImages.set(gone.size());
        Set<String> imageIds = new HashSet<>();
        images.forEach(i -> imageIds.add(i.imageId()));
        if (imageIds.size() == 1 && gone.isEmpty() && !picker.isChosen()) {
            CurrentImage only = images.getFirst();
            picker.prefill(only.imageType(), only.imageId());
        }
        review();
    }
}
