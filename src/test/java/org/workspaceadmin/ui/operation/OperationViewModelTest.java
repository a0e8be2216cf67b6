package org.workspaceadmin.ui.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.workspaceadmin.model.CurrentImage;
import org.workspaceadmin.model.Desktop;
import org.workspaceadmin.model.Image;
import org.workspaceadmin.model.LoginState;
import org.workspaceadmin.model.OsFamily;
import org.workspaceadmin.model.Problem;
import org.workspaceadmin.model.ProblemException;
import org.workspaceadmin.model.Term;
import org.workspaceadmin.operation.Draft;
import org.workspaceadmin.operation.Plan;
import org.workspaceadmin.task.Work;

class OperationViewModelTest {
    private static final Image WINDOWS = image("img-1", "Windows 11 23H2", "gold", "");
    private static final Image CHARGED = image("img-2", "Office image", "gold", "prod-1");

    private final TestContext test = new TestContext();
    private final FakeOperations operations = new FakeOperations();
    private final FakeFleet fleet = new FakeFleet();
    private final DialogContext context = new DialogContext(operations, fleet, "c1", test.ui);

    @Test
    void plansAtOnceAndGroupsThoseLeftOutByReason() {
        RejoinViewModel model =
                started(
                        new RejoinViewModel(
                                context,
                                List.of(
                                        TestDesktops.one(1),
                                        TestDesktops.linux(2),
                                        TestDesktops.busy(3, "rebuilding"),
                                        TestDesktops.linux(4))));

        assertThat(model.rows())
                .extracting(r -> r.getClass().getSimpleName())
                .containsExactly("Affected", "Group", "Excluded", "Excluded", "Group", "Excluded");
        assertThat(model.rows().get(1))
                .isEqualTo(new AffectedRow.Group(Plan.Reason.NOT_WINDOWS, 2));
        assertThat(model.count()).isEqualTo(1);
        assertThat(model.blockerProperty().get()).isNull();
        assertThat(model.wanted()).isEmpty();
    }

    @Test
    void saysWhyNothingCanBeSubmittedWhenEverybodyIsLeftOut() {
        RejoinViewModel model =
                started(new RejoinViewModel(context, List.of(TestDesktops.linux(2))));

        assertThat(model.blockerProperty().get().key()).isEqualTo("operation.blocker.nobody");
        model.submit();
        assertThat(operations.submitted).isEmpty();
    }

    @Test
    void followsTheFleetWhileItIsOpen() {
        RejoinViewModel model =
                started(
                        new RejoinViewModel(
                                context, List.of(TestDesktops.one(1), TestDesktops.one(2))));

        fleet.changed(TestDesktops.busy(2, "restarting"));
        assertThat(model.count()).isEqualTo(1);
        fleet.removed(TestDesktops.id(1));
        assertThat(model.count()).isZero();
        assertThat(model.goneProperty().get()).isEqualTo(1);
        fleet.changed(TestDesktops.one(77));
        assertThat(model.desktops()).hasSize(1);

        model.stop();
        assertThat(fleet.listening()).isZero();
    }

    @Test
    void submitsThePlanThatWasShownWithTheReason() {
        UpdateSidsViewModel model =
                started(new UpdateSidsViewModel(context, TestDesktops.many(250)));
        List<String> ids = new ArrayList<>();
        model.onSubmitted(ids::add);
        model.reasonProperty().set(" restored from backup ");

        assertThat(model.planProperty().get().requests()).hasSize(3);
        model.submit();

        assertThat(operations.submitted).containsExactly(model.planProperty().get());
        assertThat(operations.reasons).containsExactly("restored from backup");
        assertThat(ids).containsExactly("op-new");
    }

    @Test
    void keepsEverythingWhenTheJournalRefuses() {
        Problem disk =
                new Problem(
                        Problem.Kind.INTERNAL,
                        "",
                        0,
                        "",
                        "disk full",
                        "",
                        "",
                        "",
                        "",
                        null,
                        Instant.EPOCH);
        operations.submission = plan -> Work.failed(new ProblemException(disk));
        UpdateSidsViewModel model = started(new UpdateSidsViewModel(context, TestDesktops.many(2)));
        List<String> ids = new ArrayList<>();
        model.onSubmitted(ids::add);
        model.reasonProperty().set("why");

        model.submit();

        assertThat(model.problemProperty().get()).isEqualTo(disk);
        assertThat(model.reasonProperty().get()).isEqualTo("why");
        assertThat(model.blockerProperty().get()).isNull();
        assertThat(ids).isEmpty();

        operations.submission = plan -> Work.of("op-2");
        model.submit();
        assertThat(model.problemProperty().get()).isNull();
        assertThat(ids).containsExactly("op-2");
    }

    @Test
    void plansManyDesktopsInTheBackgroundAfterAMomentOfRest() {
        PowerViewModel model =
                started(
                        new PowerViewModel(
                                context, TestDesktops.many(1_200), Draft.PowerAction.STOP));
        assertThat(model.planProperty().get()).isNull();
        assertThat(model.blockerProperty().get().key()).isEqualTo("operation.blocker.planning");
        test.timer.runDue();
        assertThat(model.count()).isEqualTo(1_200);

        model.hardProperty().set(true);
        model.actionProperty().set(Draft.PowerAction.RESTART);
        assertThat(operations.plans).isEqualTo(1);
        test.timer.advance(OperationViewModel.DEBOUNCE);
        assertThat(operations.plans).isEqualTo(2);
        assertThat(model.wanted()).isEqualTo("1200");
    }

    @Test
    void asksForTheNumberToBeTypedBeforeItDestroys() {
        PowerViewModel model =
                started(new PowerViewModel(context, TestDesktops.many(12), Draft.PowerAction.STOP));
        assertThat(model.destructive()).isFalse();
        model.hardProperty().set(true);
        assertThat(model.destructive()).isTrue();
        assertThat(model.wanted()).isEqualTo("12");

        model.confirmationProperty().set("11");
        assertThat(model.blockerProperty().get().key()).isEqualTo("operation.blocker.confirm");
        model.confirmationProperty().set(" 12 ");
        assertThat(model.blockerProperty().get().key()).isEqualTo("operation.blocker.reason");
        model.reasonProperty().set("x".repeat(201));
        assertThat(model.blockerProperty().get().key()).isEqualTo("operation.blocker.reasonLong");
        model.reasonProperty().set("CHG-7");
        assertThat(model.blockerProperty().get()).isNull();

        model.actionProperty().set(Draft.PowerAction.START);
        assertThat(model.destructive()).as("starting destroys nothing").isFalse();
        assertThat(((Draft.Power) model.planProperty().get().draft()).hard()).isFalse();
    }

    @Test
    void asksForTheNameWhenThereIsOneDesktop() {
        RebuildViewModel model = rebuild(List.of(TestDesktops.one(12)));
        model.picker().selectedProperty().set(WINDOWS);

        assertThat(model.wanted()).isEqualTo("FIN-0012");
        model.confirmationProperty().set("fin-0012");
        model.reasonProperty().set("CHG-7");
        assertThat(model.blockerProperty().get()).isNull();
    }

    @Test
    void showsWhatIsWrongWithAFieldOnlyAfterItWasTouched() {
        RebuildViewModel model = rebuild(TestDesktops.many(2));
        model.messageProperty().set("x".repeat(401));

        assertThat(model.check(FormField.MESSAGE).state()).isEqualTo(FieldCheck.State.UNTOUCHED);
        model.touch(FormField.MESSAGE);
        assertThat(model.check(FormField.MESSAGE).state()).isEqualTo(FieldCheck.State.BROKEN);
        assertThat(model.check(FormField.MESSAGE).violations())
                .extracting(v -> v.rule())
                .containsExactly("REBUILD-MESSAGE-LEN");
        model.messageProperty().set("x".repeat(400));
        assertThat(model.check(FormField.MESSAGE).state()).isEqualTo(FieldCheck.State.MET);

        assertThat(model.check(FormField.IMAGE).state()).isEqualTo(FieldCheck.State.UNTOUCHED);
        model.submit();
        assertThat(model.check(FormField.IMAGE).state()).isEqualTo(FieldCheck.State.BROKEN);
    }

    @Test
    void refusesADelayThatIsNoNumberOfMinutes() {
        RebuildViewModel model = rebuild(TestDesktops.many(2));
        model.picker().selectedProperty().set(WINDOWS);
        model.touch(FormField.DELAY);

        for (String wrong : List.of("-1", "1.5", "soon", "2147483648")) {
            model.delayProperty().set(wrong);
            assertThat(model.check(FormField.DELAY).state())
                    .as(wrong)
                    .isEqualTo(FieldCheck.State.BROKEN);
            assertThat(model.blockerProperty().get().key()).isEqualTo("operation.blocker.fields");
        }
        model.delayProperty().set("2147483647");
        assertThat(model.check(FormField.DELAY).state()).isEqualTo(FieldCheck.State.MET);
        assertThat(((Draft.Rebuild) model.planProperty().get().draft()).order().delayMinutes())
                .isEqualTo(Integer.MAX_VALUE);
    }

    @Test
    void offersTheImageTheDesktopsRunOnWhenAllRunOnTheSame() {
        fleet.images.put("private", List.of(image("img-7", "Finance", "private", "")));
        fleet.current =
                List.of(
                        new CurrentImage(
                                TestDesktops.id(1), "img-7", "private", Term.of(OsFamily.WINDOWS)),
                        new CurrentImage(
                                TestDesktops.id(2), "img-7", "private", Term.of(OsFamily.WINDOWS)));
        RebuildViewModel model = rebuild(TestDesktops.many(2));

        assertThat(model.picker().sourceProperty().get()).isEqualTo(ImagePicker.Source.PRIVATE);
        assertThat(model.picker().chosen().name()).isEqualTo("Finance");
        assertThat(model.goneImagesProperty().get()).isZero();
    }

    @Test
    void warnsWhenACurrentImageIsGoneAndOffersNone() {
        fleet.current =
                List.of(
                        new CurrentImage(
                                TestDesktops.id(1), "img-1", "gold", Term.of(OsFamily.WINDOWS)));
        RebuildViewModel model = rebuild(TestDesktops.many(2));

        assertThat(model.goneImagesProperty().get()).isEqualTo(1);
        assertThat(model.picker().chosen().id()).isEmpty();
    }

    @Test
    void searchesImagesByWordsAndKeepsTheChoice() {
        RebuildViewModel model = rebuild(TestDesktops.many(2));
        model.picker().selectedProperty().set(WINDOWS);
        model.picker().searchProperty().set("office IMG-2");

        assertThat(model.picker().images()).containsExactly(CHARGED);
        assertThat(model.picker().chosen()).isEqualTo(WINDOWS);
    }

    @Test
    void tellsThatAnImageListFailedAndReadsItAgain() {
        fleet.imageLists = type -> Work.failed(new IllegalStateException("no"));
        RebuildViewModel model = rebuild(TestDesktops.many(2));
        assertThat(model.picker().loadingProperty().get()).isEqualTo(Loading.FAILED);
        assertThat(model.picker().problemProperty().get()).isNotNull();

        fleet.imageLists = type -> Work.of(List.of(WINDOWS));
        model.picker().load();
        assertThat(model.picker().loadingProperty().get()).isEqualTo(Loading.LOADED);
        assertThat(model.picker().images()).containsExactly(WINDOWS);
    }

    @Test
    void sendsATypedImageAsLastResort() {
        RebuildViewModel model = rebuild(TestDesktops.many(2));
        model.picker().sourceProperty().set(ImagePicker.Source.TYPED);
        model.picker().typedTypeProperty().set("shared");
        model.picker().typedIdProperty().set(" img-9 ");

        Draft.Rebuild draft = (Draft.Rebuild) model.planProperty().get().draft();
        assertThat(draft.order().imageType()).isEqualTo("shared");
        assertThat(draft.order().imageId()).isEqualTo("img-9");
    }

    @Test
    void asksForAnOrderOnlyForYearlyDesktopsAndAChargedImage() {
        RebuildViewModel model = rebuild(List.of(TestDesktops.prepaid(1)));
        model.picker().selectedProperty().set(WINDOWS);
        assertThat(model.mayNeedOrder()).isFalse();
        model.picker().selectedProperty().set(CHARGED);
        assertThat(model.mayNeedOrder()).isTrue();

        RebuildViewModel hourly = rebuild(List.of(TestDesktops.one(1)));
        hourly.picker().selectedProperty().set(CHARGED);
        assertThat(hourly.mayNeedOrder()).isFalse();
    }

    @Test
    void listsEveryDesktopOfTheOldNameByAskingTheService() {
        List<Desktop> found =
                List.of(
                        TestDesktops.of(1, "a.lin", LoginState.CONNECTED),
                        TestDesktops.of(2, "a.lin", LoginState.REGISTERED));
        fleet.usersDesktops = name -> Work.of(name.equals("a.lin") ? found : List.of());
        ChangeUserNameViewModel model =
                started(new ChangeUserNameViewModel(context, found.getFirst()));

        assertThat(model.oldNameProperty().get()).isEqualTo("a.lin");
        assertThat(model.count()).isEqualTo(2);
        model.newNameProperty().set("b.lin");
        assertThat(model.blockerProperty().get()).isNull();

        model.oldNameProperty().set("x");
        model.oldNameProperty().set("xy");
        assertThat(model.listing()).isEqualTo(Loading.RUNNING);
        assertThat(model.blockerProperty().get().key()).isEqualTo("operation.user.blocker.loading");
        test.timer.advance(ChangeUserNameViewModel.REST);
        assertThat(fleet.asked).containsExactly("a.lin", "xy");
        assertThat(model.count()).isZero();
        assertThat(model.general())
                .extracting(v -> v.rule())
                .containsExactly("USERNAME-NO-DESKTOP");
    }

    @Test
    void takesADomainOutOfANameWhenAskedTo() {
        ChangeUserNameViewModel model =
                started(new ChangeUserNameViewModel(context, (Desktop) null));
        model.oldNameProperty().set("CORP\\a.lin");
        test.timer.advance(Duration.ofSeconds(1));
        assertThat(fleet.asked).as("no list is asked for a name with a domain").isEmpty();
        assertThat(model.oldSplit()).isPresent();

        model.splitOld();
        test.timer.advance(Duration.ofSeconds(1));
        assertThat(model.oldNameProperty().get()).isEqualTo("a.lin");
        assertThat(model.oldDomainProperty().get()).isEqualTo("CORP");
        assertThat(fleet.asked).containsExactly("a.lin");

        model.newNameProperty().set("b.lin@corp.example.com");
        model.touch(FormField.NEW_NAME);
        assertThat(model.check(FormField.NEW_NAME).state()).isEqualTo(FieldCheck.State.BROKEN);
        model.splitNew();
        assertThat(model.check(FormField.NEW_NAME).state()).isEqualTo(FieldCheck.State.MET);
        assertThat(model.newDomainProperty().get()).isEqualTo("corp.example.com");
    }

    @Test
    void warnsOfOpenSessionsBeforeARestart() {
        fleet.usersDesktops =
                name ->
                        Work.of(
                                List.of(
                                        TestDesktops.of(1, "a.lin", LoginState.CONNECTED),
                                        TestDesktops.of(2, "a.lin", LoginState.DISCONNECTED)));
        ChangeUserNameViewModel model =
                started(new ChangeUserNameViewModel(context, TestDesktops.one(8)));
        assertThat(model.destructive()).isFalse();

        model.restartProperty().set(true);

        assertThat(model.destructive()).isTrue();
        assertThat(model.wanted()).isEqualTo("2");
        assertThat(model.consequences(model.planProperty().get()))
                .contains(Line.danger("operation.user.restartsSessions", 2));
    }

    @Test
    void saysWhenTheListOfDesktopsCannotBeRead() {
        fleet.usersDesktops = name -> Work.failed(new IllegalStateException("down"));
        ChangeUserNameViewModel model =
                started(new ChangeUserNameViewModel(context, TestDesktops.one(8)));
        model.newNameProperty().set("b.lin");

        assertThat(model.listing()).isEqualTo(Loading.FAILED);
        assertThat(model.listingProblem()).isNotNull();
        assertThat(model.blockerProperty().get().key()).isEqualTo("operation.user.blocker.failed");

        fleet.usersDesktops = name -> Work.of(List.of(TestDesktops.one(8)));
        model.ask();
        assertThat(model.blockerProperty().get()).isNull();
    }

    private RebuildViewModel rebuild(List<Desktop> desktops) {
        fleet.images.putIfAbsent("gold", List.of(WINDOWS, CHARGED));
        return started(new RebuildViewModel(context, desktops));
    }

    private static <M extends OperationViewModel> M started(M model) {
        model.start();
        return model;
    }

    static Image image(String id, String name, String type, String product) {
        return new Image(
                id, name, type, Term.of(OsFamily.WINDOWS), "Windows 11", "x86", 80, product);
    }
}
